using System.Data.Common;
using Dapper;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>The rows of B.2: the dossiers of the figure <c>late</c>, each with its working days late, its cause and its apology.</summary>
internal sealed class LateDossiers(DbConnection connection, WorkingCalendar calendar)
{
    // Judged at the stop while stopped, else at the finish, else on the last day. An apology after the end is not there yet.
    private const string Columns =
        """
        select x.code as dossier, p.code as procedure, v.name as procedure_name, d.applicant ->> 'name' as applicant,
               coalesce((coalesce(x.stopped_at, case when x.finished then x.finished_at end) at time zone interval '7 hours')::date, @last_day) as judged_on,
               case when x.apologised then d.apology_number end as document,
               a.cause, a.words,
        """;

    public async Task<IReadOnlyList<ReportRow>> RowsAsync(Period period, Basis basis, IReadOnlyCollection<AgencyId> agencies, bool full, CancellationToken ct)
    {
        var parameters = FigureQuery.Parameters(period, agencies, out var ids);
        var sql =
            $"""
            {FigureSql.Rows(FigureBase.Touched, basis, ids)}
            {Columns} {(basis is Basis.Original ? "x.due_day" : "coalesce(x.extended_due, x.due_day)")} as due_on
            from (select * from x where {Figures.Get("late").Condition}) x
            join dossiers d on d.id = x.id
            join procedures p on p.id = x.procedure_id
            join procedure_versions v on v.id = d.procedure_version_id
            left join lateral (
                select e.facts ->> 'cause' as cause, e.facts ->> 'words' as words from dossier_events e
                where x.apologised and e.dossier_id = x.id and e.kind = 'apology_issued' order by e.seq limit 1) a on true
            order by due_on, x.code collate "C"
            """;
        var rows = await connection.QueryAsync<Late>(new CommandDefinition(sql, parameters, commandTimeout: 300, cancellationToken: ct));
        return [.. rows.Select(r => Row(r, full))];
    }

    private ReportRow Row(Late late, bool full) => new(late.Dossier, late.ProcedureName, new Dictionary<string, ReportValue>(StringComparer.Ordinal)
    {
        ["dossier"] = late.Dossier,
        ["procedure"] = late.Procedure,
        ["applicant"] = full ? late.Applicant : Masking.Name(late.Applicant),
        ["days_late"] = (decimal?)calendar.WorkingDaysBetween(late.DueOn, late.JudgedOn),
        ["cause"] = late.Words ?? (late.Cause is { } cause ? DelayCauses.Name(cause) : null),
        ["document"] = late.Document,
    });

    private sealed record Late(
        string Dossier, string Procedure, string ProcedureName, string Applicant, DateOnly JudgedOn, string? Document, string? Cause, string? Words, DateOnly DueOn);
}
