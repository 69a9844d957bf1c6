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
        ReturnHow = "trực tiếp tại quầy 5, Trung tâm xã An Bình",
        Fee = "15.000 đồng, đã chuyển khoản, biên lai 0004512",
        BookNumber = "01/2026",
        BookEntry = 1187,
        ReceiverName = "Đinh Thị Mỹ Hạnh",
        Qr = "https://dichvucong.anbinh.example/tra-cuu/H99.31-261120-0003",
    };

    public static DateTimeOffset At(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(7));
}
