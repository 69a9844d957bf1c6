using MotCua.Foundation;

namespace MotCua.Organization;

public readonly record struct RoleAssignmentId(Guid Value) : ITypedId<RoleAssignmentId>
{
    public static RoleAssignmentId From(Guid value) => new(value);
}

/// <summary>An officer holds a role in an agency for a time ("giao vai"); several may run side by side.</summary>
public sealed class RoleAssignment
{
    public RoleAssignmentId Id { get; init; } = Ids.New<RoleAssignmentId>();

    public OfficerId OfficerId { get; init; }

    public OfficeRole Role { get; init; }

    public AgencyId AgencyId { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null is open.</summary>
    public DateOnly? ValidTo { get; private set; }

    public static RoleAssignment Of(OfficerId officer, OfficeRole role, AgencyId agency, DateRange dates) => new()
    {
        OfficerId = officer,
        Role = role,
        AgencyId = agency,
        ValidFrom = dates.From,
        ValidTo = dates.To,
    };

    public Result EndOn(DateOnly lastDay)
    {
        var dated = DateRange.Check(ValidFrom, lastDay);
        if (dated.Succeeded)
        {
            ValidTo = lastDay;
        }

        return dated;
    }
}
