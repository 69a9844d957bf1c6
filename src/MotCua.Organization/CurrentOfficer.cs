namespace MotCua.Organization;

/// <summary>One role held today, by assignment or on behalf of another officer.</summary>
public sealed record HeldRole(OfficeRole Role, AgencyId AgencyId, OfficerId? OnBehalfOf);

/// <summary>Who asks and what they may do, as read at the start of the request.</summary>
public sealed record OfficerSession
{
    public required AccountId AccountId { get; init; }

    public required OfficerId OfficerId { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required AgencyId AgencyId { get; init; }

    public UnitId? UnitId { get; init; }

    public required string UserName { get; init; }

    public required string SecurityStamp { get; init; }

    public bool MustChangePassword { get; init; }

    /// <summary>Not blocked, and at work on the day.</summary>
    public required bool MayWork { get; init; }

    public required IReadOnlyList<HeldRole> Roles { get; init; }
}

/// <summary>The officer of this request ("cán bộ đang đăng nhập"). Every page and use case asks it before acting on a record.</summary>
public sealed class CurrentOfficer
{
    private OfficerSession? session;
    private AgencyTree tree = AgencyTree.Empty;
    private DateOnly today;

    public bool IsKnown => session is not null;

    /// <exception cref="InvalidOperationException">Nobody is logged in.</exception>
    public OfficerId Id => Session.OfficerId;

    public AccountId AccountId => Session.AccountId;

    public string Code => Session.Code;

    public string Name => Session.Name;

    public string Title => Session.Title;

    /// <summary>The agency that the officer belongs to.</summary>
    public AgencyId AgencyId => Session.AgencyId;

    public UnitId? UnitId => Session.UnitId;

    public bool MustChangePassword => session?.MustChangePassword ?? false;

    /// <summary>Roles in force today, delegated ones included.</summary>
    public IReadOnlyList<HeldRole> Roles => session?.Roles ?? [];

    /// <summary>The tree as this request sees it.</summary>
    public AgencyTree Agencies => tree;

    private OfficerSession Session => session ?? throw new InvalidOperationException("Nobody is logged in.");

    public void Become(OfficerSession who, AgencyTree agencies, DateOnly day) => (session, tree, today) = (who, agencies, day);

    /// <summary>May act in this role on a record of this agency.</summary>
    public bool Holds(OfficeRole role, AgencyId agency) => Roles.Any(r =>
        r.Role == role && (r.AgencyId == agency || Inherits(r.AgencyId, agency) || (role.Facts().ActsBelow && tree.IsWithin(agency, r.AgencyId, today))));

    public bool HoldsAnywhere(OfficeRole role) => Roles.Any(r => r.Role == role);

    /// <summary>May read the records of this agency.</summary>
    public bool Sees(AgencyId agency) => Roles.Any(r =>
        r.AgencyId == agency || Inherits(r.AgencyId, agency) || (r.Role.Facts().SeesBelow && tree.IsWithin(agency, r.AgencyId, today)));

    /// <summary>The agencies in which the officer holds the role, the home agency first.</summary>
    public IReadOnlyList<AgencyId> AgenciesOf(OfficeRole role) =>
        [.. Roles.Where(r => r.Role == role).Select(r => r.AgencyId).Distinct().OrderBy(a => a != session?.AgencyId)];

    /// <summary>All agencies whose records the officer may read, for the where-clause of a list.</summary>
    public IReadOnlyList<AgencyId> SeenAgencies()
    {
        var seen = new HashSet<AgencyId>();
        foreach (var role in Roles)
        {
            if (role.Role.Facts().SeesBelow)
            {
                seen.UnionWith(tree.WithDescendants(role.AgencyId, today));
            }
            else
            {
                seen.Add(role.AgencyId);
            }
        }

        foreach (var agency in seen.ToList())
        {
            seen.UnionWith(tree.InheritedBy(agency, today));
        }

        return [.. seen];
    }

    // What an abolished agency left is its heir's to finish: results to hand back, old codes to find.
    private bool Inherits(AgencyId heir, AgencyId agency) => tree.StageAt(agency, today) is null && tree.HeirsOf(agency, today).Contains(heir);

    /// <summary>Administers an agency that has none above it: may load the national list and found top agencies.</summary>
    public bool AdministersAll => Roles.Any(r => r.Role == OfficeRole.Administrator && tree.ParentOf(r.AgencyId, today) is null);
}
