using System.Globalization;

namespace MotCua.Web.Pages.Leader;

/// <summary>Where the marks of a line chart stand; geometry only, in SVG attributes (the content security policy forbids styles).</summary>
/// <param name="Count">Marks along the line.</param>
/// <param name="Lowest">The value at the foot.</param>
/// <param name="Highest">The value at the top.</param>
public sealed record LineChart(int Count, decimal Lowest, decimal Highest)
{
    public const int Width = 330, Height = 222, Left = 40, Right = 284, Top = 24, Foot = 190;

    /// <summary>Room around a mark that answers to the pointer.</summary>
    public decimal Step => Count < 2 ? Right - Left : (decimal)(Right - Left) / (Count - 1);

    public decimal X(int at) => Count < 2 ? (Left + Right) / 2m : Left + (at * Step);

    public decimal Y(decimal value) => Highest == Lowest ? Foot : Foot - ((value - Lowest) / (Highest - Lowest) * (Foot - Top));

    public string Points(IEnumerable<(int At, decimal Value)> marks) => string.Join(' ', marks.Select(m => $"{Number(X(m.At))},{Number(Y(m.Value))}"));

    public static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Round values to draw lines at, four at most.</summary>
    public IReadOnlyList<decimal> Ticks()
    {
        var range = Highest - Lowest;
        decimal[] steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000, 1_000_000];
        var step = steps.FirstOrDefault(s => range / s <= 4, steps[^1]);
        var ticks = new List<decimal>();
        for (var value = Math.Ceiling(Lowest / step) * step; value <= Highest; value += step)
        {
            ticks.Add(value);
        }

        return ticks;
    }
}
