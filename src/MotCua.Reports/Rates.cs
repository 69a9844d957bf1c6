namespace MotCua.Reports;

public static class Rates
{
    /// <summary>In percent, two decimals, half away from zero; 0/0 is null ("không phát sinh"), never 0 or 100.</summary>
    public static decimal? Of(long part, long whole) =>
        whole == 0 ? null : Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);

    public static decimal? Of(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);
}
