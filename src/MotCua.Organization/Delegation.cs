using MotCua.Foundation;

namespace MotCua.Organization;

public readonly record struct DelegationId(Guid Value) : ITypedId<DelegationId>
{
    public static DelegationId From(Guid value) => new(value);
}

/// <summary>An officer lets another act in some of the own roles for some days ("ủy quyền"). It is never passed on.</summary>
public sealed class Delegation
{
    /// <summary>Longer absences are a matter of assigning the role.</summary>
    public const int LongestDays = 183;

    private Delegation()
    {
    }

    public DelegationId Id { get; private set; }

    public OfficerId FromOfficerId { get; private set; }

    public OfficerId ToOfficerId { get; private set; }

    public IReadOnlyList<OfficeRole> Roles { get; private set; } = [];

    public DateOnly ValidFrom { get; private set; }

    public DateOnly ValidTo { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static Result<Delegation> Give(OfficerId from, OfficerId to, IReadOnlyCollection<OfficeRole> roles, DateRange dates, string reason, Moment now)
    {
        if (from == to)
        {
            return OrganizationErrors.DelegateSelf().At("To");
        }

        if (roles.Count == 0)
        {
            return OrganizationErrors.DelegateNothing().At("Roles");
        }

        foreach (var role in roles.Where(r => !r.Facts().CanBeDelegated))
        {
            return OrganizationErrors.DelegateForbidden(role.Name()).At("Roles");
        }

        if (dates.From < now.Day)
        {
            return OrganizationErrors.DelegatePast().At("ValidFrom");
        }

        if (dates.To is not { } last || last.DayNumber - dates.From.DayNumber >= LongestDays)
        {
            return OrganizationErrors.DelegateTooLong(LongestDays).At("ValidTo");
        }

        var dated = DateRange.Check(dates.From, last);
        if (!dated.Succeeded)
        {
            return dated.Error!;
        }

        var why = Names.Check(reason, Agency.LongestName);
        return why.Succeeded
            ? new Delegation
            {
                Id = Ids.New<DelegationId>(),
                FromOfficerId = from,
                ToOfficerId = to,
                Roles = [.. roles.Distinct().Order()],
                ValidFrom = dates.From,
                ValidTo = last,
                Reason = why.Value,
                CreatedAt = now.Instant,
            }
            : new Error("organization.delegate-reason", "Ghi lý do ủy quyền, ví dụ: nghỉ phép.").At("Reason");
    }

    public bool InForce(DateOnly day) => DateRange.Contains(ValidFrom, ValidTo, day);

    /// <summary>Takes the delegation back: it ends yesterday, or never began.</summary>
    /// <returns>False when nothing of it has been in force yet, so that the row may go.</returns>
    public bool Revoke(DateOnly today)
    {
        if (ValidFrom >= today)
        {
            return false;
        }

        ValidTo = today.AddDays(-1);
        return true;
    }
}
