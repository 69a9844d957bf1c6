using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>What is wrong with a template, and where.</summary>
/// <param name="Place">"Khối 4 (câu tính)", "Dòng 12"; empty until it is known.</param>
/// <param name="Error">In words.</param>
public sealed record TemplateMistake(string Place, Error Error)
{
    /// <summary>Index of the block it is in; null when it is around the blocks.</summary>
    public int? Block { get; init; }

    public TemplateMistake In(string place) => this with { Place = place };

    public override string ToString() => Place.Length == 0 ? Error.Message : $"{Place}: {Error.Message}";
}

/// <summary>The refusals around narrative reports and their templates.</summary>
public static class NarrativeErrors
{
    public static Error NotFound() => new("narrative.not-found", "Không thấy báo cáo này trong phạm vi anh/chị được xem.");

    public static Error TemplateNotFound() => new("narrative.template-not-found", "Không thấy mẫu báo cáo này.");

    public static Error NotAllowed(IEnumerable<OfficeRole> roles) =>
        new("narrative.not-allowed", "Chỉ {0} của đơn vị này mới sửa được.", string.Join(", ", roles.Select(r => r.Name())));

    public static Error ChangedMeanwhile(string before) =>
        new("narrative.changed-meanwhile", "Người khác vừa sửa chỗ này. Chữ đang lưu là: “{0}”. Xem lại rồi lưu.", before);

    public static Error PeriodAhead(DateOnly from) =>
        new("narrative.period-ahead", "Kỳ báo cáo bắt đầu {0}, sau hôm nay: chưa có số liệu để báo cáo.", Vietnamese.Date(from)) { Field = "From" };

    public static Error NoSuchPassage() => new("narrative.no-such-passage", "Mẫu của báo cáo này không có đoạn đó.");

    public static Error TooLong(int most) => new("narrative.too-long", "Đoạn viết dài quá {0} chữ. Rút gọn, hoặc chuyển phần chi tiết sang phụ lục.", most);

    public static Error HiddenCharacters() => new("narrative.hidden-characters", "Trong chữ có ký tự ẩn. Chép lại dưới dạng chữ thường rồi dán.");

    public static Error PublishedIsReadOnly() => new("narrative.published-read-only", "Phiên bản đã ban hành không sửa được. Soạn phiên bản mới.");

    public static Error StartsTooEarly(DateOnly after) =>
        new("narrative.starts-too-early", "Phiên bản trước áp dụng từ {0}; phiên bản mới phải áp dụng từ ngày sau đó.", Vietnamese.Date(after)) { Field = "From" };

    public static Error StartsInThePast(DateOnly today) =>
        new("narrative.starts-in-the-past", "Mẫu áp dụng sớm nhất từ hôm nay, {0}.", Vietnamese.Date(today)) { Field = "From" };

    public static Error DraftExists() => new("narrative.draft-exists", "Mẫu này đang có một bản nháp. Sửa tiếp bản nháp đó.");

    public static Error TemplateChangedMeanwhile() =>
        new("narrative.template-changed", "Người khác vừa sửa mẫu này. Mở lại trang để xem bản mới, rồi sửa tiếp.");

    public static Error TemplateWrong(TemplateMistake mistake) => new("narrative.template-wrong", "Mẫu còn chỗ sai, chưa dùng được. {0}", mistake.ToString());

    public static Error HeadWrong(string field, string what, int most) =>
        new("narrative.head-wrong", "{0} viết gọn, nhiều nhất {1} chữ.", what, most) { Field = field };

    public static Error NumberAlone(string symbol) =>
        new("narrative.number-alone", "Chỉ ghi số, ví dụ 215; ký hiệu {0} có sẵn.", symbol) { Field = "Number" };

    public static Error SheetTooLong(int most) => new("narrative.sheet-too-long", "Bảng số liệu dài quá {0} dòng.", most) { Field = "Sheet" };

    public static Error SheetNotRead() =>
        new("narrative.sheet-not-read", "Không đọc được bảng số liệu. Mỗi dòng ghi: chỉ tiêu; giá trị.") { Field = "Sheet" };

    // Mistakes in a template. The place is added by who knows it.
    public static TemplateMistake FigureUnknown(string name) => NamedFigure.Nearest(name) is { } near
        ? Mistake(new("template.figure-unknown", "Không có chỉ tiêu {{{0}}}. Có phải {{{1}}} không?", name, near))
        : Mistake(new("template.figure-unknown-far", "Không có chỉ tiêu {{{0}}}. Xem danh sách chỉ tiêu ở cuối trang soạn mẫu.", name));

    public static TemplateMistake ModifierUnknown(string inner, IEnumerable<string> known) =>
        Mistake(new("template.modifier-unknown", "{{{0}}}: sau dấu | chỉ có thể là {1}.", inner, string.Join(", ", known)));

    public static TemplateMistake NotDivided(string inner) =>
        Mistake(new("template.not-divided", "{{{0}}}: chỉ số đếm hồ sơ mới chia được theo lĩnh vực hoặc đơn vị.", inner));

    public static TemplateMistake BracketOpen(string from) =>
        Mistake(new("template.bracket-open", "Dấu ngoặc mở ở “{0}” chưa đóng, hoặc lồng trong ngoặc cùng loại.", from.Length > 30 ? $"{from[..30]}…" : from));

    public static TemplateMistake FormUnknown(string? name) =>
        Mistake(new("template.form-unknown", "Không có biểu “{0}”. Các biểu là {1}.", name ?? "", string.Join(", ", Form.All.Select(f => f.Name))));

    public static TemplateMistake Missing(string what) => Mistake(new("template.missing", "Thiếu {0}.", what));

    public static TemplateMistake TextTooLong(int most) => Mistake(new("template.too-long", "Dài quá {0} chữ.", most));

    public static TemplateMistake TextHidden() => Mistake(new("template.hidden-characters", "Có ký tự ẩn. Chép lại dưới dạng chữ thường rồi dán."));

    public static TemplateMistake TooManyBlocks(int most) => Mistake(new("template.too-many-blocks", "Mẫu có quá {0} khối.", most));

    public static TemplateMistake Extra(string member) => Mistake(new("template.member-unknown", "Không có thành phần “{0}”.", member));

    public static TemplateMistake WrongKind(string member, string expected) => Mistake(new("template.wrong-kind", "“{0}” phải là {1}.", member, expected));

    public static TemplateMistake NameTwice(string name) => Mistake(new("template.name-twice", "Tên đoạn “{0}” đã dùng ở trên.", name));

    public static TemplateMistake NameWrong(string name) =>
        Mistake(new("template.name-wrong", "Tên đoạn “{0}” chỉ gồm chữ thường không dấu, số và gạch nối, nhiều nhất 40 ký tự.", name));

    public static TemplateMistake LevelSkipped(int level, int before) =>
        Mistake(new("template.level-skipped", "Mục cấp {0} đứng ngay sau mục cấp {1}: bỏ mất một cấp.", level, before));

    private static TemplateMistake Mistake(Error error) => new("", error);
}
