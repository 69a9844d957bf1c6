using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>What each act announces before it is done, and answers after.</summary>
public sealed class ActWords(Text t)
{
    /// <summary>Whom the act puts the dossier before; null when it names nobody.</summary>
    public static OfficeRole? RoleAsked(DossierAct act) => act.Kind switch
    {
        EventKind.SentForSignature => OfficeRole.Signer,
        EventKind.Assigned or EventKind.StepFinished => OfficeRole.Specialist,
        _ => null,
    };

    /// <summary>The page before the act, with the exact text that the citizen reads.</summary>
    /// <param name="act">What is to be done.</param>
    /// <param name="view">On which dossier.</param>
    /// <param name="input">As typed.</param>
    /// <param name="next">The deadline after it, where it changes.</param>
    /// <param name="place">The place that is asked.</param>
    /// <param name="needsLeader">It is only proposed.</param>
    public ConfirmAct Confirm(DossierAct act, DossierView view, ActOrder input, Deadline? next, string? place, bool needsLeader)
    {
        var back = $"/ho-so/{view.Code}/viec/{act.Slug}";
        var message = MessageOf(act, view, input, next, place);
        return needsLeader
            ? new ConfirmAct(TitleOf(act, view, input), t["Việc này phải được lãnh đạo đồng ý; trước đó hồ sơ không thay đổi. Khi lãnh đạo duyệt, người nộp sẽ đọc:"], t["Gửi lãnh đạo duyệt"], "send", back, message)
            : new ConfirmAct(TitleOf(act, view, input), TextOf(act, view, next), t[act.Label], act.Icon, back, message);
    }

    /// <summary>The note after an act that waits for the leader.</summary>
    /// <param name="view">The dossier.</param>
    /// <param name="forItsTime">The act itself needs nobody; only the earlier time does.</param>
    public (string Words, string? LinkWords, string? Link) Proposed(DossierView view, bool forItsTime) => forItsTime
        ? (t["Giờ xảy ra làm đổi kết luận thời hạn nên phải được lãnh đạo đồng ý. Đã gửi lãnh đạo; việc này ghi vào hồ sơ {0} khi được duyệt", view.ShortCode], null, null)
        : (t["Đã gửi lãnh đạo duyệt. Việc này ghi vào hồ sơ {0} khi lãnh đạo đồng ý", view.ShortCode], null, null);

    /// <summary>The note after the act, and one thing to do next.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="view">The dossier after it.</param>
    /// <param name="opened">The code of the dossier that it opened.</param>
    public (string Words, string? LinkWords, string? Link) Done(DossierAct act, DossierView view, string? opened = null)
    {
        var papers = $"/ho-so/{view.Code}/giay";
        return act.Kind switch
        {
            EventKind.StepFinished => (t["Đã xong bước {0}, hồ sơ sang bước {1}", view.Step - 1, view.Step], null, null),
            EventKind.SentForSignature => (t["Đã trình hồ sơ {0} cho {1}", view.ShortCode, view.HolderName], null, null),
            EventKind.Signed => (t["Đã ký hồ sơ {0}. Văn thư vào sổ và ghi có kết quả", view.ShortCode], null, null),
            EventKind.SentBack => (t["Đã trả lại hồ sơ {0} cho {1}", view.ShortCode, view.HolderName ?? t["người trình"]], null, null),
            EventKind.ResultReady when view.Status is DossierStatus.RefusedOnMerit => (t["Đã ghi kết luận không đủ điều kiện, chờ trả tại quầy"], t["In phiếu từ chối"], $"{papers}/refusal"),
            EventKind.ResultReady => (t["Hồ sơ {0} đã có kết quả, chờ trả tại quầy", view.ShortCode], null, null),
            EventKind.Returned => (t["Đã trả kết quả hồ sơ {0} cho {1}", view.ShortCode, view.Applicant.Name], t["Trả hồ sơ khác"], "/tra-ket-qua"),
            EventKind.SupplementRequested => (t["Đã dừng tính thời hạn, chờ {0} bổ sung", view.Applicant.Name], t["In phiếu yêu cầu bổ sung"], $"{papers}/supplement"),
            EventKind.Supplemented => (view.DueAt is { } due ? t["Đã nhận bổ sung. Hẹn trả {0}", due] : t["Đã nhận bổ sung"], t["In giấy hẹn điều chỉnh"], $"{papers}/receipt"),
            EventKind.Assigned => (t["Đã phân công hồ sơ {0} cho {1}", view.ShortCode, view.HolderName], null, null),
            EventKind.Withdrawn => (t["Đã ghi rút hồ sơ {0}", view.ShortCode], null, null),
            EventKind.Stopped => (t["Đã dừng giải quyết hồ sơ {0}", view.ShortCode], t["In thông báo dừng"], $"{papers}/stop-notice"),
            _ => DoneElsewhere(act, view, papers, opened),
        };
    }

