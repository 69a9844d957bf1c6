using System.Reflection;
using System.Text.Json;

namespace MotCua.Reports;

/// <summary>A row of the reform annex ("chỉ tiêu thống kê", Phụ lục 1): its number in the form, what it counts, in which unit.</summary>
/// <param name="No">As in the form; a row of a group has a word after its number: 1.2.total.</param>
/// <param name="Label">As printed.</param>
/// <param name="Unit">As printed.</param>
public sealed record Indicator(string No, string Label, string Unit)
{
    private static readonly Lazy<IReadOnlyList<Indicator>> Annex = new(Read);

    private static readonly string[] Chapters =
    [
        "Công tác chỉ đạo, điều hành cải cách hành chính", "Cải cách thể chế", "Cải cách thủ tục hành chính (TTHC)", "Cải cách tổ chức bộ máy",
        "Cải cách chế độ công vụ", "Cải cách tài chính công", "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
    ];

    /// <summary>A rate in percent: this indicator of that one. It is always computed from the two.</summary>
    public string? Part { get; init; }

    public string? Whole { get; init; }

    /// <summary>The indicators whose sum it is.</summary>
    public IReadOnlyList<string> Sum { get; init; } = [];

    /// <summary>Every row of the annex, in order.</summary>
    public static IReadOnlyList<Indicator> All => Annex.Value;

    public bool IsRate => No.EndsWith("rate", StringComparison.Ordinal);

    /// <summary>The number without the word after it: 1.2 of 1.2.total.</summary>
    public string Number => string.Join('.', No.Split('.').TakeWhile(p => char.IsDigit(p[0])));

    /// <summary>From 1 to 7.</summary>
    public int Chapter => No[0] - '0';

    public static Indicator? Find(string no) => All.FirstOrDefault(i => i.No == no);

    public static string ChapterName(int chapter) => Chapters[chapter - 1];

    private static List<Indicator> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("annex1.json")!;
        return JsonSerializer.Deserialize<List<Indicator>>(stream, JsonSerializerOptions.Web)!;
    }
}
