using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Documents;
using MotCua.Dossiers.Recomputations;
using MotCua.Foundation;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>A dossier whose promised date would move or has moved.</summary>
public sealed record RecomputeRow
{
    public int No { get; init; }

    public string Code { get; init; } = "";

    public string Applicant { get; init; } = "";

    public string Procedure { get; init; } = "";

    public string Limit { get; init; } = "";

    public DateTimeOffset FromAt { get; init; }

    public DateTimeOffset ToAt { get; init; }

    public DateOnly? ExtendedDue { get; init; }

    public string Turn { get; init; } = "";

    public bool Chosen { get; init; }

    public string? Outcome { get; init; }

    public long Total { get; init; }

    public DueTurn Turned => Snake.Parse<DueTurn>(Turn)!.Value;

    public bool InHours => TimeLimit.Parse(Limit).Unit == LimitUnit.Hours;

    /// <summary>26/11/2026; with the hour where the hour is what is promised.</summary>
    public string Words(DateTimeOffset at) => InHours
        ? $"{Vietnamese.Time(at)} {Vietnamese.ShortWeekday(Moment.Of(at).Day)} {Vietnamese.Date(Moment.Of(at).Day)}"
        : $"{Vietnamese.ShortWeekday(Moment.Of(at).Day)} {Vietnamese.Date(Moment.Of(at).Day)}";
}

/// <summary>Reads the list of a recomputation, a page of it or whole for a spreadsheet.</summary>
public sealed class RecomputeRows(MotCuaDb db)
{
    public const int PageSize = 50;

    public const int MostExported = 100_000;

    private const string Read =
        """
        select i.no, d.code, d.applicant ->> 'name' as applicant, v.name as procedure, d."limit", i.from_at, i.to_at, d.extended_due,
               i.turn, i.chosen, i.outcome, count(*) over () as total
        from recomputation_items i
        join dossiers d on d.id = i.dossier_id
        join procedure_versions v on v.id = d.procedure_version_id
        where i.recomputation_id = @id and (@turn::text[] is null or i.turn = any(@turn::text[]))
        order by i.no offset @skip limit @take
        """;

    public sealed record Counts(int Later, int LaterPast, int LaterApologised, int Earlier, int EarlierPast, int Chosen, int Done);

    public async Task<IReadOnlyList<RecomputeRow>> ReadAsync(Guid id, string[]? turns, int skip, int take, CancellationToken ct) =>
        (await db.Database.GetDbConnection().QueryAsync<RecomputeRow>(
            new CommandDefinition(Read, new { id, turn = turns, skip, take }, commandTimeout: 120, cancellationToken: ct))).AsList();

    public async Task<Counts> CountAsync(Guid id, CancellationToken ct)
    {
        var rows = await db.RecomputationItems.AsNoTracking().Where(i => i.RecomputationId == id)
            .GroupBy(i => new { i.Turn, i.Chosen, Open = i.Outcome == null })
            .Select(g => new { g.Key.Turn, g.Key.Chosen, g.Key.Open, Count = g.Count() }).ToListAsync(ct);
        int Of(DueTurn turn) => rows.Where(r => r.Turn == turn).Sum(r => r.Count);
        return new Counts(
            Of(DueTurn.Later), Of(DueTurn.LaterPast), Of(DueTurn.LaterApologised), Of(DueTurn.Earlier), Of(DueTurn.EarlierPast),
            rows.Where(r => r.Chosen).Sum(r => r.Count), rows.Where(r => r.Chosen && !r.Open).Sum(r => r.Count));
    }

    public static string TurnWords(DueTurn turn) => turn switch
    {
        DueTurn.Later => Text.Key("Muộn hơn"),
        DueTurn.LaterPast => Text.Key("Muộn hơn, đã quá hẹn"),
        DueTurn.LaterApologised => Text.Key("Muộn hơn, đã hẹn lại"),
        DueTurn.Earlier => Text.Key("Sớm hơn"),
        DueTurn.EarlierPast => Text.Key("Sớm hơn hôm nay, không dời"),
        _ => throw new ArgumentOutOfRangeException(nameof(turn)),
    };

    public static string OutcomeWords(string? outcome) => outcome switch
    {
        "moved" => Text.Key("Đã dời"),
        "kept" => Text.Key("Giữ ngày cũ"),
        "changed_meanwhile" => Text.Key("Hồ sơ đã đổi, chưa dời"),
        "finished_meanwhile" => Text.Key("Đã xong, không dời"),
        _ => Text.Key("Chưa tới lượt"),
    };

    public static Workbook Sheet(IReadOnlyList<RecomputeRow> rows, Recomputation of, string agency, Text t)
    {
        var title = t["Hồ sơ đổi ngày hẹn"];
        string[] heads = [t["Mã hồ sơ"], t["Người nộp"], t["Thủ tục"], t["Ngày đã hẹn"], t["Ngày tính lại"], t["Hướng"], t["Chọn"], t["Kết quả"]];
        return new Workbook(
        [
            new Sheet
            {
                Name = title,
                Columns = [.. new[] { 21, 30, 60, 17, 17, 26, 8, 24 }.Select(w => new SheetColumn(w))],
                Head =
                [
                    SheetRow.Of(SheetCell.Text($"{title} · {agency} · {Vietnamese.DateAndTime(of.CreatedAt)}{(of.DecisionNo is { } no ? $" · {no}" : "")}") with { Bold = true }),
                    new SheetRow([.. heads.Select(h => SheetCell.Text(h) with { Bold = true, Border = true })]),
                ],
                Rows = rows.Select(r => SheetRow.Of(
                    r.Code, r.Applicant, r.Procedure, SheetCell.DateTime(r.FromAt), SheetCell.DateTime(r.ToAt), t[TurnWords(r.Turned)],
                    r.Chosen ? t["có"] : t["không"], of.State == RecomputationState.Preview ? "" : t[OutcomeWords(r.Outcome)])),
                Filter = true,
            },
        ]) { Title = title };
    }
}