    private (string Words, string? LinkWords, string? Link) DoneElsewhere(DossierAct act, DossierView view, string papers, string? opened) => act.Kind switch
    {
        EventKind.VerificationOpened => (view.AdjustedDue is { } day ? t["Đã gửi xác minh. Hẹn trả {0}, là điều chỉnh", day] : t["Đã gửi xác minh"], t["In giấy hẹn điều chỉnh"], $"{papers}/receipt"),
        EventKind.ConsultationSent => (t["Đã gửi lấy ý kiến. Thời hạn của hồ sơ vẫn tính"], null, null),
        EventKind.Forwarded when view.Legs is [.., { SentAt: null } waiting] => (t["Đã ghi chặng {0}; gửi đi khi chặng {1} xong", waiting.No, waiting.After], null, null),
        EventKind.Forwarded => (t["Đã chuyển liên thông chặng {0}", view.Legs.Count], null, null),
        EventKind.LegAnswered => (t["Đã ghi vào chặng của hồ sơ {0}", view.ShortCode], null, null),
        EventKind.Paused => (t["Đã dừng tính thời hạn hồ sơ {0}", view.ShortCode], null, null),
        EventKind.Resumed => (view.DueAt is { } due ? t["Thời hạn tính tiếp. Hẹn trả {0}", due] : t["Thời hạn tính tiếp"], null, null),
        EventKind.Paid => (t["Đã ghi thu tiền hồ sơ {0}", view.ShortCode], null, null),
        EventKind.ApologyIssued => (view.ExtendedDue is { } day ? t["Đã xin lỗi và hẹn lại {0}", day] : t["Đã ghi"], t["In văn bản xin lỗi"], $"{papers}/apology"),
        EventKind.CorrectionOpened when opened is not null => (t["Đã mở hồ sơ {0} để sửa kết quả", opened], t["Mở hồ sơ"], $"/ho-so/{opened}"),
        _ => (t["Đã ghi"], null, null),
    };

    private string TextOf(DossierAct act, DossierView view, Deadline? next) => act.Kind switch
    {
        EventKind.SupplementRequested => view.OnSupplement is SupplementPolicy.Restart
            ? t["Thời hạn dừng từ bây giờ và tính lại từ đầu khi nhận đủ. In phiếu rồi giao hoặc gửi cho người nộp. Nội dung phiếu:"]
            : t["Thời hạn dừng từ bây giờ và tính tiếp khi nhận đủ. In phiếu rồi giao hoặc gửi cho người nộp. Nội dung phiếu:"],
        EventKind.Supplemented => next is { DueAt: { } due }
            ? t["Chỉ ghi khi giấy tờ đã đủ. Hẹn trả mới là {0}. Người tra cứu hồ sơ sẽ đọc:", due]
            : t["Chỉ ghi khi giấy tờ đã đủ. Người tra cứu hồ sơ sẽ đọc:"],
        EventKind.Resumed => next is { DueAt: { } due }
            ? t["Thời hạn tính tiếp từ chỗ đã dừng. Hẹn trả mới là {0}. Người tra cứu hồ sơ sẽ đọc:", due]
            : t["Thời hạn tính tiếp từ chỗ đã dừng. Người tra cứu hồ sơ sẽ đọc:"],
        EventKind.VerificationOpened => next is { DueAt: { } due } && due != view.DueAt
            ? t["Hẹn trả mới {0}, là điều chỉnh, không phải xin lỗi. In lại giấy hẹn cho người nộp. Người tra cứu hồ sơ sẽ đọc:", due]
            : t["Thủ tục này không có thời hạn riêng khi xác minh, ngày hẹn trả giữ nguyên. Người tra cứu hồ sơ sẽ đọc:"],
        EventKind.Paused => t["Thời hạn dừng từ bây giờ và chỉ tính tiếp khi lý do đã hết. Người tra cứu hồ sơ sẽ đọc:"],
        EventKind.ApologyIssued => t["Chỉ được hẹn lại một lần; ngày hẹn đầu vẫn là căn cứ xét trễ hạn. Người nộp nhận văn bản xin lỗi có nội dung:"],
        EventKind.CorrectionOpened => t["Hồ sơ này vẫn đóng. Hồ sơ mới có mã và ngày hẹn riêng, không thu phí của người dân. Người tra cứu hồ sơ sẽ đọc:"],
        EventKind.ResultReady => t["Giờ này là giờ xong của hồ sơ, dùng để xét sớm, đúng hay trễ hạn; ghi rồi không sửa được. Người tra cứu hồ sơ sẽ đọc:"],
        EventKind.Returned => t["Hồ sơ đóng lại sau khi trả; ghi rồi không sửa được. Người tra cứu hồ sơ sẽ đọc:"],
        _ => t["Hồ sơ đóng lại và không mở lại được. Người tra cứu hồ sơ sẽ đọc:"],
    };

