using MotCua.Documents;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Which papers of a dossier can be printed, read from its ledger.</summary>
internal static class DossierForms
{
    /// <param name="lines">The ledger, oldest first.</param>
    /// <param name="apologyDrafted">A draft of an apology waits for the leader.</param>
    /// <param name="t">Words.</param>
    public static IReadOnlyList<FormLink> Of(IReadOnlyList<DossierEvent> lines, bool apologyDrafted, Text t) => [.. Links(lines, apologyDrafted, t)];

    private static IEnumerable<FormLink> Links(IReadOnlyList<DossierEvent> lines, bool apologyDrafted, Text t)
    {
        if (lines is not [{ Kind: EventKind.Received } first, ..])
        {
            yield return new FormLink("refusal", t["Phiếu từ chối"]);
            yield break;
        }

        if (first.ReadFacts() is ReceivedFacts { Slip: true })
        {
            yield return new FormLink("receipt", lines.Any(DossierPapers.Adjusts) ? t["Giấy hẹn điều chỉnh"] : t["Giấy hẹn"]);
        }

        var requests = lines.Count(l => l.Kind is EventKind.SupplementRequested);
        for (var round = 1; round <= requests; round++)
        {
            yield return requests == 1
                ? new FormLink("supplement", t["Phiếu yêu cầu bổ sung"])
                : new FormLink($"supplement?lan={round}", t["Phiếu yêu cầu bổ sung lần {0}", round]);
        }

        if (lines.Any(l => l.Kind is EventKind.ApologyIssued))
        {
            yield return new FormLink("apology", t["Văn bản xin lỗi"]);
        }
        else if (apologyDrafted)
        {
            yield return new FormLink("apology", t["Dự thảo xin lỗi"]);
        }

        if (lines.FirstOrDefault(l => l.Kind is EventKind.Stopped) is { } stopped && FormSet.InForceOn(Moment.Of(stopped.At).Day).Has(FormKey.StopNotice))
        {
            yield return new FormLink("stop-notice", t["Thông báo dừng"]);
        }

        if (lines.Any(l => l.Kind is EventKind.ResultReady && l.ReadFacts() is ResultFacts { Outcome: Outcome.Denied, Reason: not null }))
        {
            yield return new FormLink("refusal", t["Phiếu từ chối"]);
        }

        yield return new FormLink("control-slip", t["Phiếu kiểm soát"]);
    }
}
