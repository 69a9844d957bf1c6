namespace MotCua.Calendar;

/// <summary>Why a day departs from the plain Monday-to-Friday week (Labour Code 2019, articles 111 and 112).</summary>
public enum DayKind
{
    /// <summary>Ngày lễ.</summary>
    Public,

    /// <summary>Nghỉ Tết Nguyên đán.</summary>
    Tet,

    /// <summary>Nghỉ bù: the working day after a holiday that fell on the weekly rest.</summary>
    Substitute,

    /// <summary>Hoán đổi (nghỉ): a working day taken off against a Saturday.</summary>
    SwapOff,

    /// <summary>Hoán đổi (làm bù): the Saturday worked instead; a normal working day.</summary>
    SwapWork,

    /// <summary>Đóng cửa đột xuất: one agency does not work; never part of the national calendar.</summary>
    Closing,
}

/// <summary>One day of the calendar that is not what its weekday says.</summary>
public sealed record CalendarDay(DateOnly Day, string Name, DayKind Kind)
{
    public bool IsWorked => Kind == DayKind.SwapWork;
}

/// <summary>An answer that would lie outside the years 1 to 9999.</summary>
public sealed class CalendarRangeException() : InvalidOperationException("Hạn rơi ra ngoài các năm 1 đến 9999.");
