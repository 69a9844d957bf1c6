using MotCua.Organization;
using MotCua.Registers;
using MotCua.Reports;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Reports;

/// <summary>Form B.2: the late dossiers, why, and the apology of each.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class B2Model(FormTools tools) : FormPage(tools)
{
    public override Form Form => Form.B2;

    public override string? CellLink(ReportRow row, ReportColumn column) => column.Name == "dossier" ? $"/ho-so/{Uri.EscapeDataString(row.Key)}" : null;
}

/// <summary>Form B.3: satisfaction by field.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class B3Model(FormTools tools) : FormPage(tools)
{
    public override Form Form => Form.B3;
}

/// <summary>Form B.4: tasks assigned from above; a number opens its tasks.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class B4Model(FormTools tools) : FormPage(tools)
{
    public override Form Form => Form.B4;

    public override string Link(ReportRow? row, string figure) => DirectivesLink(figure, row?.Key, ownOnly: row?.Key == AgencyCode);
}

/// <summary>Form II.06 of TT 01/2020: progress by field.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class Ii06Model(FormTools tools) : FormPage(tools)
{
    public override Form Form => Form.Ii06;
}

/// <summary>The reform annex (Phụ lục 1): what is computed opens its records, what is declared opens the page that declares it.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class Annex1Model(FormTools tools) : FormPage(tools)
{
    private static readonly Dictionary<string, string> DirectiveColumns = new(StringComparer.Ordinal)
    {
        ["1.6.total"] = "directives",
        ["1.6.done_on_time"] = "completed_on_time",
        ["1.6.done_late"] = "completed_late",
    };

    public override Form Form => Form.Annex1;

    public override string? CellLink(ReportRow row, ReportColumn column)
    {
        if (column.Name != "value" || row["value"] is null)
        {
            return null;
        }

        return row.Cells["source"].Words == "declared" ? $"{AddressOf("/bao-cao/phu-luc-1/ke-khai")}#f-{row.Key}"
            : AnnexFigures.ByIndicator.TryGetValue(row.Key, out var figure) ? ListLink(figure, AgencyCode)
            : DirectiveColumns.TryGetValue(row.Key, out var state) ? DirectivesLink(state, AgencyCode)
            : row.Key.StartsWith("1.2.", StringComparison.Ordinal) || row.Key.StartsWith("1.3.", StringComparison.Ordinal) || row.Key.StartsWith("1.4.", StringComparison.Ordinal)
                ? $"/ke-hoach?donvi={Uri.EscapeDataString(AgencyCode!)}&nam={To!.Value.Year}"
            : RegisterBooks.Of(Indicator.Find(row.Key)?.Whole ?? row.Key) is var (book, figured) ? AddressOf($"/so/{book.Address}/so-lieu", null, figured.Name)
            : null;
    }
}
