using Microsoft.AspNetCore.Mvc;
using MotCua.Calendar;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Inbox;

/// <summary>The list as it is filtered now, as a spreadsheet: the same words as on the screen, and the days as real dates.</summary>
public static class InboxExport
{
    /// <summary>More than an office holds open; a list that long belongs into a report.</summary>
    public const int MostRows = 20_000;

    public static FileStreamResult File(IReadOnlyList<InboxRow> rows, DeadlineClock clock, Moment now, string title, Text t)
    {
        string[] heads =
        [
            t["Mã hồ sơ"], t["Thời gian còn lại"], t["Hạn"], t["Thủ tục"], t["Lĩnh vực"], t["Người nộp"], t["Điện thoại"],
            t["Trạng thái"], t["Bước"], t["Người giữ"], t["Ngày nhận"], t["Kênh nộp"],
        ];
        var sheet = new Sheet
        {
            Name = title,
            Columns = [.. new[] { 21, 20, 12, 60, 24, 30, 14, 20, 24, 24, 17, 12 }.Select(w => new SheetColumn(w))],
            Head =
            [
                SheetRow.Of(SheetCell.Text($"{title} · {Vietnamese.DateAndTime(now.Instant)}") with { Bold = true }),
                new SheetRow([.. heads.Select(h => SheetCell.Text(h) with { Bold = true, Border = true })]),
            ],
            Rows = rows.Select(r => Row(r, clock, now, t)),
            Filter = true,
        };
        return new FileStreamResult(XlsxWriter.ToStream(new Workbook([sheet]) { Title = title }), XlsxWriter.ContentType)
        {
            FileDownloadName = $"ho-so-{now.Instant:yyyyMMdd-HHmm}.xlsx",
        };
    }

    private static SheetRow Row(InboxRow row, DeadlineClock clock, Moment now, Text t) => SheetRow.Of(
        row.Code,
        t.Of(row.Due(clock, now.Instant).Words),
        SheetCell.Date(row.ExtendedDue ?? row.DueDay),
        row.Procedure,
        row.Field,
        row.Applicant,
        row.Phone,
        t[StatusTag.Of(row.Status).Officers],
        t[RowPlace.Step(row)],
        row.Holder,
        SheetCell.DateTime(row.ReceivedAt),
        t[Snake.Parse<FilingChannel>(row.Channel)!.Value.Label()]);
}