    private string TitleOf(DossierAct act, DossierView view, ActOrder input) => act.Kind switch
    {
        EventKind.SupplementRequested when view.SupplementRequests > 0 => t["Yêu cầu {0} bổ sung lần {1}?", view.Applicant.Name, view.SupplementRequests + 1],
        EventKind.SupplementRequested => t["Yêu cầu {0} bổ sung?", view.Applicant.Name],
        EventKind.Supplemented => t["Nhận giấy tờ bổ sung của {0}?", view.Applicant.Name],
        EventKind.VerificationOpened => t["Xác minh hồ sơ của {0}?", view.Applicant.Name],
        EventKind.Paused when input.PauseReason is PauseReason.Financial => t["Yêu cầu {0} nộp {1} đồng?", view.Applicant.Name, input.AmountDong],
        EventKind.Paused => t["Tạm dừng tính thời hạn hồ sơ của {0}?", view.Applicant.Name],
        EventKind.Resumed => t["Tính tiếp thời hạn hồ sơ của {0}?", view.Applicant.Name],
        EventKind.ApologyIssued => t["Xin lỗi {0} và hẹn lại {1}?", view.Applicant.Name, input.NewDue],
        EventKind.CorrectionOpened => t["Mở hồ sơ sửa kết quả cho {0}?", view.Applicant.Name],
        EventKind.ResultReady when input.Outcome is Outcome.Denied => t["Ghi kết luận không đủ điều kiện?"],
        EventKind.ResultReady => t["Ghi hồ sơ {0} có kết quả?", view.ShortCode],
        EventKind.Returned => t["Trả kết quả cho {0}?", input.Recipient ?? view.Applicant.Name],
        EventKind.Withdrawn => t["Rút hồ sơ của {0}?", view.Applicant.Name],
        _ => t["Dừng giải quyết hồ sơ của {0}?", view.Applicant.Name],
    };

    private string MessageOf(DossierAct act, DossierView view, ActOrder input, Deadline? next, string? place)
    {
        var (name, typed) = (view.Applicant.Name, Vietnamese.Tidy(input.Words ?? ""));
        return act.Kind switch
        {
            EventKind.SupplementRequested => t["Hồ sơ {0} của ông/bà {1} cần bổ sung: {2}", view.Code, name, typed],
            EventKind.Supplemented => next is { DueAt: { } due }
                ? t["{0} đã nhận đủ giấy tờ bổ sung của hồ sơ {1}. Hẹn trả kết quả {2}.", view.AgencyName, view.Code, due]
                : t["{0} đã nhận đủ giấy tờ bổ sung của hồ sơ {1}.", view.AgencyName, view.Code],
            EventKind.VerificationOpened => next is { DueAt: { } due } && due != view.DueAt
                ? t["{0} xác minh thêm hồ sơ {1} của ông/bà {2} tại {3}. Ngày hẹn trả kết quả điều chỉnh thành {4}.", view.AgencyName, view.Code, name, place, due]
                : t["{0} xác minh thêm hồ sơ {1} của ông/bà {2} tại {3}.", view.AgencyName, view.Code, name, place],
            EventKind.Paused when input.PauseReason is PauseReason.Financial =>
                t["Hồ sơ {0} của ông/bà {1} cần nộp {2} đồng theo thông báo {3}: {4}", view.Code, name, input.AmountDong, input.Number, typed],
            EventKind.Paused => t["{0} tạm dừng giải quyết hồ sơ {1} của ông/bà {2} theo văn bản {3}. Lý do: {4}", view.AgencyName, view.Code, name, input.Number, typed],
            EventKind.Resumed => next is { DueAt: { } due }
                ? t["{0} tiếp tục giải quyết hồ sơ {1}. Hẹn trả kết quả {2}.", view.AgencyName, view.Code, due]
                : t["{0} tiếp tục giải quyết hồ sơ {1}.", view.AgencyName, view.Code],
            EventKind.ApologyIssued => t["{0} xin lỗi ông/bà {1} vì hồ sơ {2} chưa xong đúng hẹn. Lý do: {3}. Hẹn trả kết quả ngày {4}.", view.AgencyName, name, view.Code, typed.TrimEnd('.'), input.NewDue],
            EventKind.CorrectionOpened => t["{0} mở hồ sơ sửa kết quả của hồ sơ {1} cho ông/bà {2}. Nội dung cần sửa: {3}", view.AgencyName, view.Code, name, typed],
            _ => MessageOfTheEnd(act, view, input, name, typed),
        };
    }

    private string MessageOfTheEnd(DossierAct act, DossierView view, ActOrder input, string name, string typed) => act.Kind switch
    {
        EventKind.ResultReady when input.Outcome is Outcome.Denied => t["Hồ sơ {0} không giải quyết được. Mời ông/bà {1} đến nhận văn bản nêu rõ lý do.", view.Code, name],
        EventKind.ResultReady => t["Hồ sơ {0} đã có kết quả. Mời ông/bà {1} đến nhận.", view.Code, name],
        EventKind.Returned => t["Đã trả kết quả hồ sơ {0} {1}.", view.Code, t[DossierHistory.HandedBy[input.Channel]]],
        EventKind.Withdrawn => t["Ông/bà {0} đã rút hồ sơ {1}. Lý do: {2}", name, view.Code, typed],
        _ => t["{0} dừng giải quyết hồ sơ {1} của ông/bà {2}. Lý do: {3}", view.AgencyName, view.Code, name, typed],
    };
}
