using System.Globalization;

namespace MotCua.WebTests.Reports;

/// <summary>
/// A made-up province with mergers, procedures of every kind of limit, and a legal ledger over it, the same for the same seed.
/// Times like to fall on the edges: midnight, opening, 15:00, the due instant, a second beside it, the time of the line before.
/// </summary>
internal sealed class RandomWorld
{
    private static readonly DateOnly First = new(2025, 1, 6);

    private static readonly DateTimeOffset Last = new(2026, 3, 31, 17, 0, 0, TimeSpan.FromHours(7));

    private static readonly string[] Limits = ["1wd", "3wd", "15d", "2d", "8h", "1h", "20h", "1mo", "same", "none"];

    private readonly Random random;

    public RandomWorld(int seed, string root, int dossiers)
    {
        random = new Random(seed);
        Root = root;
        Stages = MakeStages();
        Procedures = Enumerable.Range(0, 6).Select(i => new NaiveProcedure(
            $"{root}.P{i}", $"Lĩnh vực {i % 3}", Pick(Limits), random.Next(2) == 0, random.Next(4) == 0)).ToDictionary(p => p.Code, StringComparer.Ordinal);
        Lines = Enumerable.Range(0, dossiers).SelectMany(MakeDossier).ToList();
        Figures = new NaiveFigures(Stages, Procedures, Lines);
    }

    public string Root { get; }

    public IReadOnlyList<NaiveStage> Stages { get; }

    public IReadOnlyDictionary<string, NaiveProcedure> Procedures { get; }

    public IReadOnlyList<NaiveLine> Lines { get; }

    public NaiveFigures Figures { get; }

    public string AgencyCsv => "code,name,level,parent,valid_from,valid_to\n" + string.Concat(Stages.Select(s =>
        $"{s.Agency},{s.Name},{s.Level},{s.Parent},{s.From:yyyy-MM-dd},{s.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n"));

    public string ProcedureCsv => "code,name,field,limit,on_supplement,digitisation,fee_vnd\n" + string.Concat(Procedures.Values.Select(p =>
        $"{p.Code},Thủ tục {p.Code},{p.Field},{p.Limit},{(p.Resumes ? "resume" : "restart")},{(p.Exempt ? "exempt" : "required")},\n"));

    /// <summary>The lines of the file: dossiers mixed, each in time order.</summary>
    public string Ndjson => string.Concat(Lines.Select((line, at) => (line, at)).OrderBy(l => l.line.At).ThenBy(l => l.at).Select(l => l.line.ToJson() + "\n"));

    public NaiveQuestion Ask(Random dice)
    {
        var from = First.AddDays(dice.Next(400));
        var to = from.AddDays(dice.Next(4) switch { 0 => 0, 1 => dice.Next(7), 2 => 30, _ => dice.Next(200) });
        var start = new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
        var at = dice.Next(4) switch
        {
            0 => start,
            1 => start.AddMinutes(dice.Next(60 * 24 * 60)),
            2 => Lines.Where(l => l.At >= start).Select(l => l.At).OrderBy(_ => dice.Next()).FirstOrDefault(start),
            _ => Last.AddYears(1),
        };
        var agencies = Stages.Select(s => s.Agency).Distinct().ToList();
        return new NaiveQuestion(dice.Next(2) == 0 ? Root : agencies[dice.Next(agencies.Count)], from, to, at, dice.Next(2) == 0);
    }

    private List<NaiveStage> MakeStages()
    {
        var merged = new DateOnly(2025, 7, 1);
        var stages = new List<NaiveStage> { new(Root, $"Tỉnh {Root}", "province", null, new DateOnly(2000, 1, 1), null) };
        for (var d = 1; d <= 2; d++)
        {
            // Districts ended; their communes came under the province or ended with them.
            var district = $"{Root}.D{d}";
            stages.Add(new NaiveStage(district, $"Huyện {d}", "district", Root, new DateOnly(2000, 1, 1), merged.AddDays(-1)));
            for (var c = 1; c <= 3; c++)
            {
                var commune = $"{district}.{c}";
                var ends = random.Next(2) == 0;
                stages.Add(new NaiveStage(commune, $"Xã {d}{c}", "commune", district, new DateOnly(2000, 1, 1), merged.AddDays(-1)));
                if (!ends)
                {
                    stages.Add(new NaiveStage(commune, $"Xã mới {d}{c}", "commune", Root, merged, null));
                }
            }
        }

        stages.Add(new NaiveStage($"{Root}.S", "Sở Tư pháp", "department", Root, new DateOnly(2000, 1, 1), null));
        stages.Add(new NaiveStage($"{Root}.T", "Thuế cơ sở", "branch", Root, new DateOnly(2025, 10, 1), null));
        return stages;
    }

