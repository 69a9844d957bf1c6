namespace MotCua.Notices;

/// <summary>What officers read in the program, and by e-mail when they want it.</summary>
public static class OfficerTemplates
{
    public const string
        Assigned = "officer_assigned",
        SentBack = "officer_sent_back",
        ForSignature = "officer_for_signature",
        LegReceived = "officer_leg_received",
        LegAnswered = "officer_leg_answered",
        Supplemented = "officer_supplemented",
        Resumed = "officer_resumed",
        ReportToCheck = "officer_report_to_check",
        ReportToSign = "officer_report_to_sign",
        ReportSentBack = "officer_report_sent_back",
        ReportToSend = "officer_report_to_send",
        ReportReceived = "officer_report_received",
        ReportReturned = "officer_report_returned",
        ReportAccepted = "officer_report_accepted",
        Digest = "digest",
        Test = "test";

    private static readonly string[] Common = ["ma_ho_so", "ten", "thu_tuc", "co_quan"];

    public static IReadOnlyList<NoticeTemplate> All { get; } =
    [
        Of(
            Assigned, "Được giao hồ sơ", "Hồ sơ mới được giao: {ma_ho_so}",
            "[{nguoi_giao} giao: ]{thu_tuc}, người nộp {ten}.[ Hạn {han}.][ Ghi chú: {ly_do}.]",
            "nguoi_giao", "han", "ly_do"),
        Of(
            SentBack, "Hồ sơ bị trả lại", "Hồ sơ bị trả lại: {ma_ho_so}",
            "[{nguoi_giao} ghi: ]{ly_do}. {thu_tuc}, người nộp {ten}.[ Hạn {han}.]",
            "nguoi_giao", "ly_do", "han"),
        Of(
            ForSignature, "Hồ sơ chờ ký", "Hồ sơ chờ ký: {ma_ho_so}",
            "[{nguoi_giao} trình: ]{thu_tuc}, người nộp {ten}.[ Hạn {han}.][ Ghi chú: {ly_do}.]",
            "nguoi_giao", "ly_do", "han"),
        Of(
            LegReceived, "Có hồ sơ chuyển đến phối hợp", "Hồ sơ chuyển đến phối hợp: {ma_ho_so}",
            "{co_quan} nhờ: {ly_do}. {thu_tuc}, người nộp {ten}.[ Trả lời trước {han}.]",
            "ly_do", "han"),
        Of(
            LegAnswered, "Nơi phối hợp đã trả lời", "Đã có trả lời cho hồ sơ {ma_ho_so}",
            "[{noi_hoi} trả lời: ]{ly_do}. {thu_tuc}, người nộp {ten}.",
            "noi_hoi", "ly_do"),
        Of(
            Supplemented, "Đã có giấy tờ bổ sung", "Hồ sơ {ma_ho_so} đã có giấy tờ bổ sung",
            "{thu_tuc}, người nộp {ten}.[ Hạn mới {han}.]",
            "han"),
        Of(
            Resumed, "Hồ sơ chạy tiếp", "Hồ sơ {ma_ho_so} chạy tiếp",
            "{thu_tuc}, người nộp {ten}.[ Hạn mới {han}.][ Căn cứ: {ly_do}.]",
            "han", "ly_do"),
        Report(ReportToCheck, "Báo cáo chờ kiểm tra", "Báo cáo chờ kiểm tra: {bao_cao}", "{nguoi_giao} đã lập {bao_cao}, {ky_bao_cao}. Người lập không tự kiểm tra."),
        Report(ReportToSign, "Báo cáo chờ ký", "Báo cáo chờ ký: {bao_cao}", "{bao_cao}, {ky_bao_cao}: {nguoi_giao} đã kiểm tra.[ Ghi chú: {ly_do}.]"),
        Report(ReportSentBack, "Báo cáo bị chuyển lại người lập", "Cần sửa báo cáo: {bao_cao}", "{nguoi_giao} ghi: {ly_do}. {bao_cao}, {ky_bao_cao}."),
        Report(ReportToSend, "Báo cáo đã ký, chờ gửi", "Báo cáo đã ký, chờ gửi: {bao_cao}", "{nguoi_giao} đã ký {bao_cao}, {ky_bao_cao}."),
        Report(ReportReceived, "Cấp dưới gửi báo cáo", "{noi_bao_cao} gửi {bao_cao}", "{noi_bao_cao} đã gửi {bao_cao}, {ky_bao_cao}."),
        Report(ReportReturned, "Cấp trên trả lại báo cáo", "Cấp trên trả lại báo cáo: {bao_cao}", "{noi_bao_cao} ghi: {ly_do}. {bao_cao}, {ky_bao_cao}."),
        Report(ReportAccepted, "Cấp trên nhận báo cáo", "Cấp trên đã nhận báo cáo: {bao_cao}", "{noi_bao_cao} đã nhận {bao_cao}, {ky_bao_cao}."),
        new(
            Digest, "Bản tin buổi sáng", "Việc {ngay}",
            "Chào buổi sáng,\n\nViệc {ngay}:\n\n{viec}\n\nMở Một Cửa, mục Việc của tôi, để xem từng hồ sơ.\nAnh/chị có thể tắt thư này ở mục Tài khoản của tôi.",
            "{viec}",
            ["ngay", "viec"])
        { ForOfficers = true, IsDigest = true },
        new(
            Test, "Tin thử", "Thư thử từ Một Cửa",
            "Đây là thư thử. Nhận được thư này nghĩa là kênh thư điện tử của Một Cửa đã chạy.",
            "Tin thử từ Một Cửa: kênh này đã chạy.",
            []),
    ];

    private static NoticeTemplate Report(string key, string name, string subject, string brief) => new(
        key,
        name,
        subject,
        $"{brief}\n\nMở Một Cửa, mục Lịch báo cáo.\nAnh/chị có thể tắt thư này ở mục Tài khoản của tôi.",
        brief,
        ["bao_cao", "ky_bao_cao", "noi_bao_cao", "nguoi_giao", "ly_do"])
    { ForOfficers = true };

    private static NoticeTemplate Of(string key, string name, string subject, string brief, params string[] places) => new(
        key,
        name,
        subject,
        $"{brief}\n\nMở Một Cửa, hồ sơ {{ma_ho_so}}.\nAnh/chị có thể tắt thư này ở mục Tài khoản của tôi.",
        brief,
        [.. Common, .. places])
    { ForOfficers = true };
}
