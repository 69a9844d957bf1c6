using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>Days in force; the last day is inclusive, null is open. The database holds it as valid_from and valid_to.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly? To)
{
    public bool Contains(DateOnly day) => From <= day && (To is null || To >= day);

    public bool Overlaps(DateRange other) => (To is null || other.From <= To) && (other.To is null || From <= other.To);

    public static bool Contains(DateOnly from, DateOnly? to, DateOnly day) => new DateRange(from, to).Contains(day);

    public static Result Check(DateOnly from, DateOnly? to) => to < from
        ? new Error("organization.dates", "Ngày kết thúc {0} sớm hơn ngày bắt đầu {1}. Sửa một trong hai ngày.",
            Vietnamese.Date(to.Value), Vietnamese.Date(from)).At("ValidTo")
        : Result.Ok();
}
