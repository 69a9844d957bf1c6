using MotCua.Calendar;
using MotCua.Organization;

namespace MotCua.Dossiers.Ledger;

/// <summary>The first line of a dossier: everything that is frozen at receipt.</summary>
internal sealed record LedgerReceipt(ReceivedFacts Facts, string Field)
{
    public AgencyId Agency => Facts.Agency;

    public Dossier Begin(EventKind kind, string code, LedgerStamp stamp) => kind is EventKind.Received
        ? Dossier.Receive(code, Field, Facts, stamp.At, stamp.By, stamp.EnteredAt, stamp.Note)
        : Dossier.RefuseAtDoor(code, Field, Facts, stamp.At, stamp.By, stamp.EnteredAt, stamp.Note);

    /// <summary>Null when the line has faults, which are then among the line's.</summary>
    public static LedgerReceipt? Read(LineReader line, EventKind kind, LedgerStamp? stamp, LedgerBook book)
    {
        var agency = book.Agency(line, "agency");
        var desk = book.OptionalAgency(line, "desk") ?? agency;
        var found = book.Version(line, stamp?.At.Day ?? DateOnly.MaxValue);
        var channel = line.OneOf<Procedures.FilingChannel>("channel");
        var applicant = Applicant(line);
        var slip = line.Flag("slip");
        var given = line.OptionalLimit("limit");
        var digitisation = line.OptionalWord("digitisation", "required", "exempt");
        var reason = kind is EventKind.RefusedAtDoor ? line.Text("reason") : null;
        if (line.Faulty || stamp is null || found is not ({ } procedure, { } version))
        {
            return null;
        }

        if (kind is EventKind.Received && given is null && version.LimitFor(channel) is null)
        {
            line.Fault($"thủ tục {procedure.Code} chưa có thời hạn; ghi “limit” trong dòng, hoặc bổ sung thời hạn của thủ tục");
            return null;
        }

        var limit = kind is EventKind.Received ? given ?? version.LimitFor(channel)!.Value : TimeLimit.None;
        var due = Due(line, book.ClockOf(agency), stamp, limit);
        return line.Faulty ? null : new LedgerReceipt(
            new ReceivedFacts
            {
                Agency = agency,
                Desk = desk,
                Procedure = procedure.Id,
                Version = version.Id,
                Channel = channel,
                Applicant = applicant,
                Limit = limit.ToString(),
                OnSupplement = version.OnSupplement,
                DigitisationRequired = digitisation is null ? version.DigitisationRequired : digitisation == "required",
                Slip = slip,
                DueDay = due.DueDay,
                DueAt = due.DueAt,
                ReturnBy = channel,
                Reason = reason,
            },
            version.Field);
    }

    private static Deadline Due(LineReader line, DeadlineClock clock, LedgerStamp stamp, TimeLimit limit)
    {
        try
        {
            return clock.Start(stamp.At.Instant, limit);
        }
        catch (CalendarRangeException)
        {
            line.Fault($"hạn {limit} kể từ {stamp.At.Day:yyyy-MM-dd} nằm ngoài lịch");
            return default;
        }
    }

    private static Person Applicant(LineReader line)
    {
        if (line.Object("applicant") is not { } applicant)
        {
            return new Person("");
        }

        var person = new Person(applicant.Name("name"))
        {
            IdNumber = Number(applicant.OptionalText("id_number")),
            Phone = Number(applicant.OptionalText("phone")),
        };
        applicant.RefuseOthers();
        return person;
    }

    /// <summary>Written with spaces or dots it is the same number; a passport's letters stay.</summary>
    private static string? Number(string? text)
    {
        var bare = text is null ? "" : string.Concat(text.Where(c => c is not (' ' or '.' or '-')));
        return bare.Length == 0 ? null : bare.All(c => char.IsAsciiDigit(c) || c == '+') ? bare : text;
    }
}
