using MotCua.Foundation;

namespace MotCua.Documents.Forms;

/// <summary>Pieces that several forms share.</summary>
internal static class FormParts
{
    /// <summary>Numbers below ten are written with a leading zero (NĐ 30/2020, Phụ lục I).</summary>
    public static string Number(int? number, string symbol) => $"Số: {(number is { } given ? $"{given:00}" : "………")}/{symbol}";

    /// <summary>09 giờ 42 phút, thứ Sáu, ngày 20 tháng 11 năm 2026.</summary>
    public static string FullTime(DateTimeOffset instant)
    {
        var moment = Moment.Of(instant);
        return $"{moment.Time.Hour:00} giờ {moment.Time.Minute:00} phút, {Vietnamese.Weekday(moment.Day)}, {Vietnamese.DocumentDate(moment.Day)}";
    }

    /// <summary>Ngày 20 tháng 11 năm 2026.</summary>
    public static string DayOf(DateTimeOffset instant) => $"N{Vietnamese.DocumentDate(Moment.Of(instant).Day)[1..]}";

    /// <summary>17 giờ, or 15 giờ 30 phút.</summary>
    public static string Hour(DateTimeOffset instant)
    {
        var time = Moment.Of(instant).Time;
        return time.Minute == 0 ? $"{time.Hour} giờ" : $"{time.Hour} giờ {time.Minute:00} phút";
    }

    public static IEnumerable<Field> ApplicantFields(string label, Applicant applicant, FormSet set)
    {
        var name = Run.Name(applicant.Name, bold: true);
        yield return new Field(label, applicant.BornOn is null ? name : Line.Of(name, $", sinh {Vietnamese.Date(applicant.BornOn.Value)}"));
        if (set == FormSet.Of2025 && Given(applicant.IdNumber))
        {
            yield return new Field("Số định danh", Run.Code(applicant.IdNumber!));
        }

        yield return new Field("Địa chỉ", Given(applicant.Address) ? (Line)applicant.Address! : null);
        yield return new Field("Số điện thoại", Code(applicant.Phone), Half: true);
        yield return new Field("Email", Code(applicant.Email), Half: true);
    }

    public static Field Content(string procedureName, string procedureCode) =>
        new("Nội dung yêu cầu giải quyết", Line.Of(Run.Strong(procedureName), " ", Run.Code($"({procedureCode})")));

    /// <summary>Counts of papers: an empty cell reads faster than a column of noughts.</summary>
    public static Table PaperTable(IReadOnlyList<PaperLine> papers, string title, bool remarks = false)
    {
        Column[] counts = [.. Enumerable.Repeat(new Column(10, Alignment.Center), 4)];
        Column name = new(remarks ? 33 : 53);
        return new Table
        {
            Columns = remarks ? [new(7, Alignment.Center), name, .. counts, new(20)] : [new(7, Alignment.Center), name, .. counts],
            Head = [new Row([.. Heads(title, remarks)])],
            Rows = [.. papers.Select((p, i) => new Row([.. PaperCells(p, i + 1, remarks)]))],
        };
    }

    /// <summary>Whom to ask, by name and telephone.</summary>
    public static Paragraph Contact(string occasion, string officer, string? phone) => new(Line.Of(
        $"{occasion}, ông/bà liên hệ với ", Run.Name(officer), phone is null ? " để được hướng dẫn." : $", số điện thoại {phone}, để được hướng dẫn."));

    public static Line? LookupFoot(Issuer issuer, bool hasCode) =>
        hasCode && issuer.LookupAddress is not null ? (Line)$"Tra cứu hồ sơ: {issuer.LookupAddress}." : null;

    public static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);

    private static IEnumerable<Cell> Heads(string title, bool remarks)
    {
        string[] heads = ["STT", title, "Bản chính", "Chứng thực", "Bản sao", "Điện tử"];
        return (remarks ? heads.Append("Cần làm") : heads).Select(h => (Cell)h);
    }

    private static IEnumerable<Cell> PaperCells(PaperLine paper, int number, bool remarks)
    {
        Cell[] cells = [$"{number}", paper.Name, Count(paper.Originals), Count(paper.Certified), Count(paper.Copies), Count(paper.Electronic)];
        return remarks ? cells.Append(paper.Remark ?? "") : cells;
    }

    private static Line? Code(string? text) => Given(text) ? (Line)Run.Code(text!) : null;

    private static string Count(int count) => count == 0 ? "" : $"{count}";
}
