namespace MotCua.Procedures;

/// <summary>One thing that must be settled before a version is published.</summary>
public sealed record ReadinessItem(string Key, string Label, bool Done);

/// <summary>What a draft still lacks ("cần có trước khi công bố").</summary>
public static class Readiness
{
    public static IReadOnlyList<ReadinessItem> Of(VersionText text, string? decisionNo)
    {
        var content = text.Content;
        var plan = StepPlan.Of(text);
        return
        [
            new("main", "Tên, lĩnh vực, cấp thực hiện", Said(text.Name) && Said(text.Field) && Said(text.Level)),
            new("papers", $"Giấy tờ và mẫu ({content.Papers.Count} mục)", content.Papers.Count > 0),
            new("limit", "Thời hạn và bước", text.Limit is not null && plan.Fits),
            new("fees", "Lệ phí theo kênh", content.Fees.Count > 0 && content.Fees.All(f => f.Dong is not null || Said(f.Text))),
            new("decision", "Căn cứ, quyết định công bố", content.LegalBasis.Count > 0 && Said(decisionNo)),
            new("steps", "Quy trình nội bộ", content.Steps.Count > 0 && plan.Check().Succeeded),
        ];
    }

    private static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);
}
