using System.Collections.Concurrent;
using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Desk;

/// <summary>An applicant of an earlier dossier at this office.</summary>
public sealed record EarlierPerson(string Code, Person Person, DateTimeOffset ReceivedAt);

/// <summary>One who files for others, with the newest dossier that he brought.</summary>
public sealed record UsualSubmitter(string Code, string Name);

/// <summary>An open dossier of the person at the counter.</summary>
public sealed record OpenDossier(string Code, ProcedureId Procedure, string Name, DateTimeOffset ReceivedAt);

public sealed record DraftRow(Guid Id, string Name, string? Procedure, DateTimeOffset SavedAt, DateTimeOffset? GuidedAt);

/// <summary>What the intake page looks up: only records of the officer's own agency.</summary>
public static class IntakeLookups
{
    private const int MostSuggestions = 6;

    private const int MostDrafts = 20;

    private static readonly TimeSpan FrequentFor = TimeSpan.FromMinutes(10);

    private static readonly ConcurrentDictionary<(string Database, AgencyId Agency), (DateTimeOffset At, IReadOnlyList<ProcedureId> Ids)> Frequent = new();

    /// <summary>
    /// The procedures that this desk received most in 90 days. One range of dossiers_received_ix; kept for ten minutes,
    /// since the answer moves slowly and every intake asks.
    /// </summary>
    public static async Task<IReadOnlyList<ProcedureId>> FrequentAsync(MotCuaDb db, AgencyId agency, Moment now, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        var key = ($"{connection.DataSource}/{connection.Database}", agency);
        if (Frequent.TryGetValue(key, out var known) && now.Instant >= known.At && now.Instant - known.At < FrequentFor)
        {
            return known.Ids;
        }

        var ids = await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            select procedure_id from dossiers
            where received_at >= @since and received_at <= @now and agency_id = @agency
            group by procedure_id order by count(*) desc, procedure_id limit 4
            """,
            new { since = now.Instant.AddDays(-90), now = now.Instant, agency = agency.Value },
            cancellationToken: ct));
        IReadOnlyList<ProcedureId> found = [.. ids.Select(i => new ProcedureId(i))];
        if (found.Count > 0)
        {
            Frequent[key] = (now.Instant, found);
        }

        return found;
    }

    /// <summary>Those who filed for others at this desk more than once in 90 days; one range of dossiers_received_ix, and only for an intake that asks.</summary>
    public static async Task<IReadOnlyList<UsualSubmitter>> UsualSubmittersAsync(MotCuaDb db, AgencyId agency, Moment now, CancellationToken ct)
    {
        var rows = await db.Database.GetDbConnection().QueryAsync<(string Code, string Name)>(new CommandDefinition(
            """
            select (array_agg(code order by received_at desc))[1] as code, (array_agg(submitter ->> 'name' order by received_at desc))[1] as name
            from dossiers
            where received_at >= @since and received_at <= @now and desk_id = @agency and submitter is not null
            group by coalesce(submitter ->> 'idNumber', submitter ->> 'name') having count(*) > 1
            order by count(*) desc, code limit 3
            """,
            new { since = now.Instant.AddDays(-90), now = now.Instant, agency = agency.Value },
            cancellationToken: ct));
        return [.. rows.Select(r => new UsualSubmitter(r.Code, r.Name))];
    }

    /// <summary>People who filed here before, by number, by phone or by a part of the name; the newest writing of each.</summary>
    public static async Task<IReadOnlyList<EarlierPerson>> EarlierAsync(MotCuaDb db, AgencyId agency, string text, CancellationToken ct)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var dossiers = db.Dossiers.AsNoTracking().Where(d => d.ReceivedAt != null && (d.DeskId == agency || d.AgencyId == agency));
        if (digits.Length == 12 && !text.Any(char.IsLetter))
        {
            dossiers = dossiers.Where(d => d.ApplicantIdNumber == digits);
        }
        else if (digits.Length >= 8 && !text.Any(char.IsLetter))
        {
            dossiers = dossiers.Where(d => d.ApplicantPhone == digits);
        }
        else
        {
            var keys = await KeysLikeAsync(db, Vietnamese.SearchKey(text), ct);
            dossiers = dossiers.Where(d => keys.Contains(d.ApplicantKey));
        }

        var rows = await dossiers.OrderByDescending(d => d.ReceivedAt).Take(60)
            .Select(d => new { d.Code, d.Applicant, d.ReceivedAt }).ToListAsync(ct);
        return [.. rows
            .DistinctBy(r => r.Applicant.IdNumber ?? $"{Vietnamese.SearchKey(r.Applicant.Name)}/{r.Applicant.BornOn}/{r.Applicant.Phone}")
            .Take(MostSuggestions)
            .Select(r => new EarlierPerson(r.Code, r.Applicant, r.ReceivedAt!.Value))];
    }

    public static async Task<(Person Applicant, Person? Submitter)?> PeopleOfAsync(MotCuaDb db, AgencyId agency, string code, CancellationToken ct)
    {
        var found = await db.Dossiers.AsNoTracking().Where(d => d.Code == code && (d.DeskId == agency || d.AgencyId == agency))
            .Select(d => new { d.Applicant, d.Submitter }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Applicant, found.Submitter);
    }

    /// <summary>Open dossiers of a person: by number; without one by name and day of birth.</summary>
    public static async Task<IReadOnlyList<OpenDossier>> OpenAsync(MotCuaDb db, AgencyId agency, Person person, CancellationToken ct)
    {
        var key = Vietnamese.SearchKey(person.Name);
        var open = db.Dossiers.AsNoTracking()
            .Where(d => d.FinishedAt == null && d.ReceivedAt != null && (d.DeskId == agency || d.AgencyId == agency));
        if (person.IdNumber is { } number)
        {
            open = open.Where(d => d.ApplicantIdNumber == number);
        }
        else if (key.Length > 0 && person.BornOn is not null)
        {
            open = open.Where(d => d.ApplicantKey == key);
        }
        else
        {
            return [];
        }

        var rows = await (from d in open
                          join v in db.ProcedureVersions.AsNoTracking() on d.ProcedureVersionId equals v.Id
                          orderby d.ReceivedAt descending
                          select new { d.Code, d.ProcedureId, v.Name, d.ReceivedAt, d.Applicant }).Take(20).ToListAsync(ct);
        return [.. rows.Where(r => person.IdNumber is not null || r.Applicant.BornOn == person.BornOn)
            .Select(r => new OpenDossier(r.Code, r.ProcedureId, r.Name, r.ReceivedAt!.Value))];
    }

    public static async Task<(int Count, IReadOnlyList<DraftRow> Rows)> DraftsAsync(MotCuaDb db, AgencyId agency, string? name, CancellationToken ct)
    {
        // What was filed online waits on its own list.
        var filings = db.Filings;
        var drafts = db.IntakeDrafts.AsNoTracking().Where(d => d.AgencyId == agency && d.ClosedAt == null && !filings.Any(f => f.DraftId == d.Id));
        var count = await drafts.CountAsync(ct);
        var key = Vietnamese.SearchKey(name is { Length: > 100 } ? name[..100] : name ?? "");
        var digits = key.Replace(" ", "", StringComparison.Ordinal);
        var rows = await (from d in drafts
                          where key == "" || d.ApplicantKey.Contains(key) || (d.ApplicantIdNumber != null && d.ApplicantIdNumber == digits)
                          join v in db.ProcedureVersions.AsNoTracking() on d.ProcedureVersionId equals v.Id into versions
                          from v in versions.DefaultIfEmpty()
                          orderby d.SavedAt descending
                          select new DraftRow(d.Id, d.ApplicantName, v == null ? null : v.Name, d.SavedAt, d.GuidedAt)).Take(MostDrafts).ToListAsync(ct);
        return (count, rows);
    }

    // Through the dictionary of names: its trigram index answers a part of a name, and a slip of the hand, at once.
    private static async Task<List<string>> KeysLikeAsync(MotCuaDb db, string key, CancellationToken ct)
    {
        if (key.Length < 2)
        {
            return [];
        }

        var keys = await db.Database.GetDbConnection().QueryAsync<string>(new CommandDefinition(
            """
            select key from applicant_names where key like @part or (length(@key) >= 5 and @key <% key)
            order by (key like @part) desc, length(key), key limit 40
            """,
            new { key, part = $"%{key}%" },
            cancellationToken: ct));
        return keys.AsList();
    }
}
