using System.Data.Common;
using Dapper;
using MotCua.Dossiers.Watchdogs;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>For whom a digest counts, and when.</summary>
/// <param name="Officer">Whose digest it is.</param>
/// <param name="Agencies">Where the officer holds the line's role today, by assignment or delegation; all of the officer's agencies for a line without a role.</param>
/// <param name="Now">The instant.</param>
/// <param name="Today">Its day in Vietnam.</param>
/// <param name="Soon">Two working days of the officer's agency from now.</param>
public sealed record DigestScope(OfficerId Officer, IReadOnlyList<AgencyId> Agencies, DateTimeOffset Now, DateOnly Today, DateTimeOffset Soon);

/// <summary>
/// One line of the morning digest ("dòng của bản tin"). Register another as a singleton and it is there; lines come in the order
/// of registration, and one that counts nothing is left out.
/// </summary>
/// <param name="Text">The line with its number, for example "Quá hạn: {0} hồ sơ".</param>
/// <param name="Role">Only for officers who hold it; null for everybody.</param>
/// <param name="CountAsync">The number, of what the scope says.</param>
public sealed record DigestLine(string Text, OfficeRole? Role, Func<DbConnection, DigestScope, CancellationToken, Task<int>> CountAsync)
{
    /// <summary>A line counted in SQL, which may use @me, @agencies, @now, @today and @soon.</summary>
    public static DigestLine Counting(string text, OfficeRole? role, string sql) => new(text, role, (connection, scope, ct) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            sql,
            new { me = scope.Officer.Value, agencies = scope.Agencies.Select(a => a.Value).ToArray(), now = scope.Now, today = scope.Today, soon = scope.Soon },
            cancellationToken: ct)));
}

/// <summary>The lines that the digest begins with: what an officer holds, then what a leader must see.</summary>
internal static class DigestLines
{
    private const string Mine = $"{WatchSql.Open} and d.holder_id = @me";

    private const string Ours = $"{WatchSql.Open} and d.agency_id = any(@agencies)";

    private const string DueToday = "d.stopped_at is null and coalesce(d.extended_due, d.due_day) = @today";

    private const string LastMove =
        "(select e.kind from dossier_events e where e.dossier_id = d.id and e.kind in ('sent_back', 'sent_for_signature', 'step_finished', 'taken', 'assigned') order by e.seq desc limit 1)";

    public static IReadOnlyList<DigestLine> All { get; } =
    [
        Dossiers("Hạn hôm nay: {0} hồ sơ", null, $"{Mine} and {DueToday}"),
        Dossiers("Quá hạn: {0} hồ sơ", null, $"{Mine} and {WatchSql.Overdue}"),
        Dossiers("Bị trả lại: {0} hồ sơ", null, $"{Mine} and d.status = 'in_process' and {LastMove} = 'sent_back'"),
        Dossiers("Chờ anh/chị ký: {0} hồ sơ", OfficeRole.Signer, $"{Mine} and d.status = 'for_signature'"),
        Dossiers("Đang giữ, kể cả việc trên: {0} hồ sơ", null, Mine),
        Dossiers("Nơi khác nhờ phối hợp: {0} hồ sơ", OfficeRole.Receptionist, "d.finished_at is null and d.open_leg_agencies && @agencies and d.open_leg_agencies <> '{}'"),
        Dossiers("Đã có kết quả, chờ người dân đến nhận: {0} hồ sơ", OfficeRole.Receptionist, "d.agency_id = any(@agencies) and d.finished_at is not null and d.returned_at is null and d.finish_kind <> 'withdrawn'"),
        DigestLine.Counting(
            "Đề nghị chờ lãnh đạo duyệt: {0}", OfficeRole.Signer,
            "select count(*) from proposals p join dossiers d on d.id = p.dossier_id where p.decided_at is null and d.agency_id = any(@agencies)"),
        Dossiers("Chưa giao cho ai: {0} hồ sơ", OfficeRole.Signer, $"{Ours} and d.holder_id is null and d.stopped_at is null"),
        Dossiers("Chờ người dân bổ sung: {0} hồ sơ", OfficeRole.Signer, $"{Ours} and d.status = 'waiting_supplement'"),
    ];

    /// <summary>For a leader: what the cockpit counts, in its order of urgency.</summary>
    public static IReadOnlyList<(WatchSet Set, string Text)> Watched { get; } =
    [
        (WatchSets.Unapologised, "Cả cơ quan quá hạn, chưa xin lỗi: {0} hồ sơ"),
        (WatchSets.AtRisk, "Cả cơ quan sắp trễ: {0} hồ sơ"),
        .. WatchSets.Watchdogs.Select(s => (s, s.Title + ": {0} hồ sơ")),
    ];

    private static DigestLine Dossiers(string text, OfficeRole? role, string where) => DigestLine.Counting(text, role, $"select count(*) from dossiers d where {where}");
}
