using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>Lines of any register ready for a file: its columns and, for each line, the agency and the values by column.</summary>
public sealed record RegisterSheet(string Title, IReadOnlyList<RegisterField> Fields, IReadOnlyList<(AgencyId Agency, IReadOnlyDictionary<string, string> Values)> Lines)
{
    public static readonly IReadOnlyList<RegisterField> DirectiveFields =
    [
        new("number", "Mã nhiệm vụ", RegisterFieldKind.Line),
        new("issued_by", "Cơ quan giao", RegisterFieldKind.Line) { Longest = Directive.LongestName },
        new("document", "Văn bản", RegisterFieldKind.Line) { Optional = true, Longest = Directive.LongestName },
        new("content", "Nội dung nhiệm vụ", RegisterFieldKind.Words) { Longest = Directive.LongestContent },
        new("assigned_on", "Ngày giao", RegisterFieldKind.Day),
        new("due_on", "Thời hạn", RegisterFieldKind.Day),
        new("started_on", "Bắt đầu", RegisterFieldKind.Day) { Optional = true },
        new("submitted_on", "Gửi kết quả", RegisterFieldKind.Day) { Optional = true },
        new("confirmed_on", "Xác nhận", RegisterFieldKind.Day) { Optional = true },
        new("state", "Tình trạng", RegisterFieldKind.Choice) { Given = true, Choices = RegisterField.ChoicesOf<DirectiveState>(s => s.Label()) },
    ];

    public static readonly IReadOnlyList<RegisterField> PlanFields =
    [
        new("plan", "Kế hoạch", RegisterFieldKind.Choice) { Choices = RegisterField.ChoicesOf<PlanKind>(p => p.Label()) },
        new("year", "Năm", RegisterFieldKind.Line),
        new("number", "Số thứ tự", RegisterFieldKind.Line),
        new("content", "Nội dung nhiệm vụ", RegisterFieldKind.Words) { Longest = Directive.LongestContent },
        new("owner", "Người thực hiện", RegisterFieldKind.Line) { Optional = true },
        new("product", "Sản phẩm", RegisterFieldKind.Words) { Optional = true, Longest = Directive.LongestContent },
        new("due_on", "Thời hạn", RegisterFieldKind.Day) { Optional = true },
        new("done_on", "Hoàn thành", RegisterFieldKind.Day) { Optional = true },
        new("evidence", "Minh chứng", RegisterFieldKind.Words) { Given = true },
    ];

    public static RegisterSheet Of(RegisterBook book, IEnumerable<BookRecord> records) => new(book.Title, book.Fields, [.. records.Select(r => (r.AgencyId, r.Values))]);

    public static RegisterSheet Of(IEnumerable<Directive> directives) => new("Nhiệm vụ được giao", DirectiveFields,
    [
        .. directives.Select(d => (d.AgencyId, Line(
            ("number", d.Number), ("issued_by", d.IssuedBy), ("document", d.Document), ("content", d.Content), ("assigned_on", Day(d.AssignedOn)), ("due_on", Day(d.DueOn)),
            ("started_on", Day(d.StartedOn)), ("submitted_on", Day(d.SubmittedOn)), ("confirmed_on", Day(d.ConfirmedOn)), ("state", d.State.Text())))),
    ]);

    public static RegisterSheet Of(IEnumerable<PlanTask> tasks) => new("Nhiệm vụ theo kế hoạch", PlanFields,
    [
        .. tasks.Select(t => (t.AgencyId, Line(
            ("plan", t.Plan.Text()), ("year", $"{t.Year}"), ("number", t.Number), ("content", t.Content), ("owner", t.Owner), ("product", t.Product),
            ("due_on", Day(t.DueOn)), ("done_on", Day(t.DoneOn)), ("evidence", t.Evidence ?? "")))),
    ]);

    private static IReadOnlyDictionary<string, string> Line(params (string Name, string Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    private static string Day(DateOnly? day) => day is { } d ? $"{d:yyyy-MM-dd}" : "";
}
