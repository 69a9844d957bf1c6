using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>The list that a report which is sent keeps behind one of its numbers.</summary>
/// <param name="Figure">Name; several that share no record are joined by <see cref="And"/>.</param>
/// <param name="Place">Where it stands: current:Đất đai, before:, b1:H57.12; one that ends with a colon means all that begin with it.</param>
/// <param name="Agency">Only records that counted under it.</param>
public sealed record KeptList(string Figure, string Place, string? Agency = null)
{
    public const char Mark = ':', And = ',';

    /// <summary>What stands before the mark: a time, a register at a time, a form.</summary>
    public string Part => Place[..Place.IndexOf(Mark, StringComparison.Ordinal)];

    /// <summary>As the address of the page that shows the list says it.</summary>
    public string Query => $"chitieu={Uri.EscapeDataString(Figure)}&dong={Uri.EscapeDataString(Place)}{(Agency is null ? "" : $"&cua={Uri.EscapeDataString(Agency)}")}";

    public static string PartOf(FigureTime time) => Snake.Text(time);

    public static string PartOfDirectives(FigureTime time) => $"{Snake.Text(time)}.directives";

    public static string PlaceOf(string part, string row = "") => $"{part}{Mark}{row}";
}

/// <summary>Where the records behind a number are shown, and which list stays behind it when the report is sent.</summary>
internal sealed class FigureLinks(string agency, DateOnly from, DateOnly to)
{
    private readonly Dictionary<string, KeptList> kept = new(StringComparer.Ordinal);

    /// <summary>Page of this program → list; what is declared has none.</summary>
    public IReadOnlyDictionary<string, KeptList> Kept => kept;

    public string Of(NamedFigure figure, FigureTime time)
    {
        var (first, last) = PeriodWords.DaysOf(time, from, to);
        var part = figure.Parts[0];
        return figure.Origin switch
        {
            FigureOrigin.Annex => Keep(
                $"/bao-cao/phu-luc-1?{Scope(agency, first, last)}#f-{part}",
                AnnexFigures.ByIndicator.TryGetValue(part, out var behind) ? new KeptList(behind, KeptList.PlaceOf(KeptList.PartOf(time))) : null),
            FigureOrigin.Directives when figure.Parts.Count == 1 => Keep(Directives(part, agency, first, last), new KeptList(part, KeptList.PlaceOf(KeptList.PartOfDirectives(time)))),
            FigureOrigin.Directives => Keep(
                $"/bao-cao/b4?{Scope(agency, first, last)}#{figure.Name}",
                new KeptList(string.Join(KeptList.And, figure.Parts), KeptList.PlaceOf(KeptList.PartOfDirectives(time)))),
            _ => Keep(List(part, agency, first, last), new KeptList(part, KeptList.PlaceOf(KeptList.PartOf(time)))),
        };
    }

    public string Field(NamedFigure figure, string field) => Keep(
        $"{List(figure.Parts[0], agency, from, to)}&linhvuc={Uri.EscapeDataString(field)}",
        new KeptList(figure.Parts[0], KeptList.PlaceOf(KeptList.PartOf(FigureTime.Current), field)));

    public string Agency(NamedFigure figure, string code) => Keep(
        $"{List(figure.Parts[0], code, from, to)}&rieng=1", new KeptList(figure.Parts[0], KeptList.PlaceOf(KeptList.PartOf(FigureTime.Current)), code));

    /// <summary>A number of a form among the text; a row of null is the sum. Null: no list of its own.</summary>
    public string? Cell(Report report, string? row, string column)
    {
        var form = Form.Find(report.Form)!;
        if (form == Form.Annex1)
        {
            return column == "value" && row is not null && AnnexFigures.ByIndicator.TryGetValue(row, out var behind)
                ? Keep(List(behind, agency, from, to), new KeptList(behind, KeptList.PlaceOf(KeptList.PartOf(FigureTime.Current))))
                : null;
        }

        if (form.Columns.First(c => c.Name == column).Figure is not { } figure)
        {
            return null;
        }

        var link = (report.Grouping, row) switch
        {
            (Grouping.Agency, { } code) when form == Form.B4 => Directives(figure, code, from, to),
            (_, null) when form == Form.B4 => Directives(figure, agency, from, to),
            (Grouping.Agency, { } code) => List(figure, code, from, to),
            (Grouping.Field, { } field) => $"{List(figure, agency, from, to)}&linhvuc={Uri.EscapeDataString(field)}",
            _ => List(figure, agency, from, to),
        };

        // The row of the agency itself counts only what it handled itself.
        link = report.Grouping is Grouping.Agency && row == agency ? $"{link}&rieng=1" : link;
        return Keep(link, new KeptList(figure, KeptList.PlaceOf(report.Form, row ?? "")));
    }

    private string Keep(string link, KeptList? list)
    {
        // A number of a sentence and one of a table may be the same set: that of the sentence is kept.
        if (list is not null && (!kept.TryGetValue(link, out var known) || Form.Find(known.Part) is not null))
        {
            kept[link] = list;
        }

        return link;
    }

    private static string List(string figure, string agency, DateOnly from, DateOnly to) => $"/bao-cao/danh-sach?chitieu={figure}&{Scope(agency, from, to)}";

    private static string Directives(string figure, string agency, DateOnly from, DateOnly to) => $"/nhiem-vu/danh-sach?chitieu={figure}&{Scope(agency, from, to)}";

    private static string Scope(string agency, DateOnly from, DateOnly to) => $"tu={from:yyyy-MM-dd}&den={to:yyyy-MM-dd}&donvi={Uri.EscapeDataString(agency)}";
}
