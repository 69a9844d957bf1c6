using System.Globalization;
using System.Reflection;
using System.Text.Json;
using MotCua.Foundation;

namespace MotCua.Web.Shell;

public enum Language
{
    Vietnamese,
    English,
}

/// <summary>
/// What a user reads, gettext style: the Vietnamese sentence is the key, <c>@T["Còn {0} hồ sơ", n]</c>.
/// Whole numbers are grouped (1.234), days and instants take their Vietnamese form; pass a year as text.
/// </summary>
public sealed class Text(IHttpContextAccessor context)
{
    /// <summary>Kept a year; set by the language link.</summary>
    public const string Cookie = "mc-lang";

    public Language Language =>
        context.HttpContext?.Request.Cookies[Cookie] == "en" ? Language.English : Language.Vietnamese;

    public string LanguageCode => Language == Language.English ? "en" : "vi";

    public string this[string sentence, params object?[] args] => Fill(Translated(sentence), args);

    public string this[Error error] => this[error.Text, error.Args];

    /// <summary>Marks a sentence in a table of C# as one that the user reads, so that the test asks for its English.</summary>
    public static string Key(string sentence) => sentence;

    private string Translated(string sentence) =>
        Language == Language.English && English.Sentences.TryGetValue(sentence, out var english) ? english : sentence;

    private string Fill(string sentence, object?[] args) =>
        args.Length == 0 ? sentence : string.Format(new Forms(Language), sentence, args);

    private sealed class Forms(Language language) : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            int or long or short when format is null && language == Language.English =>
                Convert.ToInt64(arg, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture),
            int or long or short when format is null => Vietnamese.Number(Convert.ToInt64(arg, CultureInfo.InvariantCulture)),
            DateOnly day when format is null => Vietnamese.Date(day),
            DateTimeOffset instant when format is null => Vietnamese.DateAndTime(instant),
            IFormattable value => value.ToString(format, CultureInfo.InvariantCulture),
            _ => arg?.ToString() ?? "",
        };
    }
}

/// <summary>The English of every sentence: one flat JSON file an area, Resources/en/AREA.json, held in the program.</summary>
public static class English
{
    public static readonly IReadOnlyDictionary<string, string> Sentences = Load();

    private static Dictionary<string, string> Load()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        var program = Assembly.GetExecutingAssembly();
        foreach (var name in program.GetManifestResourceNames().Where(n => n.StartsWith("en/", StringComparison.Ordinal)))
        {
            using var file = program.GetManifestResourceStream(name)!;
            foreach (var (vietnamese, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(file)!)
            {
                all[vietnamese] = english;
            }
        }

        return all;
    }
}
