using System.Globalization;
using MotCua.Foundation;

namespace MotCua.Registers;

/// <summary>
/// What was typed into a form, or stands in a line of a file, read by the register's fields. Whatever is wrong becomes a fault at
/// its field and reading goes on with an empty value, so that one pass finds every fault.
/// </summary>
public sealed class RegisterValues(IReadOnlyList<RegisterField> fields, IReadOnlyDictionary<string, string?> texts)
{
    private const int MostNumber = 9_999_999;

    private readonly List<Error> faults = [];

    public IReadOnlyList<Error> Faults => faults;

    public string Text(string name)
    {
        var field = FieldOf(name);
        var read = RegisterText.Check(Raw(name), name, null, field.Longest);
        if (!read.Succeeded)
        {
            faults.Add(read.Error!);
            return "";
        }

        return Filled(field, read.Value) ? read.Value : "";
    }

    /// <summary>A required day that is missing or wrong is a fault.</summary>
    public DateOnly Day(string name)
    {
        var field = FieldOf(name);
        if (!Filled(field, Raw(name)))
        {
            return default;
        }

        if (!RegisterField.TryDay(Raw(name)!.Trim(), out var day) || day.Year is < 1900 or > 2200)
        {
            faults.Add(RegisterErrors.NoDay(name, field.Label));
        }

        return day;
    }

    /// <summary>Null where the box is empty.</summary>
    public DateOnly? OptionalDay(string name) => string.IsNullOrWhiteSpace(Raw(name)) ? null : Day(name);

    /// <summary>12 and 1.023 are numbers; an optional box left empty is 0.</summary>
    public int Whole(string name)
    {
        var field = FieldOf(name);
        if (!Filled(field, Raw(name)))
        {
            return 0;
        }

        var groups = Raw(name)!.Trim().Split('.');
        if (groups.Skip(1).Any(g => g.Length != 3)
            || !int.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MostNumber)
        {
            faults.Add(RegisterErrors.NoNumber(name, field.Label));
            return 0;
        }

        return number;
    }

    /// <summary>Of the calendar, from 1990 to 2100.</summary>
    public int Year(string name)
    {
        var year = Whole(name);
        if (year is not 0 and (< 1990 or > 2100))
        {
            faults.Add(RegisterErrors.NoYear(name, FieldOf(name).Label));
        }

        return year;
    }

    /// <summary>A member by its code or by its words, marks and capitals aside.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum => Snake.Parse<T>(Code(name)) ?? default;

    public bool Flag(string name) => Code(name) == "yes";

    private string? Code(string name)
    {
        var field = FieldOf(name);
        if (!Filled(field, Raw(name)))
        {
            return null;
        }

        var typed = Vietnamese.Tidy(Raw(name)!);
        var key = Vietnamese.SearchKey(typed);
        var found = field.Choices.FirstOrDefault(c => c.Code == typed) ?? field.Choices.FirstOrDefault(c => Vietnamese.SearchKey(c.Label) == key);
        if (found is null)
        {
            faults.Add(RegisterErrors.NoChoice(name, field.Label, string.Join("; ", field.Choices.Select(c => c.Label))));
        }

        return found?.Code;
    }

    private bool Filled(RegisterField field, string? text)
    {
        var filled = !string.IsNullOrWhiteSpace(text);
        if (!filled && !field.Optional)
        {
            faults.Add(RegisterErrors.FieldMissing(field.Name, field.Label));
        }

        return filled;
    }

    private RegisterField FieldOf(string name) => fields.First(f => f.Name == name);

    private string? Raw(string name) => texts.GetValueOrDefault(name);
}
