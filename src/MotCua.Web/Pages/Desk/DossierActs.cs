using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Web.Shell;
using static MotCua.Web.Pages.Desk.ActFields;

namespace MotCua.Web.Pages.Desk;

/// <summary>
/// The acts of the desk and their forms, one line each. What is offered is what the table of moves and the officer's roles
/// allow, the likely one first.
/// </summary>
public static class DossierActs
{
    public static readonly DossierAct
        Take = new("nhan-viec", Text.Key("Nhận việc"), "user-check", "N", EventKind.Taken),
        FinishStep = new("xong-buoc", Text.Key("Xong bước"), "checklist", "B", EventKind.StepFinished)
        {
            Fields = ActFields.Officer | Words, TextLabel = Text.Key("Kết quả của bước này"),
        },
        SendForSignature = new("trinh-ky", Text.Key("Trình ký"), "signature", "T", EventKind.SentForSignature) { Fields = ActFields.Officer | Words },
        Sign = new("ky", Text.Key("Ký"), "signature", "Y", EventKind.Signed) { TextLabel = Text.Key("Ý kiến của người ký") },
        SendBack = new("tra-lai", Text.Key("Trả lại người trình"), "arrow-back-up", "L", EventKind.SentBack)
        {
            TextLabel = Text.Key("Cần sửa gì"), Ask = Text.Key("Ghi cần sửa gì, để người trình sửa một lần là xong"),
        },
        MarkReady = new("co-ket-qua", Text.Key("Ghi có kết quả"), "certificate", "Q", EventKind.ResultReady, Confirms: true)
        {
            Fields = ActFields.Outcome | Number | Words, TextLabel = Text.Key("Lý do, nếu không đủ điều kiện"),
        },
        HandOver = new("tra-ket-qua", Text.Key("Trả kết quả"), "package", "R", EventKind.Returned, Confirms: true)
        {
            Fields = ActFields.HandOver | Words, TextLabel = Text.Key("Ghi chú khi trả"),
        },
        AskForSupplement = new("yeu-cau-bo-sung", Text.Key("Yêu cầu bổ sung"), "player-pause", "S", EventKind.SupplementRequested, Confirms: true)
        {
            TextLabel = Text.Key("Người nộp cần bổ sung gì"), Ask = Text.Key("Ghi rõ giấy tờ cần bổ sung, để người nộp làm một lần là đủ"),
        },
        Supplement = new("nhan-bo-sung", Text.Key("Nhận bổ sung"), "file-plus", "H", EventKind.Supplemented, Confirms: true) { Fields = None },
        Resume = new("tinh-tiep", Text.Key("Tính tiếp thời hạn"), "player-play", "C", EventKind.Resumed, Confirms: true)
        {
            TextLabel = Text.Key("Căn cứ: số biên lai, văn bản, ngày"), Ask = Text.Key("Ghi căn cứ cho thấy lý do tạm dừng đã hết"),
        },
        AnswerLeg = new("tra-loi-chang", Text.Key("Ghi trả lời"), "message-check", "G", EventKind.LegAnswered)
        {
            Fields = ActFields.Leg | Words, TextLabel = Text.Key("Nội dung trả lời"), Ask = Text.Key("Ghi nơi kia trả lời thế nào, số văn bản nếu có"),
        },
        Assign = new("phan-cong", Text.Key("Phân công"), "user-plus", "P", EventKind.Assigned) { Fields = ActFields.Officer | Words, TextLabel = Text.Key("Vì sao giao") },
        Verify = new("xac-minh", Text.Key("Xác minh"), "arrows-exchange", "", EventKind.VerificationOpened, Confirms: true)
        {
            Seldom = true, Fields = Place | AnyPlace | Number | Words | Limit, NumberOf = Text.Key("Số văn bản đề nghị xác minh"),
            TextLabel = Text.Key("Cần xác minh gì"), Ask = Text.Key("Ghi rõ cần xác minh gì, để nơi kia trả lời được ngay"),
        },
        AskOpinion = new("lay-y-kien", Text.Key("Lấy ý kiến"), "messages", "", EventKind.ConsultationSent)
        {
            Seldom = true, Fields = Place | AnyPlace | Words | Limit, TextLabel = Text.Key("Hỏi về việc gì"), Ask = Text.Key("Ghi rõ cần hỏi gì, để nơi kia trả lời được ngay"),
        },
        Forward = new("chuyen-lien-thong", Text.Key("Chuyển liên thông"), "arrow-forward", "", EventKind.Forwarded)
        {
            Seldom = true, Fields = Place | Words | Limit | After, TextLabel = Text.Key("Nhờ làm việc gì"), Ask = Text.Key("Ghi rõ nhờ làm việc gì"),
        },
        AskForPayment = new("yeu-cau-nop-tien", Text.Key("Yêu cầu nộp tiền"), "cash", "", EventKind.Paused, Confirms: true)
        {
            Seldom = true, Fields = Number | Amount | Words, PauseReason = PauseReason.Financial, NumberOf = Text.Key("Số thông báo nộp tiền"),
            AskNumber = Text.Key("Ghi số thông báo, để người nộp đối chiếu được"), TextLabel = Text.Key("Nộp khoản gì, ở đâu"), Ask = Text.Key("Ghi nộp khoản gì, ở đâu, để người nộp làm được ngay"),
        },
        Pause = new("tam-dung", Text.Key("Tạm dừng theo luật"), "clock-pause", "", EventKind.Paused, Confirms: true)
        {
            Seldom = true, Fields = LegalReason | Number | Words, PauseReason = PauseReason.Legal, NumberOf = Text.Key("Số văn bản làm căn cứ tạm dừng"),
            AskNumber = Text.Key("Ghi số văn bản làm căn cứ; không có văn bản thì không được tạm dừng"), TextLabel = Text.Key("Lý do tạm dừng"), Ask = Text.Key("Ghi lý do và căn cứ; người nộp nhận được thông báo này"),
        },
        Pay = new("thu-tien", Text.Key("Thu tiền"), "receipt", "", EventKind.Paid) { Seldom = true, Fields = Amount | Method | Number, NumberOf = Text.Key("Số biên lai") },
        Apologise = new("xin-loi", Text.Key("Xin lỗi, hẹn lại"), "mail", "X", EventKind.ApologyIssued, Confirms: true)
        {
            Seldom = true, Fields = Cause | NewDue | Words, TextLabel = Text.Key("Lý do, như người nộp sẽ đọc"), Ask = Text.Key("Ghi lý do để người nộp hiểu vì sao trễ"),
        },
        Withdraw = new("rut", Text.Key("Rút hồ sơ"), "arrow-back-up", "U", EventKind.Withdrawn, Confirms: true)
        {
            Seldom = true, TextLabel = Text.Key("Lý do rút, theo lời người nộp"), Ask = Text.Key("Ghi lý do người nộp xin rút"),
        },
        Stop = new("dung", Text.Key("Dừng giải quyết"), "hand-stop", "D", EventKind.Stopped, Confirms: true)
        {
            Seldom = true, TextLabel = Text.Key("Lý do dừng và căn cứ"), Ask = Text.Key("Ghi lý do và căn cứ; người nộp nhận được thông báo này"),
        },
        Correct = new("sua-ket-qua", Text.Key("Mở hồ sơ sửa kết quả"), "file-pencil", "", EventKind.CorrectionOpened, Confirms: true)
        {
            Seldom = true, MayBeLate = false, TextLabel = Text.Key("Sai chỗ nào, phải ghi thế nào"), Ask = Text.Key("Ghi sai chỗ nào và phải ghi thế nào"),
        };

