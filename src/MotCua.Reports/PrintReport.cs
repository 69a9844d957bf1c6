using Microsoft.EntityFrameworkCore;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>A computed form as a paper of the office, ready for Word and for the printer: A4 across, heads repeated on every page.</summary>
public sealed class PrintReport(MotCuaDb db, TimeProvider clock)
{
    /// <param name="Report">What was computed.</param>
    /// <param name="Signer">Name of who signs; null leaves room.</param>
    public sealed record Input(Report Report, string? Signer = null);

    public async Task<OfficialDocument> RunAsync(Input input, CancellationToken ct)
    {
        var report = input.Report;
        var tree = await AgencyTree.LoadAsync(db, ct);
        var agency = tree.ByCode(report.AgencyCode)!;
        var contact = await db.Agencies.AsNoTracking().Where(a => a.Id == agency.Id).Select(a => a.Contact).SingleAsync(ct);
        var issuer = Issuers.Of(agency.Id, contact, tree, report.Period.LastDay);
        return ReportPaper.Of(report, issuer, clock.Now().Day, input.Signer);
    }
}
