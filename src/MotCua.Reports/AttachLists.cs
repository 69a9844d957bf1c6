using Microsoft.EntityFrameworkCore;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Reports;

/// <summary>The lists behind the numbers of a form, each a sheet beside its table.</summary>
/// <param name="Sheets">In the order of the columns; their rows are read from the database while the file is written.</param>
/// <param name="Places">Where a number jumps to: the first record of its row, in the sheet of its column. A row of null is the sum.</param>
public sealed record FormLists(IReadOnlyList<Sheet> Sheets, Func<ReportRow?, ReportColumn, string?> Places);

/// <summary>
/// Puts a sheet of records behind each figure of a form. The records are sorted by the rows of the table, so that a number jumps to the
/// first of its own. Names of applicants are masked: the file travels further than the screen.
/// </summary>
public sealed class AttachLists(MotCuaDb db)
{
    /// <summary>Records in one sheet; what is beyond is said in its head.</summary>
    public const int MostRows = 10_000;

    private const int HeadRows = 3;

    private static readonly string[] DossierHeads = ["Dòng của biểu", "Mã hồ sơ", "Người nộp", "Thủ tục", "Lĩnh vực", "Đơn vị", "Nhận", "Hẹn trả", "Xong"];

    private static readonly string[] DirectiveHeads = ["Dòng của biểu", "Số", "Đơn vị", "Văn bản giao", "Nội dung", "Ngày giao", "Hạn", "Bắt đầu", "Trình", "Xác nhận"];

    /// <summary>Null for a form whose rows are records of their own.</summary>
    public async Task<FormLists?> RunAsync(Report report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        var form = Form.Find(report.Form);
        if (form is null || report.Grouping is not { } grouping)
        {
            return null;
        }

        var tree = await AgencyTree.LoadAsync(db, ct);
        var rows = report.Rows.Select((r, i) => (r.Key, i)).ToDictionary(r => r.Key, r => r.i, StringComparer.Ordinal);
        var agencies = tree.WithDescendants(tree.ByCode(report.AgencyCode)!.Id, report.Period.LastDay);
        var rowOf = agencies.ToDictionary(a => a, a => RowOf(tree, report, grouping, a, rows));
        var names = form.Columns.Where(c => c.Figure is not null).Select((c, i) => (Column: c, Name: SheetName(i + 1, LabelOf(form, c)))).ToDictionary(c => c.Column.Name, c => c.Name, StringComparer.Ordinal);
        var sheets = form == Form.B4
            ? await DirectivesAsync(form, report, tree, rowOf, names, ct)
            : Dossiers(form, report, grouping, rowOf, rows, names);
        return new FormLists(sheets, (row, column) => names.TryGetValue(column.Name, out var sheet) ? $"'{sheet}'!A{Line(report, row, column)}" : null);
    }

    /// <summary>The row of the table under which an agency is counted.</summary>
    private static int? RowOf(AgencyTree tree, Report report, Grouping grouping, AgencyId agency, Dictionary<string, int> rows)
    {
        if (grouping is Grouping.Level)
        {
            return rows.TryGetValue(Snake.Text(tree.PlaceAt(agency, report.Period.LastDay)?.Level ?? AgencyLevel.Branch), out var level) ? level : null;
        }

        var path = tree.PathTo(agency, report.Period.LastDay).Select(tree.CodeOf).ToList();
        var at = path.IndexOf(report.AgencyCode);
        return rows.TryGetValue(path[Math.Min(at + 1, path.Count - 1)], out var row) ? row : null;
    }

    private List<Sheet> Dossiers(
        Form form, Report report, Grouping grouping, Dictionary<AgencyId, int?> rowOf, Dictionary<string, int> rows, Dictionary<string, string> names)
    {
        var query = new FigureQuery(db.Database.GetDbConnection());
        var byAgency = grouping is Grouping.Agency or Grouping.Level;
        var places = byAgency
            ? rowOf.Where(r => r.Value is not null).ToDictionary(r => r.Key.Value.ToString(), r => r.Value!.Value, StringComparer.Ordinal)
            : rows;
        return
        [
            .. form.Columns.Where(c => c.Figure is not null).Select(column =>
            {
                var figure = Figures.Get(column.Figure!);
                var asked = new FigureQuestion(figure, report.Period, report.Basis, rowOf.Keys);
                return SheetOf(names[column.Name], report, $"{figure.Label}: {figure.Formula}", column, DossierHeads, [8, 24, 26, 14, 24, 14, 17, 12, 17], query.ByRows(asked, grouping, places, MostRows).Select(d => SheetRow.Of(
                    d.Row is { } row ? SheetCell.Whole(row + 1) : SheetCell.Empty, d.Dossier, Masking.Name(d.Applicant), d.Procedure, d.Field, d.Agency,
                    SheetCell.DateTime(d.Received), SheetCell.Date(d.DueDay), SheetCell.DateTime(d.Finished))));
            }),
        ];
    }

