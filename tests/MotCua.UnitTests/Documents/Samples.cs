using MotCua.Documents;
using MotCua.Documents.Forms;

namespace MotCua.UnitTests.Documents;

/// <summary>A believable ward and dossier for every paper.</summary>
internal static class Samples
{
    /// <summary>Every vowel of the language with every mark, in both cases.</summary>
    public const string EveryMark =
        "áàảãạ ăắằẳẵặ âấầẩẫậ éèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ơớờởỡợ úùủũụ ưứừửữự ýỳỷỹỵ đ "
        + "ÁÀẢÃẠ ĂẮẰẲẴẶ ÂẤẦẨẪẬ ÉÈẺẼẸ ÊẾỀỂỄỆ ÍÌỈĨỊ ÓÒỎÕỌ ÔỐỒỔỖỘ ƠỚỜỞỠỢ ÚÙỦŨỤ ƯỨỪỬỮỰ ÝỲỶỸỴ Đ";

    public static string LongName { get; } = string.Join(' ', Enumerable.Repeat("Nguyễn Thị Thuỳ Trường", 12))[..200].Trim();

    public static Issuer Issuer { get; } = new()
    {
        Superior = "UBND xã An Bình",
        Agency = "Trung tâm Phục vụ hành chính công",
        Place = "An Bình",
        Phone = "0200 3 555 012",
        LookupAddress = "dichvucong.anbinh.example/tra-cuu",
    };

    public static Applicant Applicant { get; } = new()
    {
        Name = "Bùi Đăng Hưng",
        BornOn = new DateOnly(1998, 3, 14),
        IdNumber = "031098004512",
        Address = "thôn Đông Hòa, xã An Bình, thành phố Hải Phòng",
        Phone = "0912 345 678",
        Email = "hung.bui@example.vn",
    };

    public static ReceiptInput Receipt { get; } = new()
    {
        Issuer = Issuer,
        Number = 1187,
        DossierCode = "H99.31-261120-0003",
        Applicant = Applicant,
        ProcedureName = "Cấp Giấy xác nhận tình trạng hôn nhân",
        ProcedureCode = "1.004873",
        Papers =
        [
            new("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", Originals: 1),
            new("Bản án ly hôn số 42/2019/HNGĐ-ST", Certified: 1),
            new("Căn cước công dân", Electronic: 1),
            new("Giấy ủy quyền đi nộp hồ sơ", Originals: 1, Copies: 2),
            new("Trích lục khai tử của vợ hoặc chồng (nếu đã chết)", Certified: 1),
        ],
        LimitWords = "3 ngày làm việc",
        ReceivedAt = At(2026, 11, 20, 9, 42),
        DueAt = At(2026, 11, 25, 17, 0),
        Counting = "Tính 23/11, 24/11, 25/11; không tính T7 21/11, CN 22/11.",
        ReturnHow = "trực tiếp tại quầy 5, Trung tâm xã An Bình",
        Fee = "15.000 đồng, đã chuyển khoản, biên lai 0004512",
        BookNumber = "01/2026",
        BookEntry = 1187,
        ReceiverName = "Đinh Thị Mỹ Hạnh",
        Qr = "https://dichvucong.anbinh.example/tra-cuu/H99.31-261120-0003",
    };

    public static SupplementInput Supplement { get; } = new()
    {
        Issuer = Issuer,
        Number = 7,
        Day = new DateOnly(2026, 1, 5),
        DossierCode = "H99.31-260105-0003",
        Applicant = Applicant,
        ProcedureName = "Cấp Giấy xác nhận tình trạng hôn nhân",
        ProcedureCode = "1.004873",
        Papers =
        [
            new("Trích lục ghi chú ly hôn", Certified: 1) { Remark = "nộp thêm" },
            new("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", Originals: 1) { Remark = "ký lại" },
        ],
        Reason = "Ông/bà đã ly hôn ở nước ngoài nên phải ghi chú ly hôn trước, theo khoản 2 Điều 22 Nghị định số 123/2015/NĐ-CP.\nTờ khai thiếu chữ ký.",
        ClockWords = "nộp đủ giấy tờ, thời hạn tính lại 3 ngày làm việc",
        OfficerName = "Đinh Thị Mỹ Hạnh",
        OfficerPhone = "0200 3 555 013",
        Qr = "https://dichvucong.anbinh.example/tra-cuu/H99.31-260105-0003",
    };

