using MotCua.Documents;
using MotCua.Documents.Forms;
using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>Lays a composed report out in the order of NĐ 30/2020: head, title, body, signature with recipients, annexes across.</summary>
internal sealed class NarrativePaper(
    NarrativeReport? report, TemplateText template, FigureBook book, Issuer issuer, IReadOnlyDictionary<string, Report> forms, FootnoteList notes,
    IReadOnlyDictionary<string, NarrativePassage> passages)
{
    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    private readonly int[] counters = new int[3];

    private readonly FigureLinks links = new(book.Agency.Code, book.Period.From, book.Period.To);

    public NarrativeContent Write(Period period)
    {
        var writer = new SentenceWriter(book, Facts(period), notes, links);
        var parts = new List<NarrativePart> { new NarrativePart.Ready([.. Opening(writer, period)]) };
        foreach (var block in template.Blocks)
        {
            if (Part(block, writer) is { } part)
            {
                parts.Add(part);
            }
        }

        parts.Add(new NarrativePart.Ready([new Paragraph(new Line([.. writer.Write(template.Closing.TrimEnd('.', '/', ' ')).Runs, "./."]))]));
        parts = PassageCheck.OfReport(parts, book, period, report?.SignedOn);
        var document = new OfficialDocument
        {
            Name = $"{string.Join(' ', template.Title.Select(writer.Plain))} {book.Tree.NameOf(book.Agency.Id, period.LastDay)}",
            Page = PageSetup.A4,
            Head = Head(),
            TitleLines = [.. template.Title.Select(writer.Plain)],
            Blocks = [.. parts.SelectMany(Blocks)],
            Signatures = [new Signature(template.Signature, null, report?.Signer)],
            Recipients = template.Recipients,
            Footnotes = notes.All,
            Annexes = [.. template.Blocks.Where(b => b.Kind is BlockKind.Annex).Select(b => Annex(forms[b.Form!]))],
        };
        return new NarrativeContent(report, document, parts, writer.Used, period) { Kept = links.Kept, Forms = forms, Issuer = issuer };
    }

    private IEnumerable<Block> Opening(SentenceWriter writer, Period period)
    {
        yield return new Paragraph(Run.Slanted($"({PeriodWords.Days(period.From, period.To)})"), Alignment.Center);
        if (template.Addressee is { Length: > 0 } addressee)
        {
            yield return new Paragraph($"Kính gửi: {writer.Plain(addressee)}.", Alignment.Center);
        }
    }

    private NarrativePart? Part(TemplateBlock block, SentenceWriter writer) => block.Kind switch
    {
        BlockKind.Section => Section(block, writer),
        BlockKind.Sentence => writer.Applies(block) ? new NarrativePart.Ready([new Paragraph(writer.Write(block.Text!))]) : null,
        BlockKind.Passage => new NarrativePart.Written(block, passages.GetValueOrDefault(block.Name!), []),
        BlockKind.Table => new NarrativePart.Ready([.. Table(forms[block.Form!])]),
        _ => null,
    };

    private NarrativePart.Ready Section(TemplateBlock block, SentenceWriter writer)
    {
        var level = block.Level!.Value;
        counters[level - 1]++;
        Array.Clear(counters, level, counters.Length - level);
        var words = writer.Plain(block.Text!);

        // A heading in capitals stays in capitals where a period's name is put into it.
        var text = $"{Number(level)} {(block.Text!.Split('{')[0] is { Length: > 3 } start && !start.Any(char.IsLower) ? PaperText.Capitals(words) : words)}";
        return new NarrativePart.Ready([new Heading(level == 1 ? 2 : 3, text)], level, $"muc-{string.Join('-', counters.Take(level))}", text);
    }

    private string Number(int level) => (template.Numbering, level) switch
    {
        (SectionNumbering.Arabic, 1) => $"{counters[0]}.",
        (SectionNumbering.Arabic, _) => $"{string.Join('.', counters.Take(level))}.",
        (_, 1) => $"{Romans[Math.Min(counters[0], Romans.Length) - 1]}.",
        (_, 2) => $"{counters[1]}.",
        _ => $"{(char)('a' + counters[2] - 1)})",
    };

    private IEnumerable<Block> Blocks(NarrativePart part) => part switch
    {
        NarrativePart.Ready ready => ready.Blocks,
        NarrativePart.Written written => Lines(written.Text),
        _ => [],
    };

    /// <summary>Each line a paragraph; a mark [^document] becomes a note at the foot.</summary>
    private IEnumerable<Paragraph> Lines(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (runs, from) = (new List<Run>(), 0);
            foreach (System.Text.RegularExpressions.Match note in ComposeNarrative.NoteMark().Matches(line))
            {
                runs.Add(line[from..note.Index]);
                runs.Add(notes.Mark(note.Groups[1].Value.Trim()));
                from = note.Index + note.Length;
            }

            runs.Add(line[from..]);
            yield return new Paragraph(new Line([.. runs.Where(r => r.Text.Length > 0 || r.Footnote is not null)]));
        }
    }

    private DocumentHead Head()
    {
        var lines = AgencyLines(book.Tree.NameOf(book.Agency.Id, book.Period.LastDay));
        return new DocumentHead
        {
            Superior = template.Office is null ? null : string.Join(' ', lines),
            Agency = template.Office is null ? lines : [PaperText.Capitals(template.Office)],
            Number = $"Số: {report?.Number ?? "……"}/{template.Symbol}",
            PlaceAndDate = $"{issuer.Place}, {(report?.SignedOn is { } day ? Vietnamese.DocumentDate(day) : "ngày …… tháng …… năm ………")}",
        };
    }

    /// <summary>UBND xã An Bình → ỦY BAN NHÂN DÂN / XÃ AN BÌNH; another agency on one line.</summary>
    internal static string[] AgencyLines(string name)
    {
        foreach (var start in new[] { "UBND ", "Ủy ban nhân dân " })
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return ["ỦY BAN NHÂN DÂN", PaperText.Capitals(name[start.Length..])];
            }
        }

        return [PaperText.Capitals(name)];
    }

    /// <summary>A form among the text: its title on a line, its table, no head of its own.</summary>
    private IEnumerable<Block> Table(Report form)
    {
        var paper = Linked(form);
        yield return new Paragraph(Run.Strong($"{Form.Find(form.Form)!.Number}. {Form.Find(form.Form)!.Title}"), Alignment.Center, KeepWithNext: true);
        foreach (var block in paper.Blocks.OfType<Table>())
        {
            yield return block;
        }
    }

    private OfficialDocument Annex(Report form) => Linked(form) with { Head = null, Signatures = [] };

    private OfficialDocument Linked(Report form) => ReportPaper.Of(form, issuer, book.Period.LastDay, null, (row, column) => links.Cell(form, row, column));

    private Dictionary<string, string> Facts(Period period)
    {
        var name = book.Tree.NameOf(book.Agency.Id, period.LastDay);
        var parent = book.Tree.ParentOf(book.Agency.Id, period.LastDay);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["agency"] = name,
            ["agency.short"] = name.StartsWith("UBND ", StringComparison.Ordinal) ? name["UBND ".Length..] : name,
            ["superior"] = parent is { } above ? book.Tree.NameOf(above, period.LastDay) : "cơ quan cấp trên",
            ["period"] = PeriodWords.Of(period.From, period.To),
            ["next_period"] = PeriodWords.Next(period.From, period.To),
            ["from"] = Vietnamese.Date(period.From),
            ["to"] = Vietnamese.Date(period.To),
            ["year"] = $"{period.To.Year}",
        };
    }
}
