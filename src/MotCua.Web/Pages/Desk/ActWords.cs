using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>What each act asks, announces and answers.</summary>
public sealed class ActWords(Text t)
{
    /// <summary>Whom the act puts the dossier before; null when it names nobody.</summary>
    public static OfficeRole? RoleAsked(DossierAct act) => act.Kind switch
    {
        EventKind.SentForSignature => OfficeRole.Signer,
        EventKind.Assigned or EventKind.StepFinished => OfficeRole.Specialist,
        _ => null,
    };

    public static bool WordsNeeded(DossierAct act) =>
        act.Kind is EventKind.SentBack or EventKind.SupplementRequested or EventKind.Withdrawn or EventKind.Stopped;

    public static bool HasWords(DossierAct act) => act.Kind is not EventKind.Supplemented;

    /// <summary>The label of the text box.</summary>
    public static string LabelOf(DossierAct act) => act.Kind switch
    {
        EventKind.SupplementRequested => Text.Key("Người nộp cần bổ sung gì"),
        EventKind.SentBack => Text.Key("Cần sửa gì"),
        EventKind.Withdrawn => Text.Key("Lý do rút, theo lời người nộp"),
        EventKind.Stopped => Text.Key("Lý do dừng và căn cứ"),
        EventKind.StepFinished => Text.Key("Kết quả của bước này"),
        EventKind.Returned => Text.Key("Ghi chú khi trả"),
        EventKind.Assigned => Text.Key("Vì sao giao"),
        EventKind.Signed => Text.Key("Ý kiến của người ký"),
        EventKind.ResultReady => Text.Key("Lý do, nếu không đủ điều kiện"),
        _ => Text.Key("Ghi chú cho người nhận"),
    };

    /// <summary>Shown when the text box was left empty.</summary>
    public static string AskFor(DossierAct act) => act.Kind switch
    {
        EventKind.SupplementRequested => Text.Key("Ghi rõ giấy tờ cần bổ sung, để người nộp làm một lần là đủ"),
        EventKind.SentBack => Text.Key("Ghi cần sửa gì, để người trình sửa một lần là xong"),
        EventKind.Withdrawn => Text.Key("Ghi lý do người nộp xin rút"),
        _ => Text.Key("Ghi lý do và căn cứ; người nộp nhận được thông báo này"),
    };

    public ConfirmAct Confirm(DossierAct act, DossierView view, ActOrder input, Deadline? next)
    {
        var name = view.Applicant.Name;
        var back = $"/ho-so/{view.Code}/viec/{act.Slug}";
        var text = act.Kind switch
        {
            EventKind.SupplementRequested => view.OnSupplement is SupplementPolicy.Restart
                ? t["Thời hạn dừng từ bây giờ và tính lại từ đầu khi nhận đủ. In phiếu rồi giao hoặc gửi cho người nộp. Nội dung phiếu:"]
                : t["Thời hạn dừng từ bây giờ và tính tiếp khi nhận đủ. In phiếu rồi giao hoặc gửi cho người nộp. Nội dung phiếu:"],
            EventKind.Supplemented => next is { DueAt: { } due }
                ? t["Chỉ ghi khi giấy tờ đã đủ. Hẹn trả mới là {0}. Người tra cứu hồ sơ sẽ đọc:", due]
                : t["Chỉ ghi khi giấy tờ đã đủ. Người tra cứu hồ sơ sẽ đọc:"],
            EventKind.ResultReady => t["Giờ này là giờ xong của hồ sơ, dùng để xét sớm, đúng hay trễ hạn; ghi rồi không sửa được. Người tra cứu hồ sơ sẽ đọc:"],
            EventKind.Returned => t["Hồ sơ đóng lại sau khi trả; ghi rồi không sửa được. Người tra cứu hồ sơ sẽ đọc:"],
            _ => t["Hồ sơ đóng lại và không mở lại được. Người tra cứu hồ sơ sẽ đọc:"],
        };
        return new ConfirmAct(TitleOf(act, view, input), text, t[act.Label], act.Icon, back, MessageOf(act, view, input, next, name));
    }

    /// <summary>The note after an act that waits for the leader.</summary>
    public (string Words, string? LinkWords, string? Link) Proposed(DossierView view) =>
        (t["Đã gửi lãnh đạo duyệt. Việc này ghi vào hồ sơ {0} khi lãnh đạo đồng ý", view.ShortCode], null, null);

