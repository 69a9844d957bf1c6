using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Directives;

/// <summary>Tasks assigned from above, from a CSV file.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer)]
public sealed class LoadModel(ImportDirectives import, RegisterDesk desk, CurrentOfficer officer, Text t) : LoadPage(desk, officer, t)
{
    protected override LoadForm Empty => new(Text.Key("Nhiệm vụ được giao"), "/nhiem-vu", [.. RegisterSheet.DirectiveFields.Where(f => !f.Given).Select(f => f.Label)]);

    protected override async Task<(int Lines, int Added, int Changed)> LoadAsync(Stream content, RegisterUpload upload, ImportProblems problems, CancellationToken ct)
    {
        var done = await import.RunAsync(new ImportDirectives.Input(content) { Upload = upload }, problems, ct);
        return (done.Lines, done.Added, done.Changed);
    }
}
