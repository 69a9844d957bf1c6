using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Public;

/// <summary>Apologies that agencies have issued, newest first; of the person only a masked name leaves this class.</summary>
public sealed class ApologyList(MotCuaDb db, PublicFrame frames, TimeProvider time, Text t)
{
    public const int PageSize = 20;

    private const string Count = "select count(*) from dossiers d where d.apology_at is not null and (@agency::uuid is null or d.agency_id = @agency)";

    private const string Read =
        """
        with found as (
            select d.id from dossiers d where d.apology_at is not null and (@agency::uuid is null or d.agency_id = @agency)
            order by d.apology_at desc, d.id limit @size offset @skip)
        select d.applicant ->> 'name' as applicant, d.submitter ->> 'name' as submitter, v.name as procedure, d.agency_id, d.due_day, d.extended_due,
            d.apology_at, d.apology_number, e.facts::text as facts
        from found f join dossiers d on d.id = f.id
        join procedure_versions v on v.id = d.procedure_version_id
        cross join lateral (select facts from dossier_events where dossier_id = d.id and kind = 'apology_issued' order by seq desc limit 1) e
        order by d.apology_at desc, d.id
        """;

    /// <param name="agencyCode">Only that agency's; all when null or unknown.</param>
    /// <param name="page">From 1.</param>
    public async Task<Found> FindAsync(string? agencyCode, int page, CancellationToken ct)
    {
        var (tree, day) = (await frames.TreeAsync(ct), time.Now().Day);
        var agency = tree.ByCode(agencyCode)?.Id.Value;
        var connection = db.Database.GetDbConnection();
        var total = (int)await connection.ExecuteScalarAsync<long>(new CommandDefinition(Count, new { agency }, cancellationToken: ct));
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Read, new { agency, size = PageSize, skip = (shown - 1) * PageSize }, cancellationToken: ct));
        var with = await connection.QueryAsync<Guid>(new CommandDefinition("select distinct agency_id from dossiers where apology_at is not null", cancellationToken: ct));
        return new Found(
            [.. rows.Select(r => r.Shown(PublicFrame.PlaceOf(tree.NameOf(new AgencyId(r.AgencyId), day)), t))],
            shown,
            total,
            [.. with.Select(id => new AgencyId(id)).Where(id => tree.ById(id) is not null).Select(id => (tree.CodeOf(id), tree.NameOf(id, day))).OrderBy(a => a.Item1, StringComparer.Ordinal)]);
    }

    /// <param name="Agencies">Those that have issued any: code and name.</param>
    public sealed record Found(IReadOnlyList<PublishedApology> Rows, int Page, int Total, IReadOnlyList<(string Code, string Name)> Agencies);

    private sealed class Row
    {
        public string Applicant { get; init; } = "";

        public string? Submitter { get; init; }

        public string Procedure { get; init; } = "";

        public Guid AgencyId { get; init; }

        public DateOnly? DueDay { get; init; }

        public DateOnly? ExtendedDue { get; init; }

        public DateTimeOffset ApologyAt { get; init; }

        public string? ApologyNumber { get; init; }

        public string Facts { get; init; } = "{}";

        public PublishedApology Shown(string place, Text t)
        {
            var facts = (ApologyFacts)EventFacts.Parse(EventKind.ApologyIssued, Facts);
            return new PublishedApology(
                MaskedName.Of(Applicant), Procedure, place, DueDay, ExtendedDue ?? facts.NewDue, TrackStory.PublicCause(facts, t, Applicant, Submitter),
                ApologyNumber ?? facts.Number, Moment.Of(ApologyAt).Day);
        }
    }
}

/// <summary>One apology as anybody may read it.</summary>
public sealed record PublishedApology(
    string Applicant, string Procedure, string Place, DateOnly? DueDay, DateOnly NewDue, string Cause, string Number, DateOnly Day);
