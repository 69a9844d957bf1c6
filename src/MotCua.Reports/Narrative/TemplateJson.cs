using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>
/// Templates as JSON, checked against their schema: unknown and missing members, kinds of values, forms, figures, levels. All mistakes
/// are told with their place, not only the first.
/// </summary>
public static partial class TemplateJson
{
    public const int MostBlocks = 150, LongestText = 2000;

    private const int MostMistakes = 20;

    private static readonly JsonSerializerOptions Pretty = new(JsonColumn.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Members = ["name", "origin", "summary", "symbol", "office", "title", "addressee", "numbering", "blocks", "closing", "signature", "recipients"];

    private static readonly string[] Needed = ["name", "symbol", "title", "blocks", "closing", "signature", "recipients"];

    private static readonly string[] Lists = ["title", "signature", "recipients"];

    private static readonly Dictionary<BlockKind, (string Words, string[] Needed, string[] Also)> Kinds = new()
    {
        [BlockKind.Section] = ("mục", ["level", "text"], []),
        [BlockKind.Sentence] = ("câu tính", ["text"], ["when", "unless"]),
        [BlockKind.Passage] = ("đoạn tự viết", ["name", "text"], ["hint", "role"]),
        [BlockKind.Table] = ("biểu", ["form"], []),
        [BlockKind.Annex] = ("phụ lục", ["form"], []),
    };

    public static string Write(TemplateText template) => JsonSerializer.Serialize(template, Pretty);

    /// <returns>The template, or every mistake found.</returns>
    public static (TemplateText? Template, IReadOnlyList<TemplateMistake> Mistakes) Read(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            return (null, [new($"Dòng {e.LineNumber + 1}", new("template.not-json", "Không đọc được: thiếu hoặc thừa dấu phẩy, ngoặc hay nháy."))]);
        }

        using (document)
        {
            var mistakes = Shape(document.RootElement).Take(MostMistakes).ToList();
            if (mistakes.Count > 0)
            {
                return (null, mistakes);
            }

            var template = document.RootElement.Deserialize<TemplateText>(JsonColumn.Options)!;
            mistakes.AddRange(Meaning(template).Take(MostMistakes));
            return mistakes.Count > 0 ? (null, mistakes) : (template, []);
        }
    }

    /// <summary>What is wrong with a template that did not come from JSON.</summary>
    public static IReadOnlyList<TemplateMistake> MistakesOf(TemplateText template) => [.. Meaning(template).Take(MostMistakes)];

    private static IEnumerable<TemplateMistake> Shape(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            return [NarrativeErrors.WrongKind("mẫu", "một đối tượng { … }")];
        }

