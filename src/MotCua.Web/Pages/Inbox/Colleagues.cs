using Dapper;
using MotCua.Foundation;
using Npgsql;

namespace MotCua.Web.Pages.Inbox;

/// <summary>An officer who may be given work, and how much of it is on the desk already.</summary>
public sealed record Colleague
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Title { get; init; } = "";

    public int OpenDossiers { get; init; }

    public int Overdue { get; init; }

    /// <summary>Those who hold a working role in all the agencies of these dossiers today, the least loaded first.</summary>
    public static async Task<IReadOnlyList<Colleague>> OfAsync(NpgsqlDataSource source, IReadOnlyCollection<string> codes, Moment now, CancellationToken ct)
    {
        const string Sql = """
            with wanted as (select distinct agency_id from dossiers where code = any(@codes)),
            able as (
                select r.officer_id from role_assignments r join wanted w on w.agency_id = r.agency_id
                where r.role in ('specialist', 'receptionist', 'signer', 'clerk') and r.valid_from <= @today and (r.valid_to is null or r.valid_to >= @today)
                group by r.officer_id having count(distinct r.agency_id) = (select count(*) from wanted))
            select o.id, o.name, o.title, load.open_dossiers, load.overdue
            from able join officers o on o.id = able.officer_id
                cross join lateral (
                    select count(*) as open_dossiers,
                        count(*) filter (where d.stopped_at is null and coalesce(d.extended_due, d.due_day) < @today) as overdue
                    from dossiers d join wanted w on w.agency_id = d.agency_id
                    where d.holder_id = o.id and d.finished_at is null and d.received_at is not null) load
            where o.valid_from <= @today and (o.valid_to is null or o.valid_to >= @today)
            order by load.open_dossiers, o.name
            """;
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<Colleague>(new CommandDefinition(Sql, new { codes = codes.ToArray(), today = now.Day }, cancellationToken: ct))];
    }
}