    public static readonly IReadOnlyList<DossierAct> All =
    [
        Take, FinishStep, SendForSignature, Sign, SendBack, MarkReady, HandOver, AskForSupplement, Supplement, Resume, AnswerLeg, Assign,
        Verify, AskOpinion, Forward, AskForPayment, Pause, Pay, Apologise, Withdraw, Stop, Correct,
    ];

    public static DossierAct? Of(string slug) => All.FirstOrDefault(a => a.Slug == slug);

    /// <summary>The act of an order that waits for the leader; null for one that has no form here.</summary>
    public static DossierAct? Of(ActOrder order) => order.Kind is EventKind.Paused
        ? order.PauseReason is PauseReason.Financial ? AskForPayment : Pause
        : All.FirstOrDefault(a => a.Kind == order.Kind);

    /// <summary>The offered acts, the primary one first; no primary when the next act is somebody else's.</summary>
    public static (DossierAct? Primary, IReadOnlyList<DossierAct> Offered) For(ActState state, CurrentOfficer officer)
    {
        var offered = All.Where(a => May(a, state, officer) && Fits(a, state, officer)).ToList();
        var first = Likely(state, officer).FirstOrDefault(offered.Contains);
        return (first, first is null ? offered : [first, .. offered.Where(a => a != first)]);
    }