        var mistakes = root.EnumerateObject().Where(m => !Members.Contains(m.Name)).Select(m => NarrativeErrors.Extra(m.Name)).ToList();
        mistakes.AddRange(Needed.Where(n => !root.TryGetProperty(n, out _)).Select(NarrativeErrors.Missing));
        foreach (var member in root.EnumerateObject().Where(m => m.Name != "blocks"))
        {
            var list = Lists.Contains(member.Name);
            var right = list ? member.Value.ValueKind is JsonValueKind.Array && member.Value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String) : member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null;
            if (!right)
            {
                mistakes.Add(NarrativeErrors.WrongKind(member.Name, list ? "danh sách các dòng chữ" : "chữ"));
            }
        }

        Listed<SectionNumbering>(root, "numbering", mistakes);
        if (!root.TryGetProperty("blocks", out var blocks))
        {
            return mistakes;
        }

        if (blocks.ValueKind is not JsonValueKind.Array)
        {
            return mistakes.Append(NarrativeErrors.WrongKind("blocks", "danh sách các khối"));
        }

        var number = 0;
        foreach (var block in blocks.EnumerateArray())
        {
            number++;
            mistakes.AddRange(BlockShape(block).Select(m => m.In($"Khối {number}")));
        }

        return mistakes;
    }

    private static List<TemplateMistake> BlockShape(JsonElement block)
    {
        if (block.ValueKind is not JsonValueKind.Object)
        {
            return [NarrativeErrors.WrongKind("khối", "một đối tượng { … }")];
        }

        var kind = block.TryGetProperty("kind", out var named) && named.ValueKind is JsonValueKind.String ? Snake.Parse<BlockKind>(named.GetString()) : null;
        if (kind is null)
        {
            return [NarrativeErrors.WrongKind("kind", string.Join(", ", Kinds.Keys.Select(k => k.Text())))];
        }

        var (words, needed, also) = Kinds[kind.Value];
        var mistakes = needed.Where(n => !block.TryGetProperty(n, out _)).Select(n => NarrativeErrors.Missing($"“{n}” của {words}")).ToList();
        mistakes.AddRange(block.EnumerateObject().Where(m => m.Name != "kind" && !needed.Contains(m.Name) && !also.Contains(m.Name)).Select(m => NarrativeErrors.Extra(m.Name)));
        mistakes.AddRange(block.EnumerateObject().Where(m => m.Name is not ("kind" or "level") && m.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)).Select(m => NarrativeErrors.WrongKind(m.Name, "chữ")));
        if (block.TryGetProperty("level", out var level) && !(level.ValueKind is JsonValueKind.Number && level.TryGetInt32(out var l) && l is >= 1 and <= 3))
        {
            mistakes.Add(NarrativeErrors.WrongKind("level", "1, 2 hoặc 3"));
        }

        Listed<PassageRole>(block, "role", mistakes);
        return mistakes;
    }

    private static void Listed<T>(JsonElement element, string member, List<TemplateMistake> mistakes)
        where T : struct, Enum
    {
        if (element.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String && Snake.Parse<T>(value.GetString()) is null)
        {
            mistakes.Add(NarrativeErrors.WrongKind(member, string.Join(", ", Enum.GetValues<T>().Select(v => v.Text()))));
        }
    }

    private static IEnumerable<TemplateMistake> Meaning(TemplateText template)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var level = 0;
        foreach (var mistake in HeadMistakes(template))
        {
            yield return mistake;
        }

        foreach (var text in template.Title.Append(template.Closing).Append(template.Addressee ?? ""))
        {
            if (SentenceMistake(text) is { } wrong)
            {
                yield return wrong.In(text == template.Closing ? "Câu kết" : "Đầu báo cáo");
            }
        }

        for (var i = 0; i < template.Blocks.Count; i++)
        {
            var block = template.Blocks[i];
            var place = $"Khối {i + 1} ({Kinds[block.Kind].Words})";
            foreach (var mistake in BlockMistakes(block, names, level))
            {
                yield return mistake.In(place) with { Block = i };
            }

            level = block.Kind is BlockKind.Section ? block.Level!.Value : level;
        }
    }

    /// <summary>What stands around the blocks and may not be left empty.</summary>
    private static IEnumerable<TemplateMistake> HeadMistakes(TemplateText template)
    {
        foreach (var (what, text) in new[]
        {
            ("tên mẫu", template.Name), ("ký hiệu văn bản", template.Symbol), ("tên báo cáo", string.Concat(template.Title)), ("câu kết", template.Closing),
            ("chức vụ người ký", string.Concat(template.Signature)), ("nơi nhận", string.Concat(template.Recipients)),
        })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                yield return NarrativeErrors.Missing(what).In("Đầu báo cáo");
            }
        }

        foreach (var text in template.Title.Concat(template.Signature).Concat(template.Recipients).Concat([template.Name, template.Symbol, template.Summary, template.Closing, template.Addressee ?? "", template.Office ?? ""]))
        {
            if (TextMistake(text) is { } wrong)
            {
                yield return wrong.In("Đầu báo cáo");
            }
        }

        if (template.Blocks.Count > MostBlocks)
        {
            yield return NarrativeErrors.TooManyBlocks(MostBlocks).In("Mẫu");
        }
    }

    private static TemplateMistake? TextMistake(string text) =>
        Vietnamese.Length(text) > LongestText ? NarrativeErrors.TextTooLong(LongestText)
        : Vietnamese.HasForbiddenCharacters(text) ? NarrativeErrors.TextHidden()
        : null;

    private static IEnumerable<TemplateMistake> BlockMistakes(TemplateBlock block, HashSet<string> names, int level)
    {
        foreach (var text in new[] { block.Text, block.Hint }.OfType<string>())
        {
            if (TextMistake(text) is { } unfit)
            {
                yield return unfit;
            }
        }

        if (block.Kind is BlockKind.Section or BlockKind.Sentence or BlockKind.Passage && string.IsNullOrWhiteSpace(block.Text))
        {
            yield return NarrativeErrors.Missing($"chữ của {Kinds[block.Kind].Words}");
        }

        if (block.Kind is BlockKind.Section && block.Level > level + 1)
        {
            yield return NarrativeErrors.LevelSkipped(block.Level!.Value, level);
        }

        if (block.Kind is BlockKind.Section or BlockKind.Sentence && SentenceMistake(block.Text!) is { } wrong)
        {
            yield return wrong;
        }

        foreach (var condition in new[] { block.When, block.Unless }.OfType<string>().Where(c => NamedFigure.Find(c) is null))
        {
            yield return NarrativeErrors.FigureUnknown(condition);
        }

        if (block.Kind is BlockKind.Table or BlockKind.Annex && Form.Find(block.Form!) is null)
        {
            yield return NarrativeErrors.FormUnknown(block.Form);
        }

        if (block.Kind is BlockKind.Passage)
        {
            if (!PassageName().IsMatch(block.Name!))
            {
                yield return NarrativeErrors.NameWrong(block.Name!);
            }
            else if (!names.Add(block.Name!))
            {
                yield return NarrativeErrors.NameTwice(block.Name!);
            }
        }
    }

    private static TemplateMistake? SentenceMistake(string text)
    {
        _ = Sentence.Read(text, out var mistake);
        return mistake;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex PassageName();
}
