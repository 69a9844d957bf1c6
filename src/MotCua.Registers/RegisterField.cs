using System.Globalization;
using MotCua.Foundation;

namespace MotCua.Registers;

/// <summary>What stands in a field of a register.</summary>
public enum RegisterFieldKind
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Words,

    Day,

    /// <summary>A whole number from 0.</summary>
    Whole,

    /// <summary>One of a list.</summary>
    Choice,
}

/// <summary>One of a list: how it is stored, and in words.</summary>
public sealed record RegisterChoice(string Code, string Label);

/// <summary>
/// A column of a register ("cột của sổ"). List, form, page, file and history follow from it; values travel as text: days as
/// yyyy-MM-dd, choices by their code.
/// </summary>
/// <param name="Name">In forms and in the database.</param>
/// <param name="Label">On the screen, and the column's head in files.</param>
/// <param name="Kind">What stands in it.</param>
public sealed record RegisterField(string Name, string Label, RegisterFieldKind Kind)
{
    public static readonly IReadOnlyList<RegisterChoice> YesNo = [new("yes", "Có"), new("no", "Không")];

    private static readonly string[] DayForms = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    public bool Optional { get; init; }

    /// <summary>In letters.</summary>
    public int Longest { get; init; } = 300;

    public string? Hint { get; init; }

    public IReadOnlyList<RegisterChoice> Choices { get; init; } = [];

    /// <summary>What stands in a new form.</summary>
    public string Default { get; init; } = "";

    /// <summary>Also a column of the list on the screen.</summary>
    public bool Listed { get; init; }

    /// <summary>The register gives it: no box in the form; a file may bring it.</summary>
    public bool Given { get; init; }

    /// <summary>The members of an enum, in order, with their words.</summary>
    public static IReadOnlyList<RegisterChoice> ChoicesOf<T>(Func<T, string> label)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(m => new RegisterChoice(m.Text(), label(m)))];

    /// <summary>A stored value as people read it.</summary>
    public string Shown(string value) => Kind switch
    {
        RegisterFieldKind.Day when TryDay(value, out var day) => Vietnamese.Date(day),
        RegisterFieldKind.Choice => Choices.FirstOrDefault(c => c.Code == value)?.Label ?? value,
        RegisterFieldKind.Whole when long.TryParse(value, CultureInfo.InvariantCulture, out var number) => Vietnamese.Number(number),
        _ => value,
    };

    /// <summary>A stored value as files carry it: days and numbers as programs read them, choices in words.</summary>
    public string Written(string value) => Kind is RegisterFieldKind.Choice ? Shown(value) : value;

    internal static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
