using System.Text.RegularExpressions;
using MotCua.Foundation;
using MotCua.Reports.Narrative;

namespace MotCua.Web.Pages.Reports.Narrative.Templates;

/// <summary>A block as the form has it; which boxes count depends on its kind.</summary>
public sealed class BlockForm
{
    public string Kind { get; set; } = "sentence";

    public string? Level { get; set; }

    public string? Text { get; set; }

    public string? Name { get; set; }

    public string? Hint { get; set; }

    public bool Limitations { get; set; }

    public string? Form { get; set; }

    public string? When { get; set; }

    public string? Unless { get; set; }

    public BlockKind BlockKind => Snake.Parse<BlockKind>(Kind) ?? BlockKind.Sentence;

    public static BlockForm Of(TemplateBlock block) => new()
    {
        Kind = block.Kind.Text(), Level = block.Level?.ToString(), Text = block.Text, Name = block.Name, Hint = block.Hint, Limitations = block.Role is PassageRole.Limitations,
        Form = block.Form, When = block.When, Unless = block.Unless,
    };

    /// <summary>An empty block of a kind, for the officer to fill in.</summary>
    public static BlockForm Empty(string kind) => new() { Kind = kind, Level = "2", Form = "b1" };
}

/// <summary>What is printed around the blocks, as the form has it: lists are lines.</summary>
public sealed partial class TemplateForm
{
    public string? Name { get; set; }

    public string? Summary { get; set; }

    public string? Symbol { get; set; }

    public string? Office { get; set; }

    public string? Title { get; set; }

    public string? Addressee { get; set; }

    public string? Numbering { get; set; }

    public string? Closing { get; set; }

    public string? Signature { get; set; }

    public string? Recipients { get; set; }

    public static TemplateForm Of(TemplateText text) => new()
    {
        Name = text.Name, Summary = text.Summary, Symbol = text.Symbol, Office = text.Office, Title = string.Join('\n', text.Title), Addressee = text.Addressee,
        Numbering = text.Numbering.Text(), Closing = text.Closing, Signature = string.Join('\n', text.Signature), Recipients = string.Join('\n', text.Recipients),
    };

    /// <summary>The template that was typed. Passages without a name get one from their title, so that nobody has to invent it.</summary>
    public TemplateText ToText(IReadOnlyList<BlockForm> blocks)
    {
        var names = blocks.Where(b => b.BlockKind is BlockKind.Passage && !string.IsNullOrWhiteSpace(b.Name)).Select(b => b.Name!.Trim()).ToHashSet(StringComparer.Ordinal);
        return new TemplateText
        {
            Name = Tidy(Name), Summary = Tidy(Summary), Symbol = Tidy(Symbol), Office = Given(Office), Title = Lines(Title), Addressee = Given(Addressee),
            Numbering = Snake.Parse<SectionNumbering>(Numbering) ?? SectionNumbering.Roman, Closing = Tidy(Closing), Signature = Lines(Signature), Recipients = Lines(Recipients),
            Blocks = [.. blocks.Select(b => Block(b, names))],
        };
    }

    private static TemplateBlock Block(BlockForm block, HashSet<string> names)
    {
        var made = new TemplateBlock { Kind = block.BlockKind };
        return made.Kind switch
        {
            BlockKind.Section => made with { Level = int.TryParse(block.Level, out var level) ? Math.Clamp(level, 1, 3) : 1, Text = Tidy(block.Text) },
            BlockKind.Sentence => made with { Text = Tidy(block.Text), When = Given(block.When), Unless = Given(block.Unless) },
            BlockKind.Passage => made with { Text = Tidy(block.Text), Name = NameOf(block, names), Hint = Given(block.Hint), Role = block.Limitations ? PassageRole.Limitations : null },
            _ => made with { Form = Given(block.Form) ?? "" },
        };
    }

    private static string NameOf(BlockForm block, HashSet<string> names)
    {
        if (Given(block.Name) is { } kept)
        {
            return kept;
        }

        var stem = NoLetters().Replace(Vietnamese.SearchKey(block.Text ?? ""), "-").Trim('-');
        stem = stem.Length == 0 ? "doan" : stem[..Math.Min(stem.Length, 34)].TrimEnd('-');
        var name = stem;
        for (var i = 2; !names.Add(name); i++)
        {
            name = $"{stem}-{i}";
        }

        block.Name = name;
        return name;
    }

    private static string Tidy(string? text) => Vietnamese.Tidy((text ?? "").ReplaceLineEndings(" "));

    private static string? Given(string? text) => Tidy(text) is { Length: > 0 } tidy ? tidy : null;

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(Vietnamese.Tidy).Where(l => l.Length > 0)];

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoLetters();
}
