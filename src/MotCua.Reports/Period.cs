using MotCua.Foundation;
using MotCua.Registers;

namespace MotCua.Reports;

/// <summary>
/// The period of a report: [from 00:00, the day after to 00:00) in Vietnam, seen at an instant. Only events before
/// <see cref="End"/> count; an instant inside the period takes the place of the period's end, a later one changes nothing.
/// </summary>
public sealed record Period
{
    private Period(DateOnly from, DateOnly to, DateTimeOffset at)
    {
        (From, To) = (from, to);
        Start = Moment.At(from, TimeOnly.MinValue).Instant;
        var limit = Moment.At(to.AddDays(1), TimeOnly.MinValue).Instant;
        End = at < limit ? at.ToOffset(Moment.VietnamOffset) : limit;
        LastDay = at < limit ? Moment.Of(at).Day : to;
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    /// <summary>P0.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>P1, or the instant of <c>--at</c> when that is earlier.</summary>
    public DateTimeOffset End { get; }

    /// <summary>L: the day that pending dossiers are judged on.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The same over directives, which know days only: one that is assigned on a day is there from 00:00 on.</summary>
    public DirectiveSpan Directives => new(From, LastDay, Moment.At(LastDay, TimeOnly.MinValue).Instant < End ? LastDay : LastDay.AddDays(-1));

    public static Result<Period> Of(DateOnly from, DateOnly to, DateTimeOffset at)
    {
        if (to < from)
        {
            return new Error("report.period-reversed", "Kỳ báo cáo kết thúc ({1}) trước khi bắt đầu ({0}).", Vietnamese.Date(from), Vietnamese.Date(to)) { Field = "To" };
        }

        if (from.Year < 1900 || to.Year > 9000)
        {
            return new Error("report.period-range", "Kỳ báo cáo nằm ngoài khoảng năm 1900 đến 9000.") { Field = "From" };
        }

        return at < Moment.At(from, TimeOnly.MinValue).Instant
            ? new Error("report.at-before-period", "Thời điểm xem số liệu ở trước kỳ báo cáo.") { Field = "At" }
            : new Period(from, to, at);
    }
}

/// <summary>By which date lateness is judged: the first promise, or the apology's new date where there is one.</summary>
public enum Basis
{
    Original,
    Extended,
}
