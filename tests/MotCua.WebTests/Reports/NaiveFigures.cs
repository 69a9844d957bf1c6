namespace MotCua.WebTests.Reports;

internal sealed record NaiveStage(string Agency, string Name, string Level, string? Parent, DateOnly From, DateOnly? To);

/// <summary>What a report or a list is asked for.</summary>
internal sealed record NaiveQuestion(string Agency, DateOnly From, DateOnly To, DateTimeOffset At, bool Extended)
{
    public DateTimeOffset Start => Midnight(From);

    public DateTimeOffset End => At < Midnight(To.AddDays(1)) ? At : Midnight(To.AddDays(1));

    public DateOnly LastDay => At < Midnight(To.AddDays(1)) ? NaiveDossier.DayOf(At) : To;

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
}

/// <summary>CONTRACT 5 over plain lists: for each dossier all figures it belongs to.</summary>
internal sealed class NaiveFigures(IReadOnlyList<NaiveStage> stages, IReadOnlyDictionary<string, NaiveProcedure> procedures, IReadOnlyList<NaiveLine> lines)
{
    /// <summary>The figures of the contract, in its order.</summary>
    public static readonly string[] Names =
    [
        "carried", "new", "new.direct", "new.online", "new.postal", "new.offline", "received", "done", "done.early", "done.on_time", "done.late", "withdrawn",
        "pending", "pending.within", "pending.overdue", "pending.stopped", "late", "returned", "ready_not_returned", "refused_at_door",
        "apologised", "late_without_apology", "digitised", "not_digitised", "paid_online", "paid_online.amount", "rated", "satisfied",
    ];

    private readonly ILookup<string, NaiveLine> byDossier = lines.ToLookup(l => l.Dossier, StringComparer.Ordinal);

    /// <summary>The dossiers under the agency, each with its figures.</summary>
    public IReadOnlyList<(NaiveDossier Dossier, HashSet<string> Figures)> Of(NaiveQuestion asked) =>
    [
        .. byDossier.Select(l => NaiveDossier.Before(asked.End, l, procedures)).OfType<NaiveDossier>()
            .Where(d => Above(d.Agency, asked.LastDay).Contains(asked.Agency, StringComparer.Ordinal))
            .Select(d => (d, Figures(d, asked))),
    ];

    public static decimal Value(IEnumerable<(NaiveDossier Dossier, HashSet<string> Figures)> dossiers, string figure, NaiveQuestion asked) => figure == "paid_online.amount"
        ? dossiers.Sum(d => d.Dossier.OnlinePayments.Where(p => p.At >= asked.Start).Sum(p => p.Amount))
        : dossiers.Count(d => d.Figures.Contains(figure));

    public NaiveStage Place(string agency, DateOnly day)
    {
        var own = stages.Where(s => s.Agency == agency).OrderBy(s => s.From).ToList();
        return own.LastOrDefault(s => s.From <= day) ?? own[0];
    }

    public bool InForce(string agency, DateOnly day) => stages.Any(s => s.Agency == agency && s.From <= day && (s.To is null || s.To >= day));

    public IEnumerable<string> Children(string agency, DateOnly day) =>
        stages.Select(s => s.Agency).Distinct(StringComparer.Ordinal).Where(a => Place(a, day).Parent == agency).Order(StringComparer.Ordinal);

    /// <summary>The agency itself and all above it.</summary>
    public IEnumerable<string> Above(string agency, DateOnly day)
    {
        for (string? at = agency; at is not null; at = Place(at, day).Parent)
        {
            yield return at;
        }
    }

    private static HashSet<string> Figures(NaiveDossier d, NaiveQuestion asked)
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        void In(bool holds, params ReadOnlySpan<string> names)
        {
            foreach (var name in holds ? names : [])
            {
                set.Add(name);
            }
        }

        bool Within(DateTimeOffset? at) => at >= asked.Start;

        In(Within(d.Refused), "refused_at_door");
        In(Within(d.Returned), "returned");
        In(d.Finished is not null && d.FinishedBy != "withdrawn" && d.Returned is null, "ready_not_returned");
        In(d.OnlinePayments.Any(p => Within(p.At)), "paid_online", "paid_online.amount");
        In(Within(d.Rated), "rated");
        In(Within(d.Rated) && d.Rating >= 4, "satisfied");
        if (d.Received is null || d.Finished < asked.Start)
        {
            return set;
        }

        In(true, "received");
        In(!Within(d.Received), "carried");
        In(Within(d.Received), "new", $"new.{d.Channel}");
        In(Within(d.Received) && d.Channel != "online", "new.offline");
        In(d.FinishedBy == "withdrawn", "withdrawn");
        var done = d.FinishedBy is "result_ready" or "stopped";
        In(done, "done", done ? $"done.{d.Verdict(asked.Extended)}" : "");
        var pending = d.Finished is null;
        var overdue = pending && d.Overdue(asked.Extended, asked.LastDay, asked.End);
        In(pending, "pending", overdue ? "pending.overdue" : "pending.within");
        In(pending && d.Stopped is not null, "pending.stopped");
        var late = set.Contains("done.late") || overdue;
        In(late, "late", d.Apologised ? "apologised" : "late_without_apology");
        In(d.Channel != "online" && !d.Exempt, d.PapersDigitised ? "digitised" : "not_digitised");
        return set;
    }
}
