using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Admin.Procedures;

public sealed class PaperTyped
{
    public string? Name { get; set; }

    public string? Originals { get; set; }

    public string? CertifiedCopies { get; set; }

    public string? Copies { get; set; }

    public bool Electronic { get; set; }

    public bool PresentOnly { get; set; }

    public string? Case { get; set; }

    public string? Form { get; set; }
}

/// <summary>One way of filing in one case: its own limit where it differs, and its fee.</summary>
public sealed class RouteTyped
{
    /// <summary>Empty: every channel.</summary>
    public string? Channel { get; set; }

    public string? Case { get; set; }

    public string? Count { get; set; }

    public string? Unit { get; set; }

    public string? Dong { get; set; }

    public string? Text { get; set; }
}

/// <summary>A draft as it stands in the form: text, so that nothing typed is lost to a wrong value.</summary>
public sealed class DraftTyped
{
    public int Revision { get; set; }

    public string? Name { get; set; }

    public string? Field { get; set; }

    public string? Level { get; set; }

    public string? Count { get; set; }

    /// <summary>wd, d, h, mo, same, none; empty is "the source does not say".</summary>
    public string? Unit { get; set; }

    public string? LongerCount { get; set; }

    public string? LongerUnit { get; set; }

    public string? Supplement { get; set; }

    public bool Digitise { get; set; }

    public bool Immediate { get; set; }

    public string? Scope { get; set; }

    public string? Service { get; set; }

    public string? ResultName { get; set; }

    public string? Agency { get; set; }

    public string? External { get; set; }

    public string? Applicants { get; set; }

    public string? LegalBasis { get; set; }

    public string? Conditions { get; set; }

    public List<PaperTyped> Papers { get; set; } = [];

    public List<RouteTyped> Routes { get; set; } = [];

    public static DraftTyped Of(VersionText text, int revision)
    {
        var content = text.Content;
        var (count, unit) = Split(text.Limit);
        var (longer, longerUnit) = Split(content.VerificationLimit);
        return new DraftTyped
        {
            Revision = revision,
            Name = text.Name,
            Field = text.Field,
            Level = text.Level,
            Count = count,
            Unit = unit,
            LongerCount = longer,
            LongerUnit = longerUnit,
            Supplement = text.OnSupplement.Text(),
            Digitise = text.DigitisationRequired,
            Immediate = content.Immediate,
            Scope = content.Scope?.Text(),
            Service = content.Service?.Text(),
            ResultName = content.ResultName,
            Agency = content.CompetentAgency,
            External = content.ExternalSystem,
            Applicants = string.Join('\n', content.Applicants),
            LegalBasis = string.Join('\n', content.LegalBasis),
            Conditions = content.Conditions,
            Papers = [.. content.Papers.Select(Of)],
            Routes = [.. RoutesOf(content)],
        };
    }

    /// <summary>"3", "wd" → 3wd; null when it is not said; a problem when it cannot be.</summary>
    public static bool Join(string? count, string? unit, out TimeLimit? limit)
    {
        limit = null;
        if (string.IsNullOrEmpty(unit))
        {
            return string.IsNullOrWhiteSpace(count);
        }

        var read = TimeLimit.TryParse(unit is "same" or "none" ? unit : $"{count?.Trim()}{unit}", out var parsed);
        limit = parsed;
        return read;
    }

    private static (string? Count, string? Unit) Split(TimeLimit? limit)
    {
        if (limit is not { } known)
        {
            return (null, null);
        }

        var text = known.ToString();
        return known.Count == 0 ? (null, text) : ($"{known.Count}", text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
    }

    private static PaperTyped Of(RequiredPaper paper) => new()
    {
        Name = paper.Name,
        Originals = $"{paper.Originals}",
        CertifiedCopies = $"{paper.CertifiedCopies}",
        Copies = $"{paper.Copies}",
        Electronic = paper.ElectronicAllowed,
        PresentOnly = paper.PresentOnly,
        Case = paper.Case,
        Form = paper.Form,
    };

    private static IEnumerable<RouteTyped> RoutesOf(ProcedureContent content)
    {
        var keys = content.Channels.Select(c => ((FilingChannel?)c.Channel, c.Case)).Union(content.Fees.Select(f => (f.Channel, f.Case)));
        foreach (var (channel, situation) in keys)
        {
            var (count, unit) = Split(content.Channels.FirstOrDefault(c => c.Channel == channel && c.Case == situation)?.Limit);
            var fee = content.Fees.FirstOrDefault(f => f.Channel == channel && f.Case == situation);
            yield return new RouteTyped
            {
                Channel = channel?.Text(), Case = situation, Count = count, Unit = unit, Dong = fee?.Dong is { } dong ? Vietnamese.Number(dong) : null, Text = fee?.Text,
            };
        }
    }
}
