using Microsoft.AspNetCore.Mvc;
using MotCua.Calendar;
using MotCua.Documents;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Leader;

/// <summary>A list as it is filtered now, as a spreadsheet.</summary>
public static class WatchExport
{
    public const int MostRows = 20_000;

    public static FileStreamResult File(IReadOnlyList<WatchedDossier> rows, WatchSet set, DeadlineClock clock, Moment now, WatchWords words, Text t)
    {
        var title = t[set.Title];
        string[] heads =
        [
            t["Mã hồ sơ"], t["Thời gian còn lại"], t["Hạn"], t["Hẹn lại"], t["Thủ tục"], t["Lĩnh vực"], t["Người nộp"], t["Điện thoại"], t["Đơn vị"],
            t["Trạng thái"], t["Bước"], t["Người giữ"], t["Từ lúc"], t["Vì sao"], t["Trễ ở bước"], t["Ai giữ khi trễ"], t["Xong"], t["Vì sao trả mà không xin lỗi"],
        ];
        double[] widths = [21, 20, 12, 12, 60, 24, 30, 14, 26, 20, 24, 24, 17, 36, 18, 26, 17, 40];
        var sheet = new Sheet
        {
            Name = title,
            Columns = [.. widths.Select(w => new SheetColumn(w))],
            Head =
            [
                SheetRow.Of(SheetCell.Text($"{title} · {Vietnamese.DateAndTime(now.Instant)}") with { Bold = true }),
                new SheetRow([.. heads.Select(h => SheetCell.Text(h) with { Bold = true, Border = true })]),
            ],
            Rows = rows.Select(r => Row(r, set, clock, now, words, t)),
            Filter = true,
        };
        return new FileStreamResult(XlsxWriter.ToStream(new Workbook([sheet]) { Title = title }), XlsxWriter.ContentType)
        {
            FileDownloadName = $"{set.Slug}-{now.Instant:yyyyMMdd-HHmm}.xlsx",
        };
    }

    private static SheetRow Row(WatchedDossier row, WatchSet set, DeadlineClock clock, Moment now, WatchWords words, Text t)
    {
        var (place, who) = set.AsksWhoseFault ? words.WhoseFault(row) : ("", "");
        return SheetRow.Of(
            row.Code, t.Of(row.Due(clock, now.Instant).Words), SheetCell.Date(row.DueDay), SheetCell.Date(row.ExtendedDue), row.Procedure, row.Field, row.Applicant, row.Phone,
            words.AgencyName(row.AgencyId), t[StatusTag.Of(row.Status).Officers], words.Step(row), words.Holder(row), SheetCell.DateTime(row.Since),
            row.FinishedAt is null ? words.Why(row, clock) : "", place, who, SheetCell.DateTime(row.FinishedAt), row.NoApologyReason);
    }
}
