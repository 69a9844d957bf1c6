namespace MotCua.Notices;

/// <summary>
/// What citizens read. Short messages name the dossier by its code and bear no name and no identity number: a telephone may
/// lie on any table.
/// </summary>
public static class CitizenTemplates
{
    public const string
        Received = "received",
        RefusedAtDoor = "refused_at_door",
        SupplementRequested = "supplement_requested",
        Supplemented = "supplemented",
        PausedForPayment = "paused_for_payment",
        Paused = "paused",
        Resumed = "resumed",
        Verification = "verification",
        DueChanged = "due_changed",
        Apology = "apology",
        ResultReady = "result_ready",
        ResultEarly = "result_early",
        Denied = "denied",
        Stopped = "stopped",
        Withdrawn = "withdrawn",
        Returned = "returned",
        Corrected = "corrected";

    private static readonly string[] Common = ["ma_ho_so", "ten", "thu_tuc", "co_quan", "noi_tiep_nhan", "dien_thoai", "tra_cuu"];

    public static IReadOnlyList<NoticeTemplate> All { get; } =
    [
        Of(
            Received, "Đã nhận hồ sơ", "Đã nhận hồ sơ {ma_ho_so}[, hẹn trả {ngay_hen}]",
            "{co_quan} đã nhận hồ sơ {ma_ho_so} của anh/chị: {thu_tuc}.\n[Hẹn trả kết quả trước {han}.]",
            "{co_quan} đã nhận hồ sơ {ma_ho_so}: {thu_tuc}.[ Hẹn trả trước {han}.][ Xem tiến độ: {tra_cuu}]",
            "han", "ngay_hen"),
        Of(
            RefusedAtDoor, "Không nhận hồ sơ", "Chưa nhận được hồ sơ {thu_tuc}",
            "{co_quan} chưa nhận hồ sơ {thu_tuc} của anh/chị.\nLý do: {ly_do}.\nKhi đủ điều kiện, anh/chị nộp lại, không phải chờ.",
            "{co_quan} chưa nhận hồ sơ {thu_tuc} của anh/chị. Lý do: {ly_do}.[ Cần hỏi thêm: {dien_thoai}]",
            "ly_do"),
        Of(
            SupplementRequested, "Cần bổ sung giấy tờ", "Hồ sơ {ma_ho_so} cần bổ sung giấy tờ",
            "Hồ sơ {ma_ho_so} ({thu_tuc}) còn thiếu giấy tờ nên {co_quan} chưa giải quyết tiếp được.\nCần anh/chị bổ sung: {can_bo_sung}.\nBổ sung xong, thời hạn {cach_tinh}.",
            "Hồ sơ {ma_ho_so} cần anh/chị bổ sung: {can_bo_sung}. Bổ sung xong, thời hạn {cach_tinh}.[ Xem chi tiết: {tra_cuu}]",
            "can_bo_sung", "cach_tinh"),
        Of(
            Supplemented, "Đã nhận giấy tờ bổ sung", "Đã nhận giấy tờ bổ sung của hồ sơ {ma_ho_so}[, hẹn trả {ngay_hen}]",
            "{co_quan} đã nhận giấy tờ bổ sung của hồ sơ {ma_ho_so} ({thu_tuc}).\n[Hẹn trả kết quả mới: trước {han}.]",
            "{co_quan} đã nhận giấy tờ bổ sung của hồ sơ {ma_ho_so}.[ Hẹn trả mới: trước {han}.][ Xem tiến độ: {tra_cuu}]",
            "han", "ngay_hen"),
        Of(
            PausedForPayment, "Chờ nộp tiền", "Hồ sơ {ma_ho_so} chờ anh/chị nộp tiền",
            "Hồ sơ {ma_ho_so} ({thu_tuc}) chờ anh/chị nộp tiền[: {so_tien}].\n[Nội dung: {ly_do}.]\nNộp xong, thời hạn tính tiếp.",
            "Hồ sơ {ma_ho_so} chờ anh/chị nộp tiền[: {so_tien}].[ Nội dung: {ly_do}.] Nộp xong, thời hạn tính tiếp.[ Xem chi tiết: {tra_cuu}]",
            "ly_do", "so_tien"),
        Of(
            Paused, "Tạm dừng tính thời hạn", "Hồ sơ {ma_ho_so} tạm dừng tính thời hạn",
            "Thời hạn của hồ sơ {ma_ho_so} ({thu_tuc}) tạm dừng.\n[Lý do: {ly_do}.]\nKhi lý do này hết, {co_quan} giải quyết tiếp và báo ngày hẹn mới.",
            "Hồ sơ {ma_ho_so} tạm dừng tính thời hạn.[ Lý do: {ly_do}.] {co_quan} sẽ báo ngày hẹn mới.[ Xem chi tiết: {tra_cuu}]",
            "ly_do"),
        Of(
            Resumed, "Giải quyết tiếp", "Hồ sơ {ma_ho_so} được giải quyết tiếp[, hẹn trả {ngay_hen}]",
            "{co_quan} giải quyết tiếp hồ sơ {ma_ho_so} ({thu_tuc}).\n[Hẹn trả kết quả mới: trước {han}.]",
            "{co_quan} giải quyết tiếp hồ sơ {ma_ho_so}.[ Hẹn trả mới: trước {han}.][ Xem tiến độ: {tra_cuu}]",
            "han", "ngay_hen"),
        Of(
            Verification, "Phải xác minh", "Hồ sơ {ma_ho_so} phải xác minh[, hẹn trả {ngay_hen}]",
            "Hồ sơ {ma_ho_so} ({thu_tuc}) phải xác minh[ tại {noi_hoi}].\n[Ngày hẹn được điều chỉnh theo thời hạn của trường hợp phải xác minh: trước {han}.]",
            "Hồ sơ {ma_ho_so} phải xác minh[ tại {noi_hoi}].[ Ngày hẹn được điều chỉnh: trước {han}.][ Xem chi tiết: {tra_cuu}]",
            "noi_hoi", "han", "ngay_hen"),
        Of(
            DueChanged, "Điều chỉnh ngày hẹn", "Ngày hẹn của hồ sơ {ma_ho_so} được điều chỉnh[: {ngay_hen}]",
            "Ngày hẹn của hồ sơ {ma_ho_so} ({thu_tuc}) được điều chỉnh.\n[Hẹn trả kết quả mới: trước {han}.]\n[Lý do: {ly_do}.]",
            "Ngày hẹn của hồ sơ {ma_ho_so} được điều chỉnh[: trước {han}].[ Lý do: {ly_do}.][ Xem chi tiết: {tra_cuu}]",
            "ly_do", "han", "ngay_hen"),
        Of(
            Apology, "Xin lỗi và hẹn lại", "Xin lỗi vì trễ hẹn hồ sơ {ma_ho_so}, hẹn lại {ngay_hen}",
            "{co_quan} xin lỗi anh/chị vì trễ hẹn hồ sơ {ma_ho_so} ({thu_tuc}).\nLý do: {ly_do}.\nHẹn lại: {han}.",
            "{co_quan} xin lỗi anh/chị vì trễ hẹn hồ sơ {ma_ho_so}. Lý do: {ly_do}. Hẹn lại: {han}.[ Xem chi tiết: {tra_cuu}]",
            "ly_do", "han", "ngay_hen"),
        Of(
            ResultReady, "Có kết quả", "Hồ sơ {ma_ho_so} đã có kết quả",
            "Hồ sơ {ma_ho_so} ({thu_tuc}) đã có kết quả.\n{cach_tra}.",
            "Hồ sơ {ma_ho_so} đã có kết quả. {cach_tra}.[ Xem chi tiết: {tra_cuu}]",
            "cach_tra"),
        Of(
            ResultEarly, "Có kết quả sớm", "Hồ sơ {ma_ho_so} đã có kết quả, sớm hơn ngày hẹn",
            "Hồ sơ {ma_ho_so} ({thu_tuc}) đã có kết quả, sớm hơn ngày hẹn[ {ngay_hen}].\n{cach_tra}.",
            "Hồ sơ {ma_ho_so} đã có kết quả, sớm hơn ngày hẹn. {cach_tra}.[ Xem chi tiết: {tra_cuu}]",
            "cach_tra", "ngay_hen"),
        Of(
            Denied, "Không đủ điều kiện", "Kết quả hồ sơ {ma_ho_so}: không đủ điều kiện",
            "Hồ sơ {ma_ho_so} ({thu_tuc}) không đủ điều kiện giải quyết.\n[Lý do: {ly_do}.]\nVăn bản trả lời ghi rõ lý do và cách khiếu nại. {cach_tra}.",
            "Hồ sơ {ma_ho_so} không đủ điều kiện giải quyết.[ Lý do: {ly_do}.] {cach_tra}.[ Xem chi tiết: {tra_cuu}]",
            "ly_do", "cach_tra"),
        Of(
            Stopped, "Dừng giải quyết", "{co_quan} dừng giải quyết hồ sơ {ma_ho_so}",
            "{co_quan} dừng giải quyết hồ sơ {ma_ho_so} ({thu_tuc}).\nLý do: {ly_do}.\nAnh/chị đến {noi_tiep_nhan} nhận lại giấy tờ đã nộp.",
            "{co_quan} dừng giải quyết hồ sơ {ma_ho_so}. Lý do: {ly_do}. Mời anh/chị đến nhận lại giấy tờ.[ Cần hỏi thêm: {dien_thoai}]",
            "ly_do"),
        Of(
            Withdrawn, "Đã rút hồ sơ", "Đã ghi nhận rút hồ sơ {ma_ho_so}",
            "{co_quan} đã ghi nhận anh/chị rút hồ sơ {ma_ho_so} ({thu_tuc}).\nAnh/chị đến {noi_tiep_nhan} nhận lại giấy tờ đã nộp.",
            "{co_quan} đã ghi nhận anh/chị rút hồ sơ {ma_ho_so}.[ Nếu không phải anh/chị rút, gọi {dien_thoai}.]"),
        Of(
            Returned, "Đã trả kết quả", "Đã trả kết quả hồ sơ {ma_ho_so}",
            "{co_quan} đã trả kết quả hồ sơ {ma_ho_so} ({thu_tuc}).\n[Nếu kết quả có chỗ chưa đúng, anh/chị gọi {dien_thoai}; sửa lại không mất phí.]",
            "{co_quan} đã trả kết quả hồ sơ {ma_ho_so}.[ Nếu kết quả có chỗ chưa đúng, gọi {dien_thoai}.]"),
        Of(
            Corrected, "Sửa kết quả", "{co_quan} sửa kết quả hồ sơ {ma_ho_so}",
            "{co_quan} xin lỗi vì kết quả hồ sơ {ma_ho_so} ({thu_tuc}) chưa đúng: {ly_do}.\nHồ sơ {ho_so_moi} đã được mở để sửa; anh/chị không phải trả phí.\n[Hẹn trả kết quả sửa trước {han}.]",
            "{co_quan} xin lỗi vì kết quả hồ sơ {ma_ho_so} chưa đúng và đã mở hồ sơ {ho_so_moi} để sửa, không thu phí.[ Hẹn trả trước {han}.]",
            "ly_do", "ho_so_moi", "han", "ngay_hen"),
    ];

    private static NoticeTemplate Of(string key, string name, string subject, string letter, string brief, params string[] places) => new(
        key,
        name,
        subject,
        $"Kính gửi anh/chị {{ten}},\n\n{letter}\n\n[Xem tiến độ hồ sơ: {{tra_cuu}}]\n[Cần hỏi thêm, anh/chị gọi {{dien_thoai}}.]\n\n{{co_quan}}\nThư gửi tự động, anh/chị không cần trả lời.",
        brief,
        [.. Common, .. places]);
}