    private IEnumerable<NaiveLine> MakeDossier(int number)
    {
        var lines = new List<NaiveLine>();
        var procedure = Pick(Procedures.Values.ToArray());
        var start = new DateTimeOffset(First.AddDays(random.Next(420)).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7)).AddMinutes(random.Next(24 * 60));
        var first = new NaiveLine($"{Root}-{number:0000}", random.Next(25) == 0 ? "refused_at_door" : "received", Edge(start))
        {
            Agency = Pick(Stages).Agency,
            Procedure = procedure.Code,
            Channel = Pick(["direct", "direct", "online", "postal"]),
            Limit = random.Next(5) == 0 ? Pick(Limits) : null,
            Digitisation = random.Next(8) == 0 ? Pick(["required", "exempt"]) : null,
        };
        lines.Add(first);
        var state = new NaiveDossier { Code = first.Dossier, Procedure = procedure };
        state.Happen(first);
        for (var steps = random.Next(12); steps > 0 && state.Refused is null; steps--)
        {
            var at = Later(lines[^1].At, state);
            if (at > Last || Next(first.Dossier, state, at) is not { } line)
            {
                break;
            }

            // A line equal to one before would be skipped by the import.
            if (lines.Contains(line))
            {
                continue;
            }

            lines.Add(line);
            state.Happen(line);
        }

        return lines;
    }

    private NaiveLine? Next(string code, NaiveDossier state, DateTimeOffset at)
    {
        var open = state.Finished is null;
        var names = new List<string>();
        names.AddRange(state.FinishedBy == "withdrawn" ? [] : ["digitised", "paid"]);
        names.AddRange(open ? ["forwarded", "handed_over", "stopped", "withdrawn"] : []);
        names.AddRange(open && state.Stopped is null ? ["supplement_requested", "paused", "result_ready", "result_ready", "result_ready"] : []);
        names.AddRange(open && state.Stopped is not null ? Enumerable.Repeat(state.WaitsForPapers ? "supplemented" : "resumed", 4) : []);
        names.AddRange(open && !state.Apologised && state.Due.DueDay is not null ? ["apology_issued"] : []);
        names.AddRange(!open && state.FinishedBy != "withdrawn" && state.Returned is null ? ["returned", "returned"] : []);
        names.AddRange(!open && state.Rated is null ? ["rated"] : []);
        if (names.Count == 0)
        {
            return null;
        }

        var name = Pick(names);
        var line = new NaiveLine(code, name, at);
        return name switch
        {
            "forwarded" or "handed_over" => line with { To = Pick(Stages).Agency },
            "apology_issued" => line with { NewDue = state.Due.DueDay!.Value.AddDays(random.Next(1, 15)) },
            "digitised" => line with { Part = Pick(["papers", "papers", "result"]) },
            "paid" => line with { Amount = random.Next(0, 500) * 1000, Method = Pick(["cash", "transfer", "online_national", "online_local"]) },
            "rated" => line with { Rating = random.Next(1, 6) },
            _ => line,
        };
    }

    private DateTimeOffset Later(DateTimeOffset last, NaiveDossier state)
    {
        var at = random.Next(8) switch
        {
            0 => last,
            1 => last.AddMinutes(random.Next(1, 240)),
            2 or 3 when state.Due.DueAt is { } due => due.AddSeconds(random.Next(-1, 2)),
            4 when state.Due.DueDay is { } day => new DateTimeOffset(day.AddDays(random.Next(2)).ToDateTime(TimeOnly.MinValue), last.Offset).AddSeconds(-random.Next(2)),
            _ => Edge(last.AddHours(random.Next(1, 24 * 8))),
        };
        return at < last ? last : at;
    }

    /// <summary>Now and then moved to an edge of its day.</summary>
    private DateTimeOffset Edge(DateTimeOffset at)
    {
        var midnight = new DateTimeOffset(at.Date, at.Offset);
        return random.Next(9) switch
        {
            0 => midnight,
            1 => midnight.AddHours(7.5),
            2 => midnight.AddHours(15),
            3 => midnight.AddHours(15).AddMilliseconds(1),
            4 => midnight.AddHours(17).AddSeconds(1),
            _ => at,
        };
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
