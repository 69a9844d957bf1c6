using System.Globalization;
using MotCua.Documents;
using MotCua.Documents.Forms;
using MotCua.Foundation;

namespace MotCua.Reports;

/// <summary>The official layout of the forms: the tables of the reform report as they are sent up.</summary>
internal static class ReportPaper
{
    private const int NumberWeight = 5, NameWeight = 16;

    private static readonly CultureInfo Capital = CultureInfo.InvariantCulture;

    /// <param name="report">What was computed.</param>
    /// <param name="issuer">Whose paper.</param>
    /// <param name="today">Its date.</param>
    /// <param name="signer">Name; null leaves room.</param>
    /// <param name="link">Where the number of a row (null: the sum) and column leads on the screen.</param>
    public static OfficialDocument Of(Report report, Issuer issuer, DateOnly today, string? signer, Func<string?, string, string?>? link = null)
    {
        var form = Form.Find(report.Form)!;
        return new OfficialDocument
        {
            Name = $"{form.Number} {report.AgencyName} {Vietnamese.Date(report.Period.From)} đến {Vietnamese.Date(report.Period.To)}",
            Page = PageSetup.A4Landscape,
            Head = new DocumentHead
            {
                Agency = [report.AgencyName.ToUpper(Capital)],
                PlaceAndDate = $"{issuer.Place}, {Vietnamese.DocumentDate(today)}",
            },
            TitleLines = [$"{form.Number}. {form.Title.ToUpper(Capital)}", $"Từ {Vietnamese.DocumentDate(report.Period.From)} đến {Vietnamese.DocumentDate(report.Period.To)}"],
            Blocks = [Table(form, report, link ?? ((_, _) => null)), .. Notes(form, report)],
            Signatures =
            [
                new Signature(["NGƯỜI LẬP BIỂU"], Signature.SignAndName, null),
                new Signature(["THỦ TRƯỞNG ĐƠN VỊ"], Signature.SignSealAndName, signer),
            ],
        };
    }

    private static IEnumerable<Block> Notes(Form form, Report report)
    {
        if (report.Rows.Count == 0)
        {
            yield return new Paragraph("Không phát sinh.");
        }

        yield return new Paragraph($"Số liệu tính đến {Vietnamese.DateAndTime(report.Period.End)}, do hệ thống tính từ hồ sơ và sổ theo dõi{(form == Form.Annex1 ? "; số kê khai ghi rõ nguồn" : "")}.");
        if (form.Columns.Any(c => c.IsRate))
        {
            yield return new Paragraph("Tỷ lệ tính bằng phần trăm, lấy hai chữ số thập phân; dấu gạch ngang là không phát sinh.");
        }

        if (report.Checks.Where(c => !c.Ok).Select(c => c.Rule).ToList() is { Count: > 0 } failed)
        {
            yield return new Paragraph(Run.Strong($"Phép kiểm tra không khớp: {string.Join("; ", failed)}."));
        }
    }

    private static Table Table(Form form, Report report, Func<string?, string, string?> link)
    {
        var columns = form.Columns.Where(c => c.Printed).ToList();
        var name = report.Grouping is { } grouping ? grouping.Head() : null;
        var rows = report.Rows.Select((row, i) => PaperRow(columns, row, $"{i + 1}", name is null ? null : row.Name, bold: false));
        return new Table
        {
            Columns = Widths(columns, name is not null),
            Head = Head(columns, form.NumbersItself ? null : "STT", name),
            Rows = form == Form.Annex1 ? [.. AnnexRows(columns, report.Rows, link)] : name is null ? [.. rows] : [.. rows, PaperRow(columns, report.Totals, "", "Cộng", bold: true)],
            Size = TableSize.Small,
        };

        Row PaperRow(IReadOnlyList<ReportColumn> shown, ReportRow row, string number, string? label, bool bold)
        {
            var cells = shown.Select(c => (Cell)Run.Figure(Words(c, row.Cells[c.Name]), Target(row, c, bold ? null : row.Key, link), bold));
            cells = label is null ? cells : cells.Prepend((Cell)(bold ? Run.Strong(label) : Run.Plain(label)));
            return new Row([.. form.NumbersItself ? cells : cells.Prepend(number)]);
        }

        Column[] Widths(IReadOnlyList<ReportColumn> shown, bool named)
        {
            var weights = shown.Select(c => (c.Weight, Align: c.IsWords && c.Name is not ("value" or "days_late" or "no") ? Alignment.Left : Alignment.Center));
            weights = named ? weights.Prepend((NameWeight, Alignment.Left)) : weights;
            weights = form.NumbersItself ? weights : weights.Prepend((NumberWeight, Alignment.Center));
            return Shares([.. weights]);
        }
    }

