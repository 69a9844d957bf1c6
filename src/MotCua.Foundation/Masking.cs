namespace MotCua.Foundation;

/// <summary>What the public may see of a person: enough to recognise oneself, not enough to be looked up by others (NĐ 356/2025).</summary>
public static class Masking
{
    private const string Hidden = "***";

    /// <summary>The given name down to its first letter: "Nguyễn Thị Mai" → "Nguyễn Thị M***"; a given name of one letter goes whole.</summary>
    public static string Name(string name)
    {
        var tidy = Vietnamese.Tidy(name);
        var cut = tidy.LastIndexOf(' ') + 1;
        var given = tidy[cut..];
        var initial = given.EnumerateRunes().FirstOrDefault().ToString();
        return tidy.Length == 0 ? "" : initial.Length == given.Length ? tidy[..cut] + Hidden : tidy[..cut] + initial + Hidden;
    }
}
