using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Submissions;

/// <summary>What a superior agency asks for.</summary>
/// <param name="Form">A name of <see cref="SubmittedForm"/>.</param>
/// <param name="Period">How often.</param>
/// <param name="Level">Only agencies of this level; null: all right under it.</param>
/// <param name="DaysToSend">Calendar days after the last day of the data.</param>
/// <param name="From">The first day in force: periods that end before it are not asked for.</param>
/// <param name="To">The last day in force; null while it lasts.</param>
/// <param name="Document">What asks for it: number and symbol of a document.</param>
public sealed record DutyFacts(string Form, PeriodKind Period, AgencyLevel? Level, int DaysToSend, DateOnly From, DateOnly? To, string Document)
{
    /// <summary>The days of a free period.</summary>
    public (DateOnly From, DateOnly To)? Free { get; init; }
}

/// <summary>One report of a duty: for which days, and until when it must be sent.</summary>
public sealed record DutyPeriod(DateOnly From, DateOnly To, DateOnly DueOn);

/// <summary>A report that an agency asks of the agencies right under it ("chế độ báo cáo"): which form, how often, until when.</summary>
public sealed class ReportDuty
{
    public const int LongestDocument = 300, MostDays = 60;

    private ReportDuty()
    {
    }

    public Guid Id { get; private init; }

    public AgencyId AskedBy { get; private init; }

    public string Form { get; private init; } = "";

    public PeriodKind Period { get; private init; }

    public DateOnly? FreeFrom { get; private init; }

    public DateOnly? FreeTo { get; private init; }

    public AgencyLevel? Level { get; private init; }

    public int DaysToSend { get; private init; }

    public DateOnly InForceFrom { get; private init; }

    public DateOnly? InForceTo { get; private set; }

    public string Document { get; private init; } = "";

    public OfficerId? RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public int Revision { get; private set; }

    public static Result<ReportDuty> Ask(AgencyId askedBy, DutyFacts facts, OfficerId? by, Moment at)
    {
        var document = SubmissionText.Check(facts.Document, "Document", LongestDocument, SubmissionErrors.DocumentMissing);
        if (!document.Succeeded)
        {
            return document.Error!;
        }

        if (!SubmittedForm.All.Any(f => f.Name == facts.Form))
        {
            return SubmissionErrors.FormUnknown(facts.Form);
        }

        if (facts.DaysToSend is < 0 or > MostDays)
        {
            return SubmissionErrors.DaysToSend(MostDays);
        }

        if (facts.To < facts.From)
        {
            return SubmissionErrors.DutyReversed(facts.From);
        }

        if ((facts.Period is PeriodKind.Free) != (facts.Free is not null))
        {
            return SubmissionErrors.FreeDaysMissing();
        }

        return facts.Free is { } free && free.To < free.From
            ? SubmissionErrors.PeriodReversed(free.From, free.To)
            : new ReportDuty
            {
                Id = Ids.New(),
                AskedBy = askedBy,
                Form = facts.Form,
                Period = facts.Period,
                FreeFrom = facts.Free?.From,
                FreeTo = facts.Free?.To,
                Level = facts.Level,
                DaysToSend = facts.DaysToSend,
                InForceFrom = facts.From,
                InForceTo = facts.To,
                Document = document.Value,
                RecordedBy = by,
                RecordedAt = at.Instant,
            };
    }

    /// <summary>Not asked for any more after a day; what has been sent stays.</summary>
    public Result EndOn(DateOnly day)
    {
        if (day < InForceFrom)
        {
            return SubmissionErrors.DutyReversed(InForceFrom);
        }

        InForceTo = day;
        Revision++;
        return Result.Ok();
    }

    /// <summary>Its periods whose last day lies between two days and while it is in force, oldest first; due on a working day.</summary>
    public IEnumerable<DutyPeriod> PeriodsEndingIn(DateOnly first, DateOnly last, WorkingCalendar calendar)
    {
        var (from, to) = (first > InForceFrom ? first : InForceFrom, InForceTo < last ? InForceTo.Value : last);
        IEnumerable<(DateOnly From, DateOnly To)> periods = FreeTo is { } end
            ? end >= from && end <= to ? [(FreeFrom!.Value, end)] : []
            : ReportPeriods.EndingIn(Period, from, to);
        return periods.Select(p => new DutyPeriod(p.From, p.To, calendar.Roll(p.To.AddDays(DaysToSend))));
    }

    /// <summary>An agency that stands under the one that asks on a day, at the level asked.</summary>
    public bool Concerns(AgencyTree tree, AgencyId agency, DateOnly day) =>
        tree.ParentOf(agency, day) == AskedBy && (Level is null || tree.PlaceAt(agency, day)?.Level == Level);
}
