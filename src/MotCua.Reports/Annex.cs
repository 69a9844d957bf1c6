using MotCua.Foundation;

namespace MotCua.Reports;

/// <summary>Where a number of the annex comes from.</summary>
public enum FigureSource
{
    /// <summary>From records of the system, or from two other numbers of the annex.</summary>
    Computed,

    /// <summary>Written down by an office, with its document.</summary>
    Declared,

    None,
}

/// <summary>A row of the annex with its number.</summary>
public sealed record AnnexLine(Indicator Indicator, decimal? Value, FigureSource Source, string? Note);

/// <summary>
/// Puts the annex together: what records give is computed, a rate or sum is computed from the rows it is made of, the rest is declared.
/// A number that was declared although it can be computed is not used; the difference is said beside it.
/// </summary>
internal sealed class Annex(
    IReadOnlyDictionary<string, decimal?> computed, IReadOnlyDictionary<string, DeclaredFigure> declared, IReadOnlyDictionary<string, string> notes)
{
    private static readonly string[] FieldGroups = ["land", "construction", "investment"];

    public IReadOnlyList<AnnexLine> Lines() => [.. Indicator.All.Select(LineOf)];

    private AnnexLine LineOf(Indicator indicator)
    {
        var said = declared.GetValueOrDefault(indicator.No) is { Value: not null } line ? line : null;
        if (Compute(indicator) is not { } found)
        {
            return said is null
                ? new AnnexLine(indicator, null, FigureSource.None, null)
                : new AnnexLine(indicator, said.Value, FigureSource.Declared, Join(said.Note, $"Kê khai theo {said.Document}"));
        }

        return new AnnexLine(indicator, found.Value, FigureSource.Computed, Join(said?.Note, found.Note, notes.GetValueOrDefault(indicator.No), Difference(found.Value, said?.Value)));
    }

    /// <summary>Null when there is nothing to compute it from; a value of null is 0/0.</summary>
    private (decimal? Value, string? Note)? Compute(Indicator indicator)
    {
        if (computed.GetValueOrDefault(indicator.No) is { } counted)
        {
            return (counted, null);
        }

        if (indicator.No == "3.2.2.rate")
        {
            return Rate(FieldGroups.Sum(g => computed.GetValueOrDefault($"3.2.2.{g}.on_time")), FieldGroups.Sum(g => computed.GetValueOrDefault($"3.2.2.{g}.resolved")));
        }

        if (indicator.Sum.Count > 0)
        {
            var parts = indicator.Sum.Select(ValueOf).ToList();
            return parts.TrueForAll(p => p is not null) ? (parts.Sum(), null) : null;
        }

        return indicator is { Part: { } part, Whole: { } whole } ? Rate(ValueOf(part), ValueOf(whole)) : null;
    }

    private decimal? ValueOf(string no) => computed.GetValueOrDefault(no) ?? declared.GetValueOrDefault(no)?.Value;

    private static (decimal? Value, string? Note)? Rate(decimal? part, decimal? whole)
    {
        if (part is null || whole is null)
        {
            return null;
        }

        var rate = Rates.Of(part.Value, whole.Value);
        return (rate, rate switch
        {
            null => "Không phát sinh: mẫu số bằng 0",
            > 100 => $"Lớn hơn 100%: xem lại hai số {Words(part.Value)} và {Words(whole.Value)}, có thể ghi ngược (ngược lại là {Words(Rates.Of(whole.Value, part.Value) ?? 0)}%)",
            _ => null,
        });
    }

    /// <summary>A declared number that is the computed one, rounded as it was written, is no difference.</summary>
    private static string? Difference(decimal? value, decimal? said)
    {
        if (said is not { } number || (value is { } v && Math.Round(v, number.Scale, MidpointRounding.AwayFromZero) == number))
        {
            return null;
        }

        return value is { } found
            ? $"Số kê khai {Words(number)}, số tính {Words(found)}, chênh {Words(Math.Abs(number - found))}"
            : $"Số kê khai {Words(number)}, không có căn cứ tính";
    }

    private static string Words(decimal number) => number % 1 == 0 ? Vietnamese.Number((long)number) : Vietnamese.Rate(number);

    private static string? Join(params string?[] notes) => string.Join(". ", notes.OfType<string>().Select(n => n.TrimEnd('.'))) is { Length: > 0 } words ? words : null;
}

public static class FigureSources
{
    private static readonly Dictionary<FigureSource, string> Labels = new()
    {
        [FigureSource.Computed] = "Hệ thống tính",
        [FigureSource.Declared] = "Kê khai",
        [FigureSource.None] = "Chưa có",
    };

    public static string Label(this FigureSource source) => Labels[source];
}
