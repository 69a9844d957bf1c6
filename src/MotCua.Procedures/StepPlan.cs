using System.Globalization;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>The internal process beside the limit: the steps' office hours must fit it (DOMAIN 3.1, multi-step).</summary>
public sealed record StepPlan(IReadOnlyList<InternalStep> Steps, TimeLimit? Limit)
{
    /// <summary>One working day of the sessions 07:30–11:30 and 13:30–17:00.</summary>
    public static readonly decimal HoursADay = (decimal)OfficeHours.Default.Day.TotalHours;

    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = "," };

    public decimal Hours => Steps.Sum(s => s.Hours);

    /// <summary>Office hours that the limit gives at most; null when it gives no measure (months, no date, not said).</summary>
    public decimal? Allowed => Limit switch
    {
        { Unit: LimitUnit.WorkingDays or LimitUnit.Days, Count: var n } => n * HoursADay,
        { Unit: LimitUnit.Hours, Count: var n } => n,
        { Unit: LimitUnit.SameDay } => HoursADay,
        _ => null,
    };

    public bool Fits => Allowed is not { } allowed || Hours <= allowed;

    /// <summary>Steps of a limit in hours or of the same day are written in hours, all others in working days.</summary>
    public bool InHours => Limit is { Unit: LimitUnit.Hours or LimitUnit.SameDay };

    public static StepPlan Of(VersionText text) => new(text.Content.Steps, text.Limit);

    /// <summary>"1,75 ngày" or "4 giờ".</summary>
    public string Words(decimal hours) => InHours
        ? $"{Number(hours)} giờ"
        : $"{Number(hours / HoursADay)} ngày";

    /// <summary>A step's time as its input shows it: 0,25.</summary>
    public string Number(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", Comma);

    public string InputOf(InternalStep step) => Number(InHours ? step.Hours : step.Hours / HoursADay);

    public decimal HoursOf(decimal typed) => InHours ? typed : typed * HoursADay;

    /// <summary>"Cộng 3 ngày, khớp thời hạn".</summary>
    public string Summary() => (Allowed, Hours) switch
    {
        (null, _) => $"Cộng {Words(Hours)}",
        ({ } allowed, var sum) when sum == allowed => $"Cộng {Words(sum)}, khớp thời hạn",
        ({ } allowed, var sum) when sum < allowed => $"Cộng {Words(sum)}, còn dư {Words(allowed - sum)}",
        ({ } allowed, var sum) => $"Cộng {Words(sum)}, quá thời hạn {Words(sum - allowed)}",
    };

    public Result Check()
    {
        for (var i = 0; i < Steps.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Steps[i].Name))
            {
                return ProcedureErrors.StepName(i + 1).At($"Steps[{i}].Name");
            }

            if (Steps[i].Hours <= 0)
            {
                return ProcedureErrors.StepTime(i + 1).At($"Steps[{i}].Time");
            }
        }

        return Fits ? Result.Ok() : ProcedureErrors.StepsTooLong(Words(Hours), Limit!.Value.Words()).At("Steps");
    }
}
