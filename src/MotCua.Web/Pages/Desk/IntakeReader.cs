using System.Globalization;
using System.Text;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Reads what was typed: each value that cannot be read is a fault at its field, and stays on the screen as typed.</summary>
public sealed class IntakeReader(IntakeTyped typed, ProcedureVersion? version, DateOnly today)
{
    private const int MostOfAPaper = 999;

    private const int MostSets = 99;

    private const int LongestPhone = 15;

    private const int LongestEmail = 200;

    /// <summary>More than any fee in the country; a longer number is a slip of the hand.</summary>
    private const long MostDong = 10_000_000_000;

    private static readonly DateOnly FirstBirthday = new(1900, 1, 1);

    public List<Error> Faults { get; } = [];

    public IntakeForm Read() => new()
    {
        Version = typed.VersionId,
        Competent = Agency(),
        Channel = Member<FilingChannel>("Channel", typed.Channel) ?? FilingChannel.Direct,
        Applicant = Read("Applicant", typed.Applicant),
        Submitter = typed.IsForAnother ? Read("Submitter", typed.Submitter) : null,
        Request = Prose("Request", typed.Request),
        Papers = [.. typed.Papers.Select(Read).OfType<PaperCheck>()],
        Limit = version is null || version.LimitFor(typed.FiledBy) is null ? IntakeLimit.Join(typed.Limit, typed.LimitUnit) : null,
        FeeDong = Dong(typed.FeeDong),
        FeeNote = Prose("FeeNote", typed.FeeNote),
        PaidBy = Paid(),
        ReturnBy = Member<FilingChannel>("ReturnBy", typed.ReturnBy) ?? FilingChannel.Direct,
        ReturnTo = Prose("ReturnTo", typed.ReturnTo),
        Sets = Count("Sets", typed.Sets, 1, MostSets),
        Reason = Prose("Reason", typed.Reason),
    };

    private AgencyId? Agency()
    {
        if (string.IsNullOrEmpty(typed.Competent) || typed.CompetentId is not null)
        {
            return typed.CompetentId;
        }

        Fault(NotListed("CompetentQ"));
        return null;
    }

    private Person Read(string prefix, PersonTyped person)
    {
        var sex = Clean(person.Sex);
        if (sex is not (null or "Nam" or "Nữ"))
        {
            Fault(new Error("intake.sex", "Chọn nam hoặc nữ.") { Field = $"{prefix}.Sex" });
        }

        return new Person(person.Name?.Normalize(NormalizationForm.FormC) ?? "")
        {
            IdNumber = Number($"{prefix}.IdNumber", person.IdNumber),
            OldIdNumber = person.OldIdNumber is { Length: <= 20 } old ? old : null,
            BornOn = Birthday($"{prefix}.BornOn", person.BornOn),
            Sex = sex is "Nam" or "Nữ" ? sex : null,
            Address = Prose($"{prefix}.Address", person.Address),
            Phone = Phone($"{prefix}.Phone", person.Phone),
            Email = Email($"{prefix}.Email", person.Email),
        };
    }

    private PaperCheck? Read(PaperTyped paper, int index)
    {
        var name = version!.Content.Papers[index].Name;
        if (Member<PaperVerdict>($"Papers[{index}].Verdict", paper.Verdict) is not { } verdict)
        {
            return null;
        }

        var needed = verdict is PaperVerdict.Ok or PaperVerdict.Wrong;
        return new PaperCheck(index + 1, name)
        {
            Verdict = verdict,
            Reason = verdict is PaperVerdict.Missing or PaperVerdict.Wrong ? Prose($"Papers[{index}].Reason", paper.Reason) : null,
            Originals = needed ? Count($"Papers[{index}].Originals", paper.Originals, 0, MostOfAPaper) : 0,
            Certified = needed ? Count($"Papers[{index}].Certified", paper.Certified, 0, MostOfAPaper) : 0,
            Copies = needed ? Count($"Papers[{index}].Copies", paper.Copies, 0, MostOfAPaper) : 0,
            Electronic = needed && paper.Electronic,
        };
    }

