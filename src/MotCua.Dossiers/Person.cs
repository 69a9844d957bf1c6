using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>The applicant ("chủ hồ sơ") or the one who stands at the counter ("người nộp"), as written on the slip.</summary>
public sealed record Person(string Name)
{
    /// <summary>Longest name that is stored, in letters after NFC (CONTRACT 2).</summary>
    public const int LongestName = 300;

    /// <summary>Personal identification number, 12 digits; null for organisations and for people without one.</summary>
    public string? IdNumber { get; init; }

    /// <summary>The nine-digit number of an old identity card, as the card's QR line still carries it.</summary>
    public string? OldIdNumber { get; init; }

    public DateOnly? BornOn { get; init; }

    /// <summary>"Nam" or "Nữ", as the card writes it.</summary>
    public string? Sex { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>The same person with tidy text: NFC, single spaces, digits only in numbers.</summary>
    public Person Tidied() => this with
    {
        Name = Vietnamese.Tidy(Name),
        IdNumber = Digits(IdNumber),
        OldIdNumber = Digits(OldIdNumber),
        Sex = Clean(Sex),
        Address = Clean(Address),
        Phone = Digits(Phone),
        Email = Clean(Email),
    };

    /// <summary>Checks what the office needs of a person before a paper may bear the name.</summary>
    public Result Check(string fieldPrefix)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            return new Error("person.name-missing", "Ghi họ, chữ đệm, tên của người nộp.") { Field = fieldPrefix + nameof(Name) };
        }

        if (Vietnamese.Length(Name) > LongestName)
        {
            return new Error("person.name-too-long", "Tên dài {0} chữ; nhiều nhất {1} chữ.", Vietnamese.Length(Name), LongestName)
            { Field = fieldPrefix + nameof(Name) };
        }

        if (Vietnamese.HasForbiddenCharacters(Name))
        {
            return new Error("person.name-characters", "Tên có ký tự ẩn không in được. Xóa ô rồi gõ lại.") { Field = fieldPrefix + nameof(Name) };
        }

        var number = Digits(IdNumber);
        return number is { Length: not 12 }
            ? new Error("person.id-number", "Số định danh phải đủ 12 chữ số, hiện có {0}.", number.Length) { Field = fieldPrefix + nameof(IdNumber) }
            : Result.Ok();
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Tidy(text);

    private static string? Digits(string? text)
    {
        var digits = text is null ? "" : string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '+'));
        return digits.Length == 0 ? null : digits;
    }
}

/// <summary>What the counter found of one paper on the procedure's list.</summary>
public sealed record PaperCheck(int Number, string Name)
{
    public PaperVerdict Verdict { get; init; } = PaperVerdict.Ok;

    /// <summary>Why it is missing or wrong, in words the citizen can act on.</summary>
    public string? Reason { get; init; }

    public int Originals { get; init; }

    public int Certified { get; init; }

    public int Copies { get; init; }

    public bool Electronic { get; init; }
}

/// <summary>Đạt, thiếu, sai, không cần.</summary>
public enum PaperVerdict
{
    Ok,
    Missing,
    Wrong,
    NotNeeded,
}
