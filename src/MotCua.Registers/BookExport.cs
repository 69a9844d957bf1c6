using MotCua.Documents;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>A register as a file: CSV that <see cref="ImportBook"/> reads back, and a sheet for Excel. No cell can run as a formula.</summary>
public static class BookExport
{
    /// <summary>More lines than any office writes in ten years.</summary>
    public const int Most = 50_000;

    public static byte[] Csv(RegisterBook book, IReadOnlyList<BookRecord> records, AgencyTree tree) => CsvText.File(records
        .Select(r =>
        {
            var values = r.Values;
            return CsvText.Line(book.Fields.Select(f => f.Written(values[f.Name])).Prepend(tree.CodeOf(r.AgencyId)));
        })
        .Prepend(CsvText.Line(book.Fields.Select(f => f.Label).Prepend(ImportBook.AgencyColumn))));

    public static Workbook Sheet(RegisterBook book, IReadOnlyList<BookRecord> records, AgencyTree tree)
    {
        var head = book.Fields.Select(f => f.Label).Prepend(ImportBook.AgencyColumn).Select(w => SheetCell.Text(w) with { Bold = true, Border = true });
        var sheet = new Sheet
        {
            Name = book.Title,
            Columns = [new SheetColumn(14), .. book.Fields.Select(f => new SheetColumn(f.Kind switch { RegisterFieldKind.Words => 50, RegisterFieldKind.Line => 26, _ => 16 }))],
            Head = [new SheetRow([.. head])],
            Rows = records.Select(r => new SheetRow([SheetCell.Text(tree.CodeOf(r.AgencyId)), .. Cells(book, r)])),
            Filter = true,
        };
        return new Workbook([sheet]) { Title = book.Title };
    }

    private static IEnumerable<SheetCell> Cells(RegisterBook book, BookRecord record)
    {
        var values = record.Values;
        return book.Fields.Select(f => f.Kind switch
        {
            RegisterFieldKind.Day when RegisterField.TryDay(values[f.Name], out var day) => SheetCell.Date(day),
            RegisterFieldKind.Whole when long.TryParse(values[f.Name], System.Globalization.CultureInfo.InvariantCulture, out var number) => SheetCell.Whole(number),
            _ => SheetCell.Text(f.Shown(values[f.Name])),
        });
    }
}
