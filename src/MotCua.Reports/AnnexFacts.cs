using System.Data.Common;
using Dapper;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Reports;

/// <summary>
/// What the records of the system say for the annex: indicator → value. An indicator that is not in it, or is null, has no records to
/// be computed from and is declared.
/// </summary>
internal sealed class AnnexFacts(DbConnection connection, Period period, IReadOnlySet<AgencyId> agencies, CancellationToken ct)
{
    /// <summary>A field belongs to a group of 3.2.2 by the words in its name.</summary>
    private static readonly (string Group, string Words)[] FieldGroups = [("land", "dat dai"), ("construction", "xay dung"), ("investment", "dau tu")];

    private readonly Dictionary<string, decimal?> values = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> notes = new(StringComparer.Ordinal);

    /// <summary>What is said beside a value: a register that not every agency keeps.</summary>
    public IReadOnlyDictionary<string, string> Notes => notes;

    public async Task<IReadOnlyDictionary<string, decimal?>> ReadAsync(IReadOnlyList<FigureRow> byField)
    {
        ReadDossiers(byField);
        await ReadSurveyAsync();
        await ReadPlansAsync();
        await ReadDirectivesAsync();
        await ReadCatalogueAsync();
        await ReadOnlineAsync();
        await ReadPaymentsAsync();
        await ReadPostAsync();
        await ReadBooksAsync();
        return values;
    }

    private void ReadDossiers(IReadOnlyList<FigureRow> byField)
    {
        long Sum(string figure) => byField.Sum(r => r[figure]);
        values["1.7.forms"] = Sum("rated");
        values["3.2.1.received"] = Sum("received");
        values["3.2.1.resolved"] = Sum("done");
        values["3.2.1.on_time"] = Sum("done.in_time");
        values["3.2.1.note_in_progress"] = Sum("pending.within");
        var groups = byField.ToLookup(r => GroupOf(r.Key ?? ""), StringComparer.Ordinal);
        foreach (var (group, _) in FieldGroups)
        {
            values[$"3.2.2.{group}.resolved"] = groups[group].Sum(r => r["done"]);
            values[$"3.2.2.{group}.on_time"] = groups[group].Sum(r => r["done.in_time"]);
        }
    }

    /// <summary>Ratings that came are a survey that was held, and say how; without any it may have been held otherwise, and is declared.</summary>
    private async Task ReadSurveyAsync()
    {
        if (values["1.7.forms"] is not > 0)
        {
            return;
        }

        var ways = await RatingChannels.CountAsync(connection, period, agencies, ct);
        var (paper, electronic) = (ways[RatingVia.Paper] > 0, ways[RatingVia.Kiosk] + ways[RatingVia.Online] > 0);
        values["1.7.surveyed"] = 1;
        values["1.7.method"] = paper && electronic ? 2 : paper ? 1 : 0;
    }

    private static string GroupOf(string field)
    {
        var key = Vietnamese.SearchKey(field);
        return FieldGroups.FirstOrDefault(g => key.Contains(g.Words, StringComparison.Ordinal)).Group ?? "";
    }

    /// <summary>The plans of the year in which the period ends, as far as they were done by its last day.</summary>
    private async Task ReadPlansAsync()
    {
        const string Sql =
            """
            select plan, count(*), count(*) filter (where done_on <= @day) from plan_tasks
            where agency_id = any(@agencies) and year = @year group by plan
            """;
        var plans = await connection.QueryAsync<(string Plan, long Total, long Done)>(
            new CommandDefinition(Sql, new { agencies = Ids, day = period.LastDay, year = period.LastDay.Year }, cancellationToken: ct));
        foreach (var (plan, total, done) in plans)
        {
            var row = Snake.Parse<PlanKind>(plan) switch { PlanKind.Reform => "1.2", PlanKind.Papi => "1.3", _ => "1.4" };
            (values[$"{row}.total"], values[$"{row}.done"]) = (total, done);
        }
    }

    /// <summary>Directives as B.4 counts them; where an agency has never had any, nothing is known.</summary>
    private async Task ReadDirectivesAsync()
    {
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select 1 from directives where agency_id = any(@Ids))", new { Ids }, cancellationToken: ct)))
        {
            return;
        }

