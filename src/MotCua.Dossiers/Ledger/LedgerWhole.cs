using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Foundation;

namespace MotCua.Dossiers.Ledger;

/// <summary>
/// What no dossier's own chain can tell: dossiers that are gone with all their lines. Codes given at the counter are a series
/// without gaps, and each import left the number of its lines in the audit log.
/// </summary>
internal sealed class LedgerWhole(MotCuaDb db)
{
    // The lines that are left of a dossier whose row was deleted.
    private const string Orphans =
        """
        select e.dossier_id as id, count(*)::int as lines
        from dossier_events e
        where not exists (select 1 from dossiers d where d.id = e.dossier_id)
        group by e.dossier_id order by e.dossier_id limit @most
        """;

    private const string Gaps =
        """
        select given.code
        from series s
        cross join generate_series(1, s.last) n
        cross join lateral (select substring(s.name from 9) || '-' || s.period || '-' || lpad(n::text, greatest(4, length(n::text)), '0') as code) given
        where s.name like 'dossier:%' and not exists (select 1 from dossiers d where d.code = given.code)
        order by given.code limit @most
        """;

    private const string Imported =
        """
        select (select coalesce(sum(substring(details from '; \+(\d+);')::bigint), 0) from audit_log where action = 'ledger.imported') as told,
               (select count(*) from dossier_events where line_hash is not null) as kept
        """;

    /// <summary>At most so many findings; the number of imported lines is compared only while nothing else explains a difference.</summary>
    public async Task<IReadOnlyList<VerifyLedger.Finding>> FindAsync(int most, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        CommandDefinition Query(string sql) => new(sql, new { most }, db.Database.CurrentTransaction?.GetDbTransaction(), commandTimeout: 300, cancellationToken: ct);
        List<VerifyLedger.Finding> findings =
        [
            .. (await connection.QueryAsync<(Guid Id, int Lines)>(Query(Orphans)))
                .Select(o => new VerifyLedger.Finding(null, null, $"còn {o.Lines} dòng của hồ sơ {o.Id} nhưng mất hồ sơ")),
            .. (await connection.QueryAsync<string>(Query(Gaps))).Select(code => new VerifyLedger.Finding(code, null, "mã đã cấp nhưng mất hồ sơ cùng mọi dòng")),
        ];
        var (told, kept) = await connection.QuerySingleAsync<(long, long)>(Query(Imported));
        if (told != kept && findings.Count == 0 && most == VerifyLedger.MostFindings)
        {
            findings.Add(new(null, null, told > kept
                ? $"mất {Vietnamese.Number(told - kept)} dòng đã nạp từ tệp: nhật ký ghi {Vietnamese.Number(told)}, sổ còn {Vietnamese.Number(kept)}"
                : $"thừa {Vietnamese.Number(kept - told)} dòng nạp từ tệp: nhật ký ghi {Vietnamese.Number(told)}, sổ có {Vietnamese.Number(kept)}"));
        }

        return findings;
    }
}
