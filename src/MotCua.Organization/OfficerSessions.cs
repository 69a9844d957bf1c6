using System.Text.Json;
using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>Reads in one query who an account is and what it may do on a day.</summary>
public sealed class OfficerSessions(MotCuaDb db, AgencyTrees trees)
{
    private const string Read =
        """
        select a.id as account_id, o.id as officer_id, o.code, o.name, o.title, o.agency_id, o.unit_id,
               a.user_name, a.security_stamp, a.must_change_password,
               not a.blocked and o.valid_from <= @day and (o.valid_to is null or o.valid_to >= @day) as may_work,
               (select value from settings where key = 'agencies.revision') as tree_revision,
               coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'agencyId', r.agency_id, 'onBehalfOf', r.giver)) from (
                   select role, agency_id, null::uuid as giver from role_assignments
                   where officer_id = o.id and valid_from <= @day and (valid_to is null or valid_to >= @day)
                   union
                   select g.role, g.agency_id, d.from_officer_id
                   from delegations d
                   join role_assignments g on g.officer_id = d.from_officer_id and d.roles ? g.role
                   join officers giver on giver.id = d.from_officer_id
                   where d.to_officer_id = o.id and d.valid_from <= @day and d.valid_to >= @day
                     and g.valid_from <= @day and (g.valid_to is null or g.valid_to >= @day)
                     and giver.valid_from <= @day and (giver.valid_to is null or giver.valid_to >= @day)
               ) r), '[]')::text as roles
        from accounts a join officers o on o.id = a.officer_id
        where a.id = @account
        """;

    /// <summary>Null when there is no such account.</summary>
    public async Task<(OfficerSession Session, AgencyTree Agencies)?> LoadAsync(AccountId account, DateOnly day, CancellationToken ct)
    {
        var row = await db.Database.GetDbConnection().QuerySingleOrDefaultAsync<Row>(
            new CommandDefinition(Read, new { account = account.Value, day }, cancellationToken: ct));
        if (row is null)
        {
            return null;
        }

        var session = new OfficerSession
        {
            AccountId = account,
            OfficerId = new OfficerId(row.OfficerId),
            Code = row.Code,
            Name = row.Name,
            Title = row.Title,
            AgencyId = new AgencyId(row.AgencyId),
            UnitId = row.UnitId is { } unit ? new UnitId(unit) : null,
            UserName = row.UserName,
            SecurityStamp = row.SecurityStamp,
            MustChangePassword = row.MustChangePassword,
            MayWork = row.MayWork,
            Roles = [.. JsonSerializer.Deserialize<List<RoleRow>>(row.Roles, JsonColumn.Options)!.Select(r => new HeldRole(
                r.Role, new AgencyId(r.AgencyId), r.OnBehalfOf is { } giver ? new OfficerId(giver) : null))],
        };
        return (session, await trees.CurrentAsync(db, row.TreeRevision, ct));
    }

    private sealed record RoleRow(OfficeRole Role, Guid AgencyId, Guid? OnBehalfOf);

    private sealed class Row
    {
        public Guid OfficerId { get; init; }

        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string Title { get; init; } = "";

        public Guid AgencyId { get; init; }

        public Guid? UnitId { get; init; }

        public string UserName { get; init; } = "";

        public string SecurityStamp { get; init; } = "";

        public bool MustChangePassword { get; init; }

        public bool MayWork { get; init; }

        public string TreeRevision { get; init; } = "";

        public string Roles { get; init; } = "[]";
    }
}