    public static SlipAdjustment Adjusted { get; } = new(
        1, new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7)), new DateTimeOffset(2026, 12, 3, 17, 0, 0, TimeSpan.FromHours(7)), "phải xác minh: nơi thường trú trước năm 2020", "8 ngày làm việc");

    public static RefusalInput Refusal { get; } = new()
    {
        Issuer = Issuer,
        Number = 3,
        Day = new DateOnly(2026, 2, 9),
        Applicant = Applicant with { Email = null },
        ProcedureName = "Đăng ký khai sinh có yếu tố nước ngoài",
        ProcedureCode = "2.000528",
        Reason = "Hồ sơ thuộc thẩm quyền của Ủy ban nhân dân phường nơi người mẹ cư trú, không thuộc xã An Bình.",
        LegalGround = "Điều 35 Luật Hộ tịch số 60/2014/QH13",
        GoTo = "Trung tâm Phục vụ hành chính công phường Lê Chân, thành phố Hải Phòng",
        OfficerName = "Đinh Thị Mỹ Hạnh",
    };

    public static ApologyInput Apology { get; } = new()
    {
        Issuer = Issuer with { Superior = null, Agency = "Ủy ban nhân dân\nxã An Bình" },
        Number = 4,
        Day = new DateOnly(2026, 11, 25),
        DossierCode = "H99.31-261120-0003",
        Applicant = Applicant,
        ProcedureName = "Cấp Giấy xác nhận tình trạng hôn nhân",
        ProcedureCode = "1.004873",
        ReceivedAt = At(2026, 11, 20, 9, 42),
        DueAt = At(2026, 11, 25, 17, 0),
        NewDueAt = At(2026, 11, 27, 17, 0),
        Reason = "Nơi cư trú trước đây của ông/bà chưa trả lời xác minh.",
        SignerTitle = ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        SignerName = "Vũ Quang Vinh",
        Qr = "https://dichvucong.anbinh.example/tra-cuu/H99.31-261120-0003",
    };

    public static StopNoticeInput StopNotice { get; } = new()
    {
        Issuer = Apology.Issuer,
        Number = 12,
        Symbol = "TB-UBND",
        Day = new DateOnly(2026, 12, 1),
        DossierCode = "H99.31-261120-0003",
        Applicant = Applicant,
        ProcedureName = "Cấp Giấy xác nhận tình trạng hôn nhân",
        ProcedureCode = "1.004873",
        ReceivedAt = At(2026, 11, 20, 9, 42),
        Reason = "Quá 30 ngày ông/bà chưa bổ sung Trích lục ghi chú ly hôn theo Phiếu số 07/HDHS.",
        WhatNow = "nhận lại giấy tờ tại quầy 5; khi đủ giấy tờ, ông/bà nộp hồ sơ mới",
        SignerTitle = ["CHỦ TỊCH"],
        SignerName = "Vũ Quang Vinh",
    };

    public static ControlSlipInput ControlSlip { get; } = new()
    {
        Issuer = Issuer,
        DossierCode = "H99.31-261120-0003",
        ProcedureName = "Cấp Giấy xác nhận tình trạng hôn nhân",
        ProcedureCode = "1.004873",
        ApplicantName = "Bùi Đăng Hưng",
        CompetentAgency = "UBND xã An Bình",
        ReceivedAt = At(2026, 11, 20, 9, 42),
        DueAt = At(2026, 11, 25, 17, 0),
        HandOvers =
        [
            new("Bộ phận tiếp nhận", "Văn phòng HĐND và UBND", At(2026, 11, 20, 10, 5))
            { GiverPerson = "Đinh Thị Mỹ Hạnh", ReceiverPerson = "Phạm Văn Quyết", Result = StepResult.Early },
            new("Văn phòng HĐND và UBND", "Chủ tịch UBND xã", At(2026, 11, 23, 14, 30))
            { GiverPerson = "Phạm Văn Quyết", ReceiverPerson = "Vũ Quang Vinh", Result = StepResult.OnTime },
            new("Chủ tịch UBND xã", "Bộ phận tiếp nhận", At(2026, 11, 25, 16, 10))
            { GiverPerson = "Vũ Quang Vinh", ReceiverPerson = "Đinh Thị Mỹ Hạnh", Result = StepResult.Late, Note = "Lãnh đạo đi họp" },
        ],
    };

    public static RegisterInput Register(int entries) => new()
    {
        Issuer = Issuer,
        Day = new DateOnly(2026, 12, 31),
        BookNumber = "01/2026",
        From = new DateOnly(2026, 1, 1),
        To = new DateOnly(2026, 12, 31),
        KeeperName = "Đinh Thị Mỹ Hạnh",
        Entries = [.. Enumerable.Range(1, entries).Select(n => new RegisterEntry
        {
            Number = n,
            DossierCode = $"H99.31-261120-{n:0000}",
            ProcedureName = n % 2 == 0 ? "Chứng thực bản sao từ bản chính giấy tờ, văn bản" : "Đăng ký khai sinh",
            ApplicantName = n % 3 == 0 ? "Hợp tác xã Nông nghiệp Đồng Tiến" : "Nguyễn Thị Phượng",
            Address = "thôn Đông Hòa, xã An Bình",
            Phone = "0912 345 678",
            CompetentAgency = "UBND xã An Bình",
            ReceivedAt = At(2026, 11, 20, 9, n % 60),
            DueAt = At(2026, 11, 25, 17, 0),
            ReturnedAt = n % 5 == 0 ? null : At(2026, 11, 24, 15, n % 60),
            ReturnHow = "Trực tiếp",
        })],
    };

    /// <summary>Every kind of block, as a notice of NĐ 30/2020.</summary>
    public static OfficialDocument Notice { get; } = new()
    {
        Name = "Thông báo đủ mọi phần",
        Page = PageSetup.A4,
        Head = new DocumentHead
        {
            Agency = ["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"],
            Number = "Số: 05/TB-UBND",
            PlaceAndDate = "An Bình, ngày 05 tháng 01 năm 2026",
        },
        TitleLines = ["THÔNG BÁO", "Về việc niêm yết thủ tục hành chính tại Trung tâm Phục vụ hành chính công"],
        Blocks =
        [
            new Heading(2, "I. TÌNH HÌNH CHUNG"),
            .. Enumerable.Range(1, 12).Select(n => new Paragraph(
                $"{n}. Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ, Ủy ban nhân dân xã An Bình thông báo để các tổ chức, cá nhân được biết và thực hiện đúng quy định, bảo đảm 100% hồ sơ được tiếp nhận tại quầy.")),
            new Heading(3, "1. Những việc phải làm"),
            new NumberedList(["Niêm yết đủ danh mục", Line.Of("Công khai phí, lệ phí ", Run.Strong("15.000 đồng"))]),
            new Spacer(),
            new NumberedList(["Đếm lại từ một"]),
            new FieldList([new Field("Người liên hệ", Run.Name("Đinh Thị Mỹ Hạnh")), new Field("Ghi chú", null)]),
            new Table
            {
                Columns = [new(10, Alignment.Center), new(60), new(30, Alignment.Right)],
                Head = [Row.Of("STT", "Nội dung", "Số tiền")],
                Rows =
                [
                    Row.Of(new Cell(["1"]) { RowSpan = 2 }, "Chứng thực", "2.000"),
                    Row.Of("Sao y", "3.000"),
                    Row.Of(new Cell([Run.Strong("Cộng")]) { ColumnSpan = 2 }, "5.000"),
                ],
            },
            new Box("Tra cứu", ["Trước 17 giờ"], ["tại quầy 5"], "H99"),
            new PageBreak(),
            new Paragraph("Trang sau.", Alignment.Center),
        ],
        Recipients = ["Như trên", "Chủ tịch, các Phó Chủ tịch UBND xã", "Lưu: VT, VP"],
        Signatures = [new Signature(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], null, "Vũ Quang Vinh")],
    };

    public static IEnumerable<OfficialDocument> EveryForm() => FormSet.All.SelectMany(set => (OfficialDocument[])
    [
        ReceiptForm.Build(Receipt, set),
        SupplementForm.Build(Supplement, set),
        RefusalForm.Build(Refusal, set),
        ApologyForm.Build(Apology, set),
        .. set.Has(FormKey.StopNotice) ? (OfficialDocument[])[StopNoticeForm.Build(StopNotice, set)] : [],
        ControlSlipForm.Build(ControlSlip, set),
        ControlSlipForm.Build(ControlSlip with { OnA4 = true }, set),
        RegisterForm.Build(Register(3), set),
    ]);

    public static DateTimeOffset At(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(7));
}