    /// <summary>The annex as it is printed: a line a chapter, a number only where it begins, a dash before what belongs to it.</summary>
    private static IEnumerable<Row> AnnexRows(IReadOnlyList<ReportColumn> columns, IReadOnlyList<ReportRow> rows, Func<string?, string, string?> link)
    {
        var (chapter, last) = (0, "");
        foreach (var row in rows)
        {
            var indicator = Indicator.Find(row.Key)!;
            if (indicator.Chapter > chapter)
            {
                chapter = indicator.Chapter;
                yield return new Row([$"{chapter}.", (Cell)Run.Strong(Indicator.ChapterName(chapter)) with { ColumnSpan = columns.Count - 1 }]);
            }

            var first = indicator.Number != last;
            last = indicator.Number;
            yield return new Row([.. columns.Select(c => (Cell)Run.Figure(c.Name switch
            {
                "no" => first ? indicator.Number : "",
                "label" => first ? indicator.Label : $"- {indicator.Label}",
                "source" => Snake.Parse<FigureSource>(row.Cells["source"].Words)!.Value.Label(),
                _ => Words(c, row.Cells[c.Name]),
            }, Target(row, c, row.Key, link)))]);
        }
    }

    /// <summary>What did not occur leads nowhere.</summary>
    private static string? Target(ReportRow row, ReportColumn column, string? key, Func<string?, string, string?> link) =>
        row.Cells[column.Name].Number is null or 0 ? null : link(key, column.Name);

    private static Row[] Head(IReadOnlyList<ReportColumn> columns, string? number, string? name)
    {
        var grouped = columns.Any(c => c.Group is not null);
        var over = new List<Cell>();
        over.AddRange(new[] { number, name }.OfType<string>().Select(words => (Cell)words with { RowSpan = grouped ? 2 : 1 }));
        for (var i = 0; i < columns.Count; i++)
        {
            var group = columns[i].Group;
            if (group is null)
            {
                over.Add((Cell)columns[i].Head with { RowSpan = grouped ? 2 : 1 });
            }
            else if (i == 0 || columns[i - 1].Group != group)
            {
                over.Add((Cell)group with { ColumnSpan = columns.Skip(i).TakeWhile(c => c.Group == group).Count() });
            }
        }

        return grouped ? [new Row(over), new Row([.. columns.Where(c => c.Group is not null).Select(c => (Cell)c.Head)])] : [new Row(over)];
    }

    /// <summary>Shares of the width that add up to 100.</summary>
    private static Column[] Shares((int Weight, Alignment Align)[] columns)
    {
        var (sum, given, seen) = (columns.Sum(c => c.Weight), 0, 0);
        var shares = new Column[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            seen += columns[i].Weight;
            var upTo = seen * 100 / sum;
            shares[i] = new Column(upTo - given, columns[i].Align);
            given = upTo;
        }

        return shares;
    }

    internal static string Words(ReportColumn column, ReportValue value) =>
        value.Words ?? (value.Number is not { } number ? column.IsWords ? "" : "–"
        : column.IsRate || number % 1 != 0 ? Vietnamese.Rate(number)
        : Vietnamese.Number((long)number));
}
