using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MotCua.Foundation;

/// <summary>Names as the database and the contract write them: RefusedAtDoor ↔ refused_at_door.</summary>
public static class Snake
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Case(string name) => Known.GetOrAdd(name, static n =>
    {
        var text = new StringBuilder(n.Length + 4);
        for (var i = 0; i < n.Length; i++)
        {
            if (i > 0 && char.IsUpper(n[i]) && (!char.IsUpper(n[i - 1]) || (i + 1 < n.Length && char.IsLower(n[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(n[i]));
        }

        return text.ToString();
    });

    public static string Text<T>(this T member)
        where T : struct, Enum => EnumText<T>.Texts[member];

    /// <summary>The member written as <paramref name="text"/>, or null when the list has none.</summary>
    public static T? Parse<T>(string? text)
        where T : struct, Enum => text is not null && EnumText<T>.Members.TryGetValue(text, out var member) ? member : null;

    private static class EnumText<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Texts = Enum.GetValues<T>().ToDictionary(m => m, m => Case(m.ToString()));

        public static readonly Dictionary<string, T> Members = Texts.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}

/// <summary>Enums are stored as snake_case text, so that a row can be read without the program.</summary>
public sealed class EnumTextConverter<T>() : ValueConverter<T, string>(
    member => Snake.Text(member),
    text => Member(text))
    where T : struct, Enum
{
    private static T Member(string text) => Snake.Parse<T>(text) ?? throw new FormatException($"{text} is no {typeof(T).Name}");
}
