using MotCua.Documents;
using MotCua.Foundation;

namespace MotCua.Reports;

/// <summary>Reports and lists as spreadsheets. A cell carries the link of its list when the caller knows the web address.</summary>
public static class ReportXlsx
{
    /// <param name="report">The form.</param>
    /// <param name="link">The web address of a number's list, when the caller knows it.</param>
    /// <param name="lists">The sheets behind the numbers; a number then jumps there and not to the web.</param>
    public static Workbook Of(Report report, Func<ReportRow?, string, Uri?>? link = null, FormLists? lists = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var form = Form.Find(report.Form)!;
        var named = report.Grouping is not null;
        var width = form.Columns.Count + (named ? 2 : 1);
        IEnumerable<SheetColumn> columns = form.Columns.Select(c => new SheetColumn(c.IsWords ? c.Weight * 2.2 : 13));
        IEnumerable<SheetCell> heads = form.Columns.Select(c => Head(c.Group is null ? c.Head : $"{c.Group}: {c.Head}"));
        var sheet = new Sheet
        {
            Name = form.Number,
            Columns = [new SheetColumn(6), .. named ? columns.Prepend(new SheetColumn(34)) : columns],
            Head =
            [
                SheetRow.Of(SheetCell.Text($"{form.Number}. {form.Title} – {report.AgencyName}") with { Bold = true, ColumnSpan = width }),
                SheetRow.Of(SheetCell.Text($"Từ {Vietnamese.Date(report.Period.From)} đến {Vietnamese.Date(report.Period.To)}, số liệu lúc {Vietnamese.DateAndTime(report.Period.End)}") with { ColumnSpan = width }),
                new SheetRow([Head("STT"), .. named ? heads.Prepend(Head(report.Grouping!.Value.Head())) : heads]),
            ],
            Rows =
            [
                .. report.Rows.Select((row, i) => Line(form, row, SheetCell.Whole(i + 1), named ? row.Name : null, column => Target(row, column))),
                .. named ? [Line(form, report.Totals, SheetCell.Empty, "Cộng", column => Target(null, column))] : Array.Empty<SheetRow>(),
            ],
        };
        return new Workbook([sheet, .. lists?.Sheets ?? []]) { Title = form.Title };

        (Uri?, string?) Target(ReportRow? row, ReportColumn column) =>
            lists?.Places(row, column) is { } place ? (null, place) : (column.Figure is { } figure ? link?.Invoke(row, figure) : null, null);
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

    private static SheetRow Line(Form form, ReportRow row, SheetCell number, string? name, Func<ReportColumn, (Uri? Link, string? Place)> target)
    {
        var cells = form.Columns.Select(c =>
        {
            var (link, place) = row.Cells[c.Name].Number is null or 0 ? (null, null) : target(c);
            return Value(c, row.Cells[c.Name]) with { Border = true, Link = link, Place = place };
        });
        var first = number with { Border = true };
        return new SheetRow(name is null ? [first, .. cells] : [first, SheetCell.Text(name) with { Border = true }, .. cells]);
    }

    private static SheetCell Value(ReportColumn column, ReportValue value) =>
        value.Words is { } words ? SheetCell.Text(words)
        : value.Number is null && column is { IsRate: true, IsWords: false } ? SheetCell.Text("không phát sinh")
        : column.IsRate || value.Number % 1 is not (null or 0) ? SheetCell.Decimal(value.Number)
        : SheetCell.Whole((long?)value.Number);

    private static SheetCell Head(string words) => SheetCell.Text(words) with { Bold = true, Border = true };
}