    private string? Number(string field, string? text)
    {
        var number = Clean(text);
        if (number is not null && number.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '.' or '-')))
        {
            Fault(new Error("intake.id-number", "Số định danh chỉ có chữ số: ghi đủ 12 chữ số, hoặc để trống nếu không có.") { Field = field });
        }

        return number;
    }

    private DateOnly? Birthday(string field, string? text)
    {
        if (Clean(text) is not { } written)
        {
            return null;
        }

        if (TypedDates.Day(written) is not { } day)
        {
            Fault(new Error("intake.birthday", "Không có ngày “{0}”. Ghi ngày/tháng/năm, ví dụ 14/03/1998; để trống nếu chỉ biết năm.", Shortened(written)) { Field = field });
            return null;
        }

        if (day > today || day < FirstBirthday)
        {
            Fault(new Error("intake.birthday-range", "Ngày sinh {0} không thể đúng. Xem lại năm sinh.", Vietnamese.Date(day)) { Field = field });
            return null;
        }

        return day;
    }

    private string? Phone(string field, string? text)
    {
        if (Clean(text) is not { } phone)
        {
            return null;
        }

        var digits = phone.Count(char.IsAsciiDigit);
        if (digits is < 8 or > LongestPhone || phone.Any(char.IsLetter))
        {
            Fault(new Error("intake.phone", "Số điện thoại có 10 chữ số, hiện có {0}. Ghi lại, hoặc để trống.", digits) { Field = field });
            return null;
        }

        return phone;
    }

    private string? Email(string field, string? text)
    {
        if (Clean(text) is not { } email)
        {
            return null;
        }

        var at = email.IndexOf('@', StringComparison.Ordinal);
        if (email.Length > LongestEmail || at < 1 || at != email.LastIndexOf('@') || email.IndexOf('.', at) < at + 2 || email.Any(char.IsWhiteSpace))
        {
            Fault(new Error("intake.email", "Thư điện tử phải có dạng ten@noi.vn. Ghi lại, hoặc để trống.") { Field = field });
            return null;
        }

        return email;
    }

    private long? Dong(string? text)
    {
        if (Clean(text) is not { } written)
        {
            return null;
        }

        var number = string.Concat(written.Where(c => c is not ('.' or ' ' or '\u00A0')));
        number = number.EndsWith("đồng", StringComparison.Ordinal) ? number[..^4] : number;
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var dong) && dong <= MostDong)
        {
            return dong;
        }

        Fault(new Error("intake.fee-unreadable", "Không hiểu số tiền “{0}”. Ghi số đồng tròn, ví dụ 15.000.", Shortened(written)) { Field = "FeeDong" });
        return null;
    }

    private PaymentMethod? Paid()
    {
        if (string.IsNullOrEmpty(typed.PaidBy))
        {
            return null;
        }

        // Online payments come from the payment gateway, never from a radio button.
        if (Member<PaymentMethod>("PaidBy", typed.PaidBy) is { } method && method is PaymentMethod.Cash or PaymentMethod.Transfer)
        {
            return Snake.Parse<PaymentMethod>(typed.PaidBy);
        }

        if (!Faults.Exists(f => f.Field == "PaidBy"))
        {
            Fault(NotListed("PaidBy"));
        }

        return null;
    }

    private int Count(string field, string? text, int least, int most)
    {
        if (int.TryParse(Clean(text) ?? $"{least}", NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most)
        {
            return count;
        }

        Fault(new Error("intake.count", "Ghi số từ {0} đến {1}.", least, most) { Field = field });
        return least;
    }

    private T? Member<T>(string field, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var member = Snake.Parse<T>(text);
        if (member is null)
        {
            Fault(NotListed(field));
        }

        return member;
    }

    private string? Prose(string field, string? text)
    {
        var clean = Clean(text);
        if (clean is not null && Vietnamese.Length(clean) > Intake.LongestText)
        {
            Fault(IntakeErrors.TooLong(field, Intake.LongestText));
        }

        return clean;
    }

    private void Fault(Error error) => Faults.Add(error);

    private static Error NotListed(string field) => new("intake.not-listed", "Chọn một trong các mục có sẵn.") { Field = field };

    // Pasted text may carry control characters, which nobody sees and the database refuses.
    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var seen = Vietnamese.HasForbiddenCharacters(text)
            ? string.Concat(text.EnumerateRunes().Where(r => r.Value is '\n' or '\t' || !Vietnamese.HasForbiddenCharacters(r.ToString())))
            : text;
        return Vietnamese.Tidy(seen) is { Length: > 0 } clean ? clean : null;
    }

    private static string Shortened(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
