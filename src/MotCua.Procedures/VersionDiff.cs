using System.Text.Json;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Procedures;

/// <summary>One part in which two versions differ. <paramref name="Key"/> finds the reason in <see cref="ProcedureContent.Reasons"/>.</summary>
public sealed record Difference(string Key, string Label, string? Old, string? New, string? Why);

/// <summary>What changes from one version to the next, in the words that people see on the page.</summary>
public static class VersionDiff
{
    public const string LimitNotSaid = "Nguồn không ghi đơn vị thời hạn";

    public const string FeeNotSaid = "Nguồn không ghi mức lệ phí";

    /// <summary>True when both say the same, the reasons for the change aside.</summary>
    public static bool Same(VersionText a, VersionText b) => Json(a) == Json(b);

    public static IReadOnlyList<Difference> Between(VersionText old, VersionText @new)
    {
        var before = Parts(old);
        var after = Parts(@new);
        var rows = new List<Difference>();
        foreach (var (key, label) in before.Concat(after).Select(p => (p.Key, p.Value.Label)).DistinctBy(p => p.Key).OrderBy(p => Order(p.Key)))
        {
            var (was, now) = (before.GetValueOrDefault(key).Value, after.GetValueOrDefault(key).Value);
            if (was != now)
            {
                rows.Add(new Difference(key, label, was, now, @new.Content.Reasons.GetValueOrDefault(key)));
            }
        }

        return rows;
    }

    public static string FeeWords(ChannelFee? fee) => fee?.Dong switch
    {
        null => FeeNotSaid,
        0 => "không thu",
        { } dong => new Money(dong).ToString(),
    };

    private static string Json(VersionText text) => JsonSerializer.Serialize(
        text with
        {
            Name = Vietnamese.Tidy(text.Name),
            Field = Vietnamese.Tidy(text.Field),
            Level = Vietnamese.Tidy(text.Level),
            Content = text.Content with { Reasons = new Dictionary<string, string>() },
        },
        JsonColumn.Options);

    private static int Order(string key) => key switch
    {
        "name" => 0,
        "field" => 1,
        "level" => 2,
        "limit" => 3,
        _ when key.StartsWith("limit.", StringComparison.Ordinal) => 4,
        _ when key.StartsWith("paper.", StringComparison.Ordinal) => 5,
        _ when key.StartsWith("fee", StringComparison.Ordinal) => 6,
        _ => 7,
    };

    private static Dictionary<string, (string Label, string? Value)> Parts(VersionText text)
    {
        var content = text.Content;
        var parts = new Dictionary<string, (string, string?)>(StringComparer.Ordinal)
        {
            ["name"] = ("Tên", text.Name),
            ["field"] = ("Lĩnh vực", text.Field),
            ["level"] = ("Cấp thực hiện", Filled(text.Level)),
            ["limit"] = ("Thời hạn", text.Limit?.Words() ?? LimitNotSaid),
            ["verification"] = ("Thời hạn khi phải xác minh", content.VerificationLimit?.Words()),
            ["supplement"] = ("Khi bổ sung", text.OnSupplement == Calendar.SupplementPolicy.Restart ? "Tính lại từ đầu" : "Tính tiếp"),
            ["digitisation"] = ("Số hóa", text.DigitisationRequired ? "Phải số hóa" : "Không phải số hóa"),
            ["scope"] = ("Nơi tiếp nhận", content.Scope switch
            {
                ReceptionScope.Commune => "Trong xã",
                ReceptionScope.Province => "Mọi xã, phường trong tỉnh",
                _ => null,
            }),
            ["service"] = ("Dịch vụ trực tuyến", content.Service switch
            {
                ServiceLevel.Full => "Toàn trình",
                ServiceLevel.Partial => "Một phần",
                _ => null,
            }),
            ["immediate"] = ("Trả ngay", content.Immediate ? "Trả kết quả ngay tại quầy" : null),
            ["result"] = ("Kết quả", Filled(content.ResultName)),
            ["conditions"] = ("Yêu cầu, điều kiện", Filled(content.Conditions)),
            ["legal"] = ("Căn cứ pháp lý", Filled(string.Join("; ", content.LegalBasis))),
            ["applicants"] = ("Đối tượng", Filled(string.Join("; ", content.Applicants))),
            ["agency"] = ("Cơ quan có thẩm quyền", Filled(content.CompetentAgency)),
            ["external"] = ("Hệ thống của bộ", Filled(content.ExternalSystem)),
            ["steps"] = ("Quy trình nội bộ", Filled(string.Join(" → ", content.Steps.Select(s => Step(s, StepPlan.Of(text)))))),
        };
        AddPapers(parts, content);
        AddChannels(parts, content);
        return parts;
    }

    // A paper is told apart by its name, so that taking out the second does not change all that follow.
    private static void AddPapers(Dictionary<string, (string, string?)> parts, ProcedureContent content)
    {
        foreach (var (paper, at) in content.Papers.Select((p, i) => (p, i)))
        {
            var words = $"{paper.Name} ({paper.Quantity()}{(paper.Form is null ? "" : $", mẫu {paper.Form}")})";
            parts.TryAdd($"paper.{Vietnamese.SearchKey(paper.Name)}{paper.Case}", ($"Giấy tờ {at + 1}", paper.Case is null ? words : $"{words}. {paper.Case}"));
        }
    }

    private static void AddChannels(Dictionary<string, (string, string?)> parts, ProcedureContent content)
    {
        foreach (var terms in content.Channels.Where(c => c.Limit is not null))
        {
            parts.TryAdd($"limit.{terms.Channel.Text()}.{terms.Case}", (Labelled("Thời hạn", terms.Channel, terms.Case), terms.Limit!.Value.Words()));
        }

        foreach (var fee in content.Fees)
        {
            parts.TryAdd($"fee.{fee.Channel?.Text()}.{fee.Case}", (Labelled("Lệ phí", fee.Channel, fee.Case), FeeWords(fee)));
        }
    }

    private static string Labelled(string what, FilingChannel? channel, string? @case) =>
        $"{what}{(channel is { } c ? $" {c.Label().ToLowerInvariant()}" : "")}{(@case is null ? "" : $", {@case}")}";

    private static string Step(InternalStep step, StepPlan plan) => $"{step.Name} ({step.Role.Name()}, {plan.Words(step.Hours)})";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
