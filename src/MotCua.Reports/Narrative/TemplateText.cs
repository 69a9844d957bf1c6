using System.Text.Json.Serialization;

namespace MotCua.Reports.Narrative;

/// <summary>What a part of a template is.</summary>
public enum BlockKind
{
    /// <summary>A numbered heading ("mục").</summary>
    Section,

    /// <summary>Written by the system from figures; changed only in the template.</summary>
    Sentence,

    /// <summary>Written by hand in each report ("đoạn tự viết").</summary>
    Passage,

    /// <summary>A form among the text, upright.</summary>
    Table,

    /// <summary>A form after the signature, on pages of its own.</summary>
    Annex,
}

/// <summary>How sections are numbered: I, 1, a or 1, 1.1, 1.1.1.</summary>
public enum SectionNumbering
{
    Roman,
    Arabic,
}

/// <summary>What a hand-written passage is about; limitations must name figures.</summary>
public enum PassageRole
{
    Text,
    Limitations,
}

/// <summary>A part of a template. Which members it has depends on its kind.</summary>
public sealed record TemplateBlock
{
    public required BlockKind Kind { get; init; }

    /// <summary>From 1 to 3; sections only.</summary>
    public int? Level { get; init; }

    /// <summary>The heading, the computed sentence, or what a passage is called beside its box.</summary>
    public string? Text { get; init; }

    /// <summary>Passages only: lower case letters, digits and hyphens, once a template.</summary>
    public string? Name { get; init; }

    /// <summary>Passages only: what to write.</summary>
    public string? Hint { get; init; }

    public PassageRole? Role { get; init; }

    /// <summary>Tables and annexes: b1, b2, b3, b4, ii06 or annex1.</summary>
    public string? Form { get; init; }

    /// <summary>Sentences: only when this figure is above zero.</summary>
    public string? When { get; init; }

    /// <summary>Sentences: only when this figure is zero.</summary>
    public string? Unless { get; init; }
}

/// <summary>A template of narrative reports ("mẫu báo cáo") as data: what is printed around the blocks, and the blocks in order.</summary>
public sealed record TemplateText
{
    public required string Name { get; init; }

    /// <summary>Name of the shipped template that it is a copy of; null for a shipped one itself.</summary>
    public string? Origin { get; init; }

    /// <summary>For whom and when.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Kind and drafting unit: BC-UBND.</summary>
    public required string Symbol { get; init; }

    /// <summary>An office of the agency that signs by itself ("Văn phòng HĐND và UBND"); null: the agency.</summary>
    public string? Office { get; init; }

    public required IReadOnlyList<string> Title { get; init; }

    /// <summary>"Kính gửi"; null when the recipients say it.</summary>
    public string? Addressee { get; init; }

    public SectionNumbering Numbering { get; init; }

    public required IReadOnlyList<TemplateBlock> Blocks { get; init; }

    /// <summary>The last sentence; "./." follows by itself.</summary>
    public required string Closing { get; init; }

    /// <summary>Authority and title: TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH.</summary>
    public required IReadOnlyList<string> Signature { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    [JsonIgnore]
    public IEnumerable<TemplateBlock> Passages => Blocks.Where(b => b.Kind is BlockKind.Passage);
}
