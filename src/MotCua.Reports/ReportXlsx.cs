using MotCua.Documents;
using MotCua.Foundation;

namespace MotCua.Reports;

/// <summary>Reports and lists as spreadsheets. A cell carries the link of its list when the caller knows the web address.</summary>
public static class ReportXlsx
{
    private static readonly Dictionary<string, string> Heads = new(StringComparer.Ordinal)
    {
        ["total"] = "Tổng số",
        ["pending"] = "Đang giải quyết",
        ["pending_within"] = "Đang giải quyết, trong hạn",
        ["pending_overdue"] = "Đang giải quyết, quá hạn",
        ["done"] = "Đã giải quyết",
        ["done_on_time"] = "Đã giải quyết, đúng hạn",
        ["done_late"] = "Đã giải quyết, trễ hạn",
        ["withdrawn"] = "Rút",
        ["late"] = "Trễ hạn",
        ["late_rate"] = "Tỷ lệ trễ hạn, %",
        ["online"] = "Trực tuyến",
        ["digitised"] = "Đã số hóa",
        ["not_digitised"] = "Chưa số hóa",
        ["digitised_rate"] = "Tỷ lệ số hóa, %",
        ["done_on_time_rate"] = "Tỷ lệ đúng hạn, %",
        ["done_late_rate"] = "Tỷ lệ giải quyết trễ, %",
        ["pending_overdue_rate"] = "Tỷ lệ quá hạn, %",
        ["received"] = "Tổng tiếp nhận",
        ["direct_postal"] = "Trực tiếp, bưu chính",
        ["carried"] = "Kỳ trước chuyển sang",
        ["early"] = "Trước hạn",
        ["on_time"] = "Đúng hạn",
        ["within"] = "Trong hạn",
        ["overdue"] = "Quá hạn",
    };

    public static Workbook Of(Report report, Func<ReportRow?, string, Uri?>? link = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var form = Form.Find(report.Form)!;
        var sheet = new Sheet
        {
            Name = report.Form.ToUpperInvariant(),
            Columns = [new SheetColumn(6), new SheetColumn(34), .. form.Columns.Select(_ => new SheetColumn(13))],
            Head =
            [
                SheetRow.Of(SheetCell.Text($"{form.Title} – {report.AgencyName}") with { Bold = true, ColumnSpan = form.Columns.Count + 2 }),
                SheetRow.Of(SheetCell.Text($"Từ {Vietnamese.Date(report.Period.From)} đến {Vietnamese.Date(report.Period.To)}, số liệu lúc {Vietnamese.DateAndTime(report.Period.End)}") with { ColumnSpan = form.Columns.Count + 2 }),
                new SheetRow([Head("STT"), Head(report.Grouping is Grouping.Agency ? "Đơn vị" : "Nhóm"), .. form.Columns.Select(c => Head(Heads.GetValueOrDefault(c.Name, c.Name)))]),
            ],
            Rows =
            [
                .. report.Rows.Select((row, i) => Line(form, row, SheetCell.Whole(i + 1), row.Name, figure => link?.Invoke(row, figure))),
                Line(form, report.Totals, SheetCell.Empty, "Cộng", figure => link?.Invoke(null, figure)),
            ],
        };
        return new Workbook([sheet]) { Title = form.Title };
    }

    public static Workbook Of(ListFigure.Listed listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        string[] heads = ["Mã hồ sơ", "Người nộp", "Thủ tục", "Lĩnh vực", "Đơn vị", "Nhận", "Hẹn trả", "Xong"];
        var sheet = new Sheet
        {
            Name = listed.Figure.Label,
            Columns = [.. new double[] { 24, 30, 14, 24, 14, 18, 14, 18 }.Select(w => new SheetColumn(w))],
            Head = [SheetRow.Of(Head($"{listed.Figure.Label} – {listed.AgencyName}") with { ColumnSpan = heads.Length }), new SheetRow([.. heads.Select(Head)])],
            Rows = listed.Rows.Select(r => SheetRow.Of(
                r.Dossier, r.Applicant, r.Procedure, r.Field, r.Agency, SheetCell.DateTime(r.Received), SheetCell.Date(r.DueDay), SheetCell.DateTime(r.Finished))),
            Filter = true,
        };
        return new Workbook([sheet]) { Title = listed.Figure.Label };
    }

    private static SheetRow Line(Form form, ReportRow row, SheetCell number, string name, Func<string, Uri?> link) =>
        new([number with { Border = true }, SheetCell.Text(name) with { Border = true }, .. form.Columns.Select(c => Value(c, row[c.Name]) with { Border = true, Link = c.Figure is { } f ? link(f) : null })]);

    private static SheetCell Value(ReportColumn column, decimal? value) =>
        column.IsRate ? SheetCell.Decimal(value) : SheetCell.Whole((long?)value);

    private static SheetCell Head(string words) => SheetCell.Text(words) with { Bold = true, Border = true };
}
