namespace MotCua.Reports.Narrative;

/// <summary>The rules that a report is checked by, as the requirements number them.</summary>
public enum ReportRule
{
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10,
}

public static class ReportRules
{
    private static readonly string[] Names =
    [
        "Tỷ lệ phải đúng với hai số của nó, làm tròn hai chữ số; mẫu số 0 thì để gạch ngang",
        "Phần không lớn hơn toàn bộ, tỷ lệ không quá 100%",
        "Các phần cộng lại bằng tổng",
        "Hồ sơ tiếp nhận bằng đã giải quyết, đang giải quyết và rút; bằng tổng các cách nộp",
        "Một việc chỉ có một số, ở lời văn, ở biểu và ở hệ thống",
        "Văn bản: ngày có thật, không sau báo cáo, khớp năm và loại trong ký hiệu",
        "Tên kỳ khớp ngày của kỳ; một báo cáo một kỳ",
        "Hồ sơ trễ: đủ dòng ở biểu B.2, đủ thư xin lỗi",
        "Hạn chế phải có số; số vượt mức quy định phải nói ra",
        "Viết số đúng cách, chữ không lẫn ký tự lạ",
    ];

    /// <summary>What the rule asks, in one line.</summary>
    public static string Name(this ReportRule rule) => Names[(int)rule];

    public static ReportRule Of(PassageRule rule) => rule switch
    {
        PassageRule.Rate => ReportRule.R1,
        PassageRule.PartOfWhole => ReportRule.R2,
        PassageRule.Sum => ReportRule.R3,
        PassageRule.Figure => ReportRule.R5,
        PassageRule.Document => ReportRule.R6,
        PassageRule.Period => ReportRule.R7,
        PassageRule.Words or PassageRule.Evidence => ReportRule.R9,
        _ => ReportRule.R10,
    };
}

/// <summary>Something in a checked report that does not agree.</summary>
/// <param name="Rule">By which rule.</param>
/// <param name="Place">"Số liệu, dòng 4" or "Lời văn".</param>
/// <param name="Finding">What.</param>
public sealed record CheckedFinding(ReportRule Rule, string Place, Finding Finding);