        var counts = await DirectiveFigures.CountAsync(connection, period.Directives, agencies, ct);
        long Sum(params string[] figures) => counts.Values.Sum(c => figures.Sum(f => c[f]));
        values["1.6.total"] = Sum("directives");
        values["1.6.done_on_time"] = Sum("completed_on_time");
        values["1.6.done_late"] = Sum("completed_late");
        values["1.6.overdue_open"] = Sum("not_started_overdue", "in_progress_overdue");
    }

    /// <summary>Procedures of communes in force on the last day, by what their content says. An empty catalogue says nothing.</summary>
    private async Task ReadCatalogueAsync()
    {
        const string Sql =
            """
            select nullif(count(*), 0) as procedures,
                   case when count(content ->> 'service') > 0 then count(*) filter (where content ->> 'service' = 'partial') end as partial,
                   case when count(content ->> 'service') > 0 then count(*) filter (where content ->> 'service' = 'full') end as full,
                   nullif(count(*) filter (where jsonb_path_exists(content, '$.fees[*] ? (@.dong > 0)')), 0) as fees,
                   nullif(count(*) filter (where jsonb_path_exists(content, '$.channels[*] ? (@.channel == "postal")')), 0) as postal
            from procedure_versions
            where status = 'published' and valid_from <= @day and (valid_to is null or valid_to >= @day) and (level = '' or level ilike '%xã%')
            """;
        var (procedures, partial, full, fees, postal) = await connection.QuerySingleAsync<(long?, long?, long?, long?, long?)>(
            new CommandDefinition(Sql, new { day = period.LastDay }, cancellationToken: ct));
        (values["3.1.4.commune"], values["7.6.1.provided"], values["7.6.2.provided"]) = (procedures, partial, full);
        (values["7.6.4.fee_procedures"], values["7.7.1.total"], values["7.7.1.receive"]) = (fees, postal, postal);
    }

    /// <summary>
    /// 7.6.3 looks only at procedures with an online service: those whose version says so, or that someone has filed online. A level is
    /// known only where the version says it: 3 is the partial, 4 the full service.
    /// </summary>
    private async Task ReadOnlineAsync()
    {
        var sql =
            $"""
            {FigureSql.Rows(FigureBase.Touched, Basis.Original)},
            fresh as (
                select x.channel, x.procedure_id, v.content ->> 'service' as service from x
                join dossiers d on d.id = x.id join procedure_versions v on v.id = d.procedure_version_id
                where x.received_at >= @start),
            served as (
                select procedure_id from fresh where service is not null
                union select procedure_id from dossiers where channel = 'online' and received_at < @end)
            select count(*) filter (where s.procedure_id is not null), count(*) filter (where f.channel = 'online'), count(f.service),
                   count(distinct f.procedure_id) filter (where f.channel = 'online' and f.service = 'partial'),
                   count(distinct f.procedure_id) filter (where f.channel = 'online' and f.service = 'full')
            from fresh f left join (select distinct procedure_id from served) s using (procedure_id)
            """;
        var (total, online, levels, partial, full) = await connection.QuerySingleAsync<(long, long, long, long, long)>(
            new CommandDefinition(sql, FigureQuery.Parameters(period, agencies), commandTimeout: 300, cancellationToken: ct));
        (values["7.6.3.total"], values["7.6.3.online"]) = (total, online);
        if (levels > 0)
        {
            (values["7.6.1.used"], values["7.6.2.used"]) = (partial, full);
        }
    }

    /// <summary>7.6.4 is paid through the province's centre, 7.6.5 through the national portal.</summary>
    private async Task ReadPaymentsAsync()
    {
        var sql =
            $"""
            {FigureSql.Rows(FigureBase.PaidOnline, Basis.Original)}
            select count(distinct x.procedure_id), count(distinct x.id) filter (where p.method = 'online_local'),
                   coalesce(sum(p.amount) filter (where p.method = 'online_local'), 0)::bigint,
                   count(distinct x.id) filter (where p.method = 'online_national'),
                   coalesce(sum(p.amount) filter (where p.method = 'online_national'), 0)::bigint
            from x join dossier_payments p on p.dossier_id = x.id and p.at >= @start and p.at < @end and p.method in ('online_national', 'online_local')
            """;
        var (procedures, local, localDong, national, nationalDong) = await connection.QuerySingleAsync<(long, long, long, long, long)>(
            new CommandDefinition(sql, FigureQuery.Parameters(period, agencies), commandTimeout: 300, cancellationToken: ct));
        values["7.6.4.used"] = procedures;
        (values["7.6.4.dossiers"], values["7.6.4.amount"]) = (local, localDong);
        (values["7.6.5.dossiers"], values["7.6.5.amount"]) = (national, nationalDong);
    }

    private async Task ReadPostAsync()
    {
        var received =
            $"""
            {FigureSql.Rows(FigureBase.Touched, Basis.Original)}
            select count(*) from x where {Figures.Get("new.postal").Condition}
            """;
        var returned =
            $"""
            {FigureSql.Rows(FigureBase.Returned, Basis.Original)}
            select count(*) filter (where d.return_channel = 'postal'), count(*) filter (where d.return_channel = 'postal' and x.channel = 'postal')
            from x join dossiers d on d.id = x.id
            """;
        var parameters = FigureQuery.Parameters(period, agencies);
        values["7.7.2.received"] = await connection.ExecuteScalarAsync<long>(new CommandDefinition(received, parameters, commandTimeout: 300, cancellationToken: ct));
        (values["7.7.2.returned"], values["7.7.2.both"]) = await connection.QuerySingleAsync<(long, long)>(
            new CommandDefinition(returned, parameters, commandTimeout: 300, cancellationToken: ct));
    }

    /// <summary>Rows that a register gives, where it has a line to know them from (ADR 0007); else they stay declared.</summary>
    private async Task ReadBooksAsync()
    {
        foreach (var book in RegisterBooks.All)
        {
            foreach (var figure in book.Figures)
            {
                if (await RegisterFigures.CountAsync(connection, book, figure, period.Directives, agencies, ct) is { } count)
                {
                    values[figure.Indicator] = count.Value;
                    if (count.Keeping < agencies.Count)
                    {
                        notes[figure.Indicator] = $"Từ sổ của {count.Keeping} trên {agencies.Count} đơn vị";
                    }
                }
            }
        }
    }

    private Guid[] Ids => [.. agencies.Select(a => a.Value)];
}
