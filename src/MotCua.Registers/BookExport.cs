using System.Globalization;
using MotCua.Documents;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>Any register as a file: CSV (that <see cref="ImportBook"/> reads back for the registers of the kit), and a sheet for Excel. No cell can run as a formula.</summary>
public static class BookExport
{
    /// <summary>More lines than any office writes in ten years.</summary>
    public const int Most = 50_000;

    public static byte[] Csv(RegisterSheet sheet, AgencyTree tree) => CsvText.File(sheet.Lines
        .Select(l => CsvText.Line(sheet.Fields.Select(f => f.Written(l.Values[f.Name])).Prepend(tree.CodeOf(l.Agency))))
        .Prepend(CsvText.Line(sheet.Fields.Select(f => f.Label).Prepend(ImportBook.AgencyColumn))));

    public static Workbook Excel(RegisterSheet sheet, AgencyTree tree)
    {
        var head = sheet.Fields.Select(f => f.Label).Prepend(ImportBook.AgencyColumn).Select(w => SheetCell.Text(w) with { Bold = true, Border = true });
        return new Workbook(
        [
            new Sheet
            {
                Name = sheet.Title,
                Columns = [new SheetColumn(14), .. sheet.Fields.Select(f => new SheetColumn(f.Kind switch { RegisterFieldKind.Words => 50, RegisterFieldKind.Line => 26, _ => 16 }))],
                Head = [new SheetRow([.. head])],
                Rows = sheet.Lines.Select(l => new SheetRow([SheetCell.Text(tree.CodeOf(l.Agency)), .. sheet.Fields.Select(f => Cell(f, l.Values[f.Name]))])),
                Filter = true,
            },
        ])
        { Title = sheet.Title };
    }

    private static SheetCell Cell(RegisterField field, string value) => field.Kind switch
    {
        RegisterFieldKind.Day when RegisterField.TryDay(value, out var day) => SheetCell.Date(day),
        RegisterFieldKind.Whole when long.TryParse(value, CultureInfo.InvariantCulture, out var number) => SheetCell.Whole(number),
        _ => SheetCell.Text(field.Shown(value)),
    };
}