    /// <summary>The note after the act, and one thing to do next.</summary>
    public (string Words, string? LinkWords, string? Link) Done(DossierAct act, DossierView view) => act.Kind switch
    {
        EventKind.StepFinished => (t["Đã xong bước {0}, hồ sơ sang bước {1}", view.Step - 1, view.Step], null, null),
        EventKind.SentForSignature => (t["Đã trình hồ sơ {0} cho {1}", view.ShortCode, view.HolderName], null, null),
        EventKind.Signed => (t["Đã ký hồ sơ {0}. Văn thư vào sổ và ghi có kết quả", view.ShortCode], null, null),
        EventKind.SentBack => (t["Đã trả lại hồ sơ {0} cho {1}", view.ShortCode, view.HolderName ?? t["người trình"]], null, null),
        EventKind.ResultReady => (t["Hồ sơ {0} đã có kết quả, chờ trả tại quầy", view.ShortCode], null, null),
        EventKind.Returned => (t["Đã trả kết quả hồ sơ {0} cho {1}", view.ShortCode, view.Applicant.Name], t["Trả hồ sơ khác"], "/tra-ket-qua"),
        EventKind.SupplementRequested => (t["Đã dừng tính thời hạn, chờ {0} bổ sung", view.Applicant.Name], t["In phiếu yêu cầu bổ sung"], $"/ho-so/{view.Code}/giay/supplement"),
        EventKind.Supplemented => (view.DueAt is { } due ? t["Đã nhận bổ sung. Hẹn trả {0}", due] : t["Đã nhận bổ sung"], null, null),
        EventKind.Assigned => (t["Đã phân công hồ sơ {0} cho {1}", view.ShortCode, view.HolderName], null, null),
        EventKind.Withdrawn => (t["Đã ghi rút hồ sơ {0}", view.ShortCode], null, null),
        EventKind.Stopped => (t["Đã dừng giải quyết hồ sơ {0}", view.ShortCode], null, null),
        _ => (t["Đã ghi"], null, null),
    };

    private string TitleOf(DossierAct act, DossierView view, ActOrder input) => act.Kind switch
    {
        EventKind.SupplementRequested when view.SupplementRequests > 0 => t["Yêu cầu {0} bổ sung lần {1}?", view.Applicant.Name, view.SupplementRequests + 1],
        EventKind.SupplementRequested => t["Yêu cầu {0} bổ sung?", view.Applicant.Name],
        EventKind.Supplemented => t["Nhận giấy tờ bổ sung của {0}?", view.Applicant.Name],
        EventKind.ResultReady when input.Outcome is Outcome.Denied => t["Ghi kết luận không đủ điều kiện?"],
        EventKind.ResultReady => t["Ghi hồ sơ {0} có kết quả?", view.ShortCode],
        EventKind.Returned => t["Trả kết quả cho {0}?", input.Recipient ?? view.Applicant.Name],
        EventKind.Withdrawn => t["Rút hồ sơ của {0}?", view.Applicant.Name],
        _ => t["Dừng giải quyết hồ sơ của {0}?", view.Applicant.Name],
    };

    private string MessageOf(DossierAct act, DossierView view, ActOrder input, Deadline? next, string name)
    {
        var typed = Vietnamese.Tidy(input.Words ?? "");
        return act.Kind switch
        {
            EventKind.SupplementRequested => t["Hồ sơ {0} của ông/bà {1} cần bổ sung: {2}", view.Code, name, typed],
            EventKind.Supplemented => next is { DueAt: { } due }
                ? t["{0} đã nhận đủ giấy tờ bổ sung của hồ sơ {1}. Hẹn trả kết quả {2}.", view.AgencyName, view.Code, due]
                : t["{0} đã nhận đủ giấy tờ bổ sung của hồ sơ {1}.", view.AgencyName, view.Code],
            EventKind.ResultReady when input.Outcome is Outcome.Denied => t["Hồ sơ {0} không giải quyết được. Mời ông/bà {1} đến nhận văn bản nêu rõ lý do.", view.Code, name],
            EventKind.ResultReady => t["Hồ sơ {0} đã có kết quả. Mời ông/bà {1} đến nhận.", view.Code, name],
            EventKind.Returned => t["Đã trả kết quả hồ sơ {0} {1}.", view.Code, t[DossierHistory.HandedBy[input.Channel]]],
            EventKind.Withdrawn => t["Ông/bà {0} đã rút hồ sơ {1}. Lý do: {2}", name, view.Code, typed],
            _ => t["{0} dừng giải quyết hồ sơ {1} của ông/bà {2}. Lý do: {3}", view.AgencyName, view.Code, name, typed],
        };
    }
}
