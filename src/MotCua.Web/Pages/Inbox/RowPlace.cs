using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Inbox;

/// <summary>At which step a dossier is, and with whom since when.</summary>
public static class RowPlace
{
    public static string Step(InboxRow row) => row.LegTask ?? row.State switch
    {
        DossierStatus.ForSignature => Text.Key("Trình ký"),
        DossierStatus.InProcess or DossierStatus.Received when row.StepName is { Length: > 0 } name => name,
        var state => StatusTag.Of(state.ToString()).Officers,
    };

    public static string Where(InboxRow row, bool mine, Text t)
    {
        if (row.LegNo is { } leg)
        {
            return t["Chặng {0}", leg];
        }

        if (row.StoppedAt is { } stopped && row.FinishedAt is null)
        {
            return row.State == DossierStatus.WaitingSupplement ? t["Người nộp, từ {0}", Day(stopped)] : t["Tạm dừng từ {0}", Day(stopped)];
        }

        return row switch
        {
            { HolderId: null } => t["Chưa có người giữ"],
            _ when mine => t["Tôi"],
            { HeldSince: { } since } => t["{0}, từ {1}", row.Holder, Day(since)],
            _ => row.Holder ?? "",
        };
    }

    /// <summary>The other agency of a dossier that one desk received for another; null when desk and competent agency are one.</summary>
    public static string? Elsewhere(InboxRow row, CurrentOfficer officer, DateOnly today, Text t)
    {
        if (row.DeskId is not { } desk)
        {
            return null;
        }

        return officer.AgencyId.Value == desk
            ? t["Cơ quan giải quyết: {0}", officer.Agencies.NameOf(new AgencyId(row.AgencyId), today)]
            : t["Nơi tiếp nhận: {0}", officer.Agencies.NameOf(new AgencyId(desk), today)];
    }

    private static string Day(DateTimeOffset instant)
    {
        var day = Moment.Of(instant).Day;
        return $"{day.Day}/{day.Month}";
    }
}
