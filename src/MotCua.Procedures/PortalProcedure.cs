using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>One object of data/procedures.json: what the national portal publishes about a procedure. Null: it does not say.</summary>
internal sealed record PortalProcedure
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Field { get; init; }

    public string? Ministry { get; init; }

    public string? Level { get; init; }

    public IReadOnlyList<string>? Applicants { get; init; }

    public string? CompetentAgency { get; init; }

    public string? ExecutingAgency { get; init; }

    public string? DecisionNo { get; init; }

    public IReadOnlyList<PortalChannel>? Channels { get; init; }

    public string? OnlineService { get; init; }

    public IReadOnlyList<PortalDocument>? Documents { get; init; }

    public IReadOnlyList<string>? Steps { get; init; }

    public string? Conditions { get; init; }

    public IReadOnlyList<string>? LegalBasis { get; init; }

    public string? Result { get; init; }

    public string? SourceRepo { get; init; }

    public string? SourcePath { get; init; }

    public string? SourceDate { get; init; }

    public string? PortalUrl { get; init; }

    public string? Confidence { get; init; }

    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Field))
        {
            yield return "thiếu lĩnh vực (field)";
        }

        if (OnlineService is not (null or "full" or "partial"))
        {
            yield return $"online_service “{OnlineService}” không đúng; ghi full, partial hoặc null";
        }

        foreach (var channel in Channels ?? [])
        {
            if (Snake.Parse<FilingChannel>(channel.Channel) is null)
            {
                yield return $"channel “{channel.Channel}” không đúng; ghi direct, online hoặc postal";
            }

            if (channel.DurationUnit is not (null or "working_day" or "day" or "hour"))
            {
                yield return $"duration_unit “{channel.DurationUnit}” không đúng; ghi working_day, day, hour hoặc null";
            }

            // Zero without a unit is how the portal prints "not fixed"; with a unit it is an error.
            if (channel.DurationValue is < 0 or > TimeLimit.MostCount || (channel.DurationUnit is not null && channel.DurationValue is 0))
            {
                yield return $"duration_value {channel.DurationValue} không đúng; ghi số từ 1 đến 9999";
            }

            if (channel.FeeVnd < 0)
            {
                yield return $"fee_vnd {channel.FeeVnd} không đúng; ghi số nguyên từ 0 trở lên";
            }
        }

        foreach (var document in (Documents ?? []).Where(d => d.Original is < 0 or > 999 || d.Copy is < 0 or > 999 || string.IsNullOrWhiteSpace(d.Name)))
        {
            yield return $"giấy tờ “{document.Name}” thiếu tên hoặc số bản không đúng";
        }
    }

    public VersionText ToText()
    {
        var routes = Routes();
        var limit = MainLimit(routes);
        return new VersionText
        {
            Name = Vietnamese.Tidy(Name),
            Field = Vietnamese.Tidy(Field),
            Level = Levels(),
            Limit = limit,
            Content = new ProcedureContent
            {
                Papers = [.. (Documents ?? []).Where(d => !d.IsNote).Select(d => d.ToPaper())],
                Notes = [.. (Documents ?? []).Where(d => d.IsNote).Select(d => new PaperNote(Line(d.Name)!) { Case = Line(d.Case) })],
                Channels = [.. routes.Select(r => r.Terms with { Limit = r.Terms.Limit == limit ? null : r.Terms.Limit })],
                Fees = [.. routes.Select(r => new ChannelFee(r.Terms.Channel, r.Row.FeeVnd) { Case = r.Terms.Case, Text = Lines(r.Row.FeeText) })],
                Guidance = [.. (Steps ?? []).Select(s => Line(s)!)],
                LegalBasis = [.. (LegalBasis ?? []).Select(s => Line(s)!)],
                Applicants = [.. (Applicants ?? []).Select(s => Line(s)!)],
                Conditions = Lines(Conditions),
                ResultName = Line(Result),
                Ministry = Line(Ministry),
                CompetentAgency = Line(CompetentAgency),
                ExecutingAgency = Line(ExecutingAgency),
                Service = Snake.Parse<ServiceLevel>(OnlineService),
                Source = Line($"{PortalUrl ?? SourceRepo} {SourceDate}"),
            },
        };
    }

    // A channel may stand in several rows; the first is the usual case, the others are numbered and explained by their note.
    private List<(ChannelTerms Terms, PortalChannel Row)> Routes()
    {
        var seen = new Dictionary<FilingChannel, int>();
        var routes = new List<(ChannelTerms, PortalChannel)>();
        foreach (var row in Channels ?? [])
        {
            var channel = Snake.Parse<FilingChannel>(row.Channel)!.Value;
            var number = seen[channel] = seen.GetValueOrDefault(channel) + 1;
            routes.Add((new ChannelTerms(channel)
            {
                Case = number == 1 ? null : $"Trường hợp {number}",
                Limit = row.Limit(),
                SourceLimit = Line(row.DurationText),
                Note = Lines(row.Note),
            }, row));
        }

        return routes;
    }

    // The counter's usual case stands for the procedure; where the source gives it no unit, the procedure has no limit yet.
    private static TimeLimit? MainLimit(List<(ChannelTerms Terms, PortalChannel Row)> routes)
    {
        var usual = routes.Where(r => r.Terms.Case is null).Select(r => r.Terms).ToList();
        return (usual.Find(t => t.Channel == FilingChannel.Direct) ?? usual.FirstOrDefault())?.Limit;
    }

    // The portal writes "Cấp Xã" and "Cấp xã".
    private string Levels() => string.Join(", ", (Level ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(l => $"{char.ToUpperInvariant(l[0])}{l[1..].ToLowerInvariant()}"));

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Tidy(PortalText.Visible(text));

    private static string? Lines(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : string.Join('\n', PortalText.Visible(text).Split('\n').Select(Vietnamese.Tidy).Where(l => l.Length > 0));
}

internal sealed record PortalChannel
{
    public required string Channel { get; init; }

    public int? DurationValue { get; init; }

    public string? DurationUnit { get; init; }

    public string? DurationText { get; init; }

    public string? FeeText { get; init; }

    public long? FeeVnd { get; init; }

    public string? Note { get; init; }

    /// <summary>Null without a unit: whether "3" means working days is for the office to say.</summary>
    public TimeLimit? Limit() => (DurationUnit, DurationValue) switch
    {
        ("working_day", { } n) => TimeLimit.WorkingDays(n),
        ("day", { } n) => TimeLimit.Days(n),
        ("hour", { } n) => TimeLimit.Hours(n),
        _ => null,
    };
}

internal sealed record PortalDocument
{
    public required string Name { get; init; }

    public int Original { get; init; }

    public int Copy { get; init; }

    public bool? Required { get; init; }

    public string? Case { get; init; }

    public bool HasForm { get; init; }

    /// <summary>A row without originals and copies: the portal uses it for instructions.</summary>
    public bool IsNote { get; init; }

    public RequiredPaper ToPaper()
    {
        var heading = string.IsNullOrWhiteSpace(Case) ? "" : PortalText.Heading(Case);
        return new RequiredPaper(Vietnamese.Tidy(PortalText.Visible(Name)))
        {
            Originals = Original,
            Copies = Copy,
            PresentOnly = PortalText.IsToShow(heading),
            Case = heading.Length == 0 || PortalText.NamesNoCase(heading) ? null : heading,
            Form = HasForm ? "theo mẫu" : null,
        };
    }
}

internal static class PortalText
{
    /// <summary>Without the direction marks that the portal's pages carry inside words.</summary>
    public static string Visible(string text) => new([.. text.Where(c => c is not ('\u200E' or '\u200F' or '\u061C') && (c is < '\u202A' or > '\u202E'))]);

    /// <summary>"* Giấy tờ phải nộp:" → "Giấy tờ phải nộp".</summary>
    public static string Heading(string text) => Vietnamese.Tidy(Visible(text)).TrimStart('*', '-', '+', ' ').TrimEnd(':', ' ');

    public static bool IsToShow(string heading) => Begins(heading, "Giấy tờ phải xuất trình", "Các giấy tờ phải xuất trình", "Người yêu cầu chứng thực phải xuất trình");

    /// <summary>The portal's "case" is often only the title of a list that everybody hands in.</summary>
    public static bool NamesNoCase(string heading) => IsToShow(heading)
        || Begins(heading, "Giấy tờ phải nộp", "Người yêu cầu chứng thực nộp 01", "Số lượng hồ sơ")
        || heading is "Thành phần hồ sơ" or "Hồ sơ khác";

    private static bool Begins(string text, params string[] starts) => Array.Exists(starts, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
