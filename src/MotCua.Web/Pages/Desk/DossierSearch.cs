using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Web.Pages.Desk;

/// <summary>
/// One box for code, last digits, name with or without marks, personal number, telephone. Each way has its own index;
/// only records that the officer may read are found.
/// </summary>
public sealed partial class DossierSearch(MotCuaDb db, CurrentOfficer officer, OfficeClocks clocks, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>More are not counted: the words must be more exact.</summary>
    public const int MostCounted = 1000;

    private const int ShortestTail = 3;

    private const string Columns =
        """
        d.code, d.applicant ->> 'name' as applicant, v.name as procedure, d.status, d.received_at, d.refused_at, d."limit", d.due_day, d.due_at,
        d.extended_due, d.stopped_at, d.finished_at, o.name as holder
        """;

    private const string Joins =
        """
        from found f join dossiers d on d.id = f.id
        join procedure_versions v on v.id = d.procedure_version_id
        left join officers o on o.id = d.holder_id
        """;

    private const string Seen = "(agency_id = any(@agencies) or desk_id = any(@agencies))";

    private const string ByTail =
        $"select id, coalesce(received_at, refused_at) as at from dossiers where reverse(regexp_replace(code, '[^0-9]', '', 'g')) like reverse(@digits) || '%' and {Seen}";

    private const string ByNumber = $"select id, coalesce(received_at, refused_at) as at from dossiers where applicant_id_number = @digits and {Seen}";

    private const string ByPhone = $"select id, coalesce(received_at, refused_at) as at from dossiers where applicant_phone = any(@phones) and {Seen}";

    private const string ByName = $"select id, coalesce(received_at, refused_at) as at from dossiers where applicant_key = any(@keys) and {Seen}";

    public async Task<SearchAnswer> FindAsync(string typed, int page, CancellationToken ct)
    {
        var query = typed.Trim();
        if (CardLine.LooksLikeOne(query) && CardLine.Read(query) is { Succeeded: true, Value.IdNumber: { } number })
        {
            query = number;
        }

        if (await CodeOfScanAsync(query, ct) is { } code)
        {
            return new SearchAnswer(code, [], 0);
        }

        var digits = string.Concat(query.Where(char.IsAsciiDigit));
        var agencies = officer.SeenAgencies().Select(a => a.Value).ToArray();
        if (digits.Length >= ShortestTail && !query.Any(char.IsLetter))
        {
            string[] ways = digits.Length == 12 ? [ByTail, ByNumber] : [ByTail, ByPhone];
            string[] phones = [digits, "0" + (digits.StartsWith("84", StringComparison.Ordinal) ? digits[2..] : digits), "+" + digits];
            return await ReadAsync(string.Join(" union ", ways), new { digits, phones, agencies, size = PageSize, skip = Skip(page), most = MostCounted }, ct);
        }

        var keys = await NamesAsync(Vietnamese.SearchKey(query), ct);
        return keys.Length == 0
            ? new SearchAnswer(null, [], 0)
            : await ReadAsync(ByName, new { keys, agencies, size = PageSize, skip = Skip(page), most = MostCounted }, ct);
    }

    /// <summary>The code of exactly one dossier: scanned, typed whole, or in its short form within the officer's own agencies.</summary>
    public async Task<string?> CodeOfScanAsync(string scanned, CancellationToken ct)
    {
        var code = DossierCode.FromScan(scanned);
        if (!DossierCode.IsWellFormed(code) || !code.Contains('-', StringComparison.Ordinal))
        {
            return null;
        }

        var agencies = officer.SeenAgencies().Select(a => a.Value).ToArray();
        var (sql, digits) = ShortForm().IsMatch(code)
            ? ($"select code from dossiers where reverse(regexp_replace(code, '[^0-9]', '', 'g')) like reverse(@digits) || '%' and code like '%-' || @code and {Seen} limit 2", string.Concat(code.Where(char.IsAsciiDigit)))
            : ($"select code from dossiers where code = @code and {Seen}", "");
        var found = (await Connection.QueryAsync<string>(new CommandDefinition(sql, new { code, digits, agencies }, cancellationToken: ct))).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    // Names that hold the words as typed; failing that, names that sound alike, so that one wrong letter still finds.
    private async Task<string[]> NamesAsync(string key, CancellationToken ct)
    {
        if (key.Length < 2)
        {
            return [];
        }

        const string Holding = "select key from applicant_names where key like '%' || @key || '%' order by length(key), key limit 300";
        const string Alike = "select key from applicant_names where key % @key order by similarity(key, @key) desc, key limit 20";
        var names = (await Connection.QueryAsync<string>(new CommandDefinition(Holding, new { key }, cancellationToken: ct))).ToArray();
        return names.Length > 0 ? names : [.. await Connection.QueryAsync<string>(new CommandDefinition(Alike, new { key }, cancellationToken: ct))];
    }

    private async Task<SearchAnswer> ReadAsync(string ways, object parameters, CancellationToken ct)
    {
        var sql =
            $"""
            with every as materialized (select * from ({ways}) w order by at desc limit @most),
                 found as (select * from every order by at desc, id limit @size offset @skip)
            select {Columns}, (select count(*) from every) as total {Joins} order by f.at desc, f.id
            """;
        var rows = (await Connection.QueryAsync<Row>(new CommandDefinition(sql, parameters, cancellationToken: ct))).ToList();
        var clock = await clocks.ForAsync(officer.AgencyId, ct);
        var now = time.Now();
        return new SearchAnswer(null, [.. rows.Select(r => r.Shown(clock, now))], rows.Count == 0 ? 0 : (int)rows[0].Total);
    }

    private static int Skip(int page) => (Math.Clamp(page, 1, MostCounted / PageSize) - 1) * PageSize;

    private DbConnection Connection => db.Database.GetDbConnection();

    [GeneratedRegex(@"^\d{6}-\d{4,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShortForm();

    private sealed class Row
    {
        public string Code { get; init; } = "";

        public string Applicant { get; init; } = "";

        public string Procedure { get; init; } = "";

        public string Status { get; init; } = "";

        public DateTimeOffset? ReceivedAt { get; init; }

        public DateTimeOffset? RefusedAt { get; init; }

        public string Limit { get; init; } = "";

        public DateOnly? DueDay { get; init; }

        public DateTimeOffset? DueAt { get; init; }

        public DateOnly? ExtendedDue { get; init; }

        public DateTimeOffset? StoppedAt { get; init; }

        public DateTimeOffset? FinishedAt { get; init; }

        public string? Holder { get; init; }

        public long Total { get; init; }

        public SearchRow Shown(DeadlineClock clock, Moment now)
        {
            var state = ReceivedAt is null ? default : new ClockState(new Deadline(TimeLimit.Parse(Limit), DueDay, DueAt), StoppedAt, FinishedAt, ExtendedDue);
            return new SearchRow(Code, Applicant, Procedure, Status, (ReceivedAt ?? RefusedAt)!.Value, DueWords.Of(clock, state, now.Instant), Holder);
        }
    }
}

/// <param name="Code">Exactly this one; nothing else is asked.</param>
public sealed record SearchAnswer(string? Code, IReadOnlyList<SearchRow> Rows, int Total);

public sealed record SearchRow(string Code, string Applicant, string Procedure, string Status, DateTimeOffset At, DueText Due, string? Holder)
{
    public string ShortCode => DossierCode.Short(Code);
}