    private async Task<List<Sheet>> DirectivesAsync(
        Form form, Report report, AgencyTree tree, Dictionary<AgencyId, int?> rowOf, Dictionary<string, string> names, CancellationToken ct)
    {
        var sheets = new List<Sheet>();
        foreach (var column in form.Columns)
        {
            var figure = DirectiveFigures.All.First(f => f.Name == column.Figure);
            var listed = await DirectiveFigures.ListAsync(db.Database.GetDbConnection(), figure, report.Period.Directives, rowOf.Keys, ct);
            var records = listed.Select(d => (Row: rowOf[new AgencyId(d.AgencyId)], Directive: d)).OrderBy(d => d.Row).Take(MostRows).Select(d => SheetRow.Of(
                d.Row is { } row ? SheetCell.Whole(row + 1) : SheetCell.Empty, d.Directive.Number, tree.CodeOf(new AgencyId(d.Directive.AgencyId)), d.Directive.Document,
                d.Directive.Content, d.Directive.AssignedOn, d.Directive.DueOn, SheetCell.Date(d.Directive.StartedOn), SheetCell.Date(d.Directive.SubmittedOn), SheetCell.Date(d.Directive.ConfirmedOn)));
            sheets.Add(SheetOf(names[column.Name], report, figure.Label, column, DirectiveHeads, [8, 12, 14, 24, 50, 12, 12, 12, 12, 12], records));
        }

        return sheets;
    }

    private static Sheet SheetOf(string name, Report report, string says, ReportColumn column, string[] heads, double[] widths, IEnumerable<SheetRow> rows)
    {
        var count = (long)(report.Totals[column.Name] ?? 0);
        var limit = count > MostRows ? $" Tờ này có {Vietnamese.Number(MostRows)} dòng đầu trong {Vietnamese.Number(count)}; danh sách đủ ở trên hệ thống." : "";
        return new Sheet
        {
            Name = name,
            Columns = [.. widths.Select(w => new SheetColumn(w))],
            Head =
            [
                SheetRow.Of(SheetCell.Text($"{report.AgencyName}, từ {Vietnamese.Date(report.Period.From)} đến {Vietnamese.Date(report.Period.To)}, số liệu lúc {Vietnamese.DateAndTime(report.Period.End)}") with { ColumnSpan = heads.Length }),
                SheetRow.Of(SheetCell.Text($"{says}. {Vietnamese.Number(count)} dòng.{limit}") with { Bold = true, ColumnSpan = heads.Length }),
                new SheetRow([.. heads.Select(h => SheetCell.Text(h) with { Bold = true, Border = true })]),
            ],
            Rows = rows,
            Filter = true,
        };
    }

    /// <summary>The line of the first record of a row: the records of the rows above it stand before.</summary>
    private static long Line(Report report, ReportRow? row, ReportColumn column)
    {
        var before = row is null ? 0 : (long)report.Rows.TakeWhile(r => r != row).Sum(r => r[column.Name] ?? 0);
        return HeadRows + 1 + Math.Min(before, MostRows - 1);
    }

    private static string LabelOf(Form form, ReportColumn column) =>
        form == Form.B4 ? DirectiveFigures.All.First(f => f.Name == column.Figure).Label : Figures.Get(column.Figure!).Label;

    /// <summary>At most 31 letters, none of []:*?/\ and no apostrophe; the number makes it the only one.</summary>
    private static string SheetName(int number, string label)
    {
        var name = string.Concat($"{number} {label}".Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? '-' : c));
        return name[..Math.Min(name.Length, 31)].TrimEnd();
    }
}