    /// <summary>May do it, or may propose it to the leader.</summary>
    public static bool May(DossierAct act, ActState state, CurrentOfficer officer) =>
        May(act.Kind, state, officer) || act.Proposers.Any(role => officer.Holds(role, state.Agency))
        || (act == AnswerLeg && state.Legs.Any(l => l.To is { } asked && act.Roles.Any(role => officer.Holds(role, asked))));

    public static bool May(EventKind kind, ActState state, CurrentOfficer officer) => DossierDesk.May(officer, kind, state.Agency, state.Desk);

    /// <summary>Only a leader may let it happen: what this officer sends is a proposal.</summary>
    /// <param name="requests">How often papers were asked for already.</param>
    public static bool NeedsLeader(DossierAct act, ActState state, int requests, CurrentOfficer officer) =>
        !May(act.Kind, state, officer) && act != AnswerLeg
        || (!officer.Holds(OfficeRole.Signer, state.Agency) && (act == Pause || (act == AskForSupplement && requests > 0)));

    /// <summary>The legs whose answer this officer may key.</summary>
    public static IReadOnlyList<DossierLeg> LegsOf(ActState state, CurrentOfficer officer) => May(AnswerLeg.Kind, state, officer)
        ? state.Legs
        : [.. state.Legs.Where(l => l.IsOpen && l.To is { } asked && AnswerLeg.Roles.Any(role => officer.Holds(role, asked)))];

    /// <summary>The table of moves lets it happen now.</summary>
    public static bool CanHappen(EventKind kind, ActState state)
    {
        var move = DossierMoves.All[kind];
        return move.From.Contains(state.Status) && move.Clock switch
        {
            ClockRule.Running => !state.Stopped,
            ClockRule.WaitingForSupplement or ClockRule.Paused => state.Stopped,
            _ => true,
        };
    }

    private static bool Fits(DossierAct act, ActState state, CurrentOfficer officer) => CanHappen(act.Kind, state) && act.Kind switch
    {
        EventKind.Taken => state.Holder != officer.Id || state.Status is DossierStatus.Received,
        EventKind.StepFinished => state.Step < state.StepRoles.Count && state.Holder == officer.Id,
        EventKind.Signed => state.Holder is null || state.Holder == officer.Id,
        EventKind.ResultReady => state.Status is DossierStatus.Signed,
        EventKind.SupplementRequested or EventKind.Paused or EventKind.Forwarded => state.Status is not (DossierStatus.ForSignature or DossierStatus.Signed),
        EventKind.Withdrawn => state.Status is not DossierStatus.Signed,
        EventKind.LegAnswered => LegsOf(state, officer).Count > 0,
        EventKind.ApologyIssued => state.MayApologise,
        EventKind.Paid => state.FeeOpen || state.Status.IsOpen(),
        _ => true,
    };

    private static IEnumerable<DossierAct> Likely(ActState state, CurrentOfficer officer)
    {
        if (state.BadPapers > 0)
        {
            yield return AskForSupplement;
        }

        yield return Sign;
        yield return MarkReady;
        yield return HandOver;
        yield return Supplement;
        yield return Resume;
        if (state.Holder is null && officer.Holds(OfficeRole.Signer, state.Agency))
        {
            yield return Assign;
        }

        if (state.Holder != officer.Id)
        {
            yield return Take;
        }

        if (state.Legs.Any(l => l.IsOpen))
        {
            yield return AnswerLeg;
        }

        // The next step of the internal process decides: another pair of hands, or the signer's.
        var next = state.Step < state.StepRoles.Count ? state.StepRoles[state.Step] : OfficeRole.Signer;
        yield return next is OfficeRole.Signer ? SendForSignature : FinishStep;
        yield return Take;
        yield return SendForSignature;
    }
}
