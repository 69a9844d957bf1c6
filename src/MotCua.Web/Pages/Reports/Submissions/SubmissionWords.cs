using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Registers;
using MotCua.Reports;
using MotCua.Reports.Narrative;
using MotCua.Reports.Submissions;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>One line in the history of a report, as its page shows it.</summary>
public sealed record ActLine(DateTimeOffset At, string Who, string Act, string? Words);

/// <summary>What the pages of submitted reports say.</summary>
public static class SubmissionWords
{
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["drafted"] = Text.Key("Lập báo cáo"),
        ["restated"] = Text.Key("Lập lại báo cáo"),
        ["counted"] = Text.Key("Tính lại số liệu"),
        ["checked"] = Text.Key("Kiểm tra"),
        ["sent_back"] = Text.Key("Chuyển lại người lập"),
        ["signed"] = Text.Key("Ký"),
        ["submitted"] = Text.Key("Gửi cấp trên"),
        ["returned"] = Text.Key("Cấp trên trả lại"),
        ["accepted"] = Text.Key("Cấp trên nhận"),
    };

    /// <summary>What the ledger says of a dossier, in a word.</summary>
    private static readonly Dictionary<string, string> Lines = new(StringComparer.Ordinal)
    {
        ["received"] = Text.Key("Tiếp nhận"),
        ["refused_at_door"] = Text.Key("Không tiếp nhận"),
        ["handed_over"] = Text.Key("Bàn giao cơ quan khác"),
        ["supplement_requested"] = Text.Key("Yêu cầu bổ sung"),
        ["supplemented"] = Text.Key("Đã bổ sung"),
        ["paused"] = Text.Key("Tạm dừng"),
        ["resumed"] = Text.Key("Tính tiếp thời hạn"),
        ["apology_issued"] = Text.Key("Xin lỗi, hẹn lại"),
        ["result_ready"] = Text.Key("Có kết quả"),
        ["stopped"] = Text.Key("Dừng giải quyết"),
        ["withdrawn"] = Text.Key("Rút hồ sơ"),
        ["returned"] = Text.Key("Trả kết quả"),
        ["digitised"] = Text.Key("Số hóa giấy tờ"),
        ["paid"] = Text.Key("Nộp tiền"),
        ["rated"] = Text.Key("Đánh giá"),
    };

    public static (string Look, string Icon) Look(this SubmissionState state) => state switch
    {
        SubmissionState.Draft => ("", "pencil"),
        SubmissionState.Checked => ("info", "clipboard-check"),
        SubmissionState.Signed => ("info", "signature"),
        SubmissionState.Submitted => ("info", "send"),
        SubmissionState.Returned => ("soon", "arrow-back-up"),
        _ => ("ok", "circle-check"),
    };

    public static string Period(this Text t, PeriodKind kind, DateOnly from, DateOnly to)
    {
        var (sentence, args) = ReportPeriods.Words(kind, from, to);
        return t[sentence, args];
    }

    public static string FormName(this Text t, string form) => SubmittedForm.Find(form) is { } known ? known.Number.Length == 0 ? t[known.Title] : $"{t[known.Number]} {t[known.Title]}" : form;

    /// <summary>A figure or a column of B.4 in words.</summary>
    public static string FigureName(this Text t, string figure) =>
        string.Join(" + ", figure.Split(KeptList.And).Select(f => t[MotCua.Reports.Figures.Find(f)?.Label ?? DirectiveFigures.All.FirstOrDefault(d => d.Name == f)?.Label ?? f]));

    public static string LineName(this Text t, string kind) => t[Lines.GetValueOrDefault(kind, kind)];

    /// <summary>A column with the head above it.</summary>
    public static string ColumnName(this Text t, string form, string column)
    {
        var found = SubmittedForm.Find(form)?.Columns.FirstOrDefault(c => c.Name == column);
        return found is null ? MotCua.Reports.Figures.Find(column) is { } figure ? t[figure.Label] : column
            : found.Group is null ? t[found.Head] : $"{t[found.Group]}: {t[found.Head]}";
    }

    /// <summary>A row of kept lists as its page names it; null: nothing to add.</summary>
    public static string? RowName(this Text t, FrozenReport content, string? key)
    {
        if (key is null || content.Narrative is null)
        {
            return key is null ? null : content.Rows.FirstOrDefault(r => r.Key == key)?.Name ?? key;
        }

        if (content.Rows.FirstOrDefault(r => r.Key == key) is { } known && !key.EndsWith(KeptList.Mark))
        {
            return known.Name;
        }

        var (part, row) = (key[..key.IndexOf(KeptList.Mark)], key[(key.IndexOf(KeptList.Mark) + 1)..]);
        var where = Form.Find(part) is { } form ? t[form.Number]
            : part.StartsWith(KeptList.PartOf(FigureTime.Before), StringComparison.Ordinal) ? t["kỳ trước"]
            : part.StartsWith(KeptList.PartOf(FigureTime.YearBefore), StringComparison.Ordinal) ? t["cùng kỳ năm trước"]
            : null;
        return where is null ? row.Length == 0 ? null : row : row.Length == 0 ? where : $"{where}, {row}";
    }

    /// <summary>The list behind a frozen number; a row of null is the sum.</summary>
    public static string ListPath(Guid submission, string figure, string? row) =>
        $"/bao-cao/nop/{submission}/danh-sach?chitieu={Uri.EscapeDataString(figure)}{(row is null ? "" : $"&dong={Uri.EscapeDataString(row)}")}";

    /// <summary>The same for a number of a narrative report: <see cref="KeptList.Query"/>.</summary>
    public static string ListPath(Guid submission, string query) => $"/bao-cao/nop/{submission}/danh-sach?{query}";

    public static async Task<IReadOnlyList<ActLine>> ActsAsync(this MotCuaDb db, Guid submission, CancellationToken ct)
    {
        const string Sql =
            """
            select a.at, o.name, a.act, a.words from report_submission_acts a left join officers o on o.id = a.officer_id
            where a.submission_id = @submission order by a.at desc, a.id desc limit 200
            """;
        var rows = await db.Database.GetDbConnection().QueryAsync<(DateTimeOffset At, string? Name, string Act, string? Words)>(
            new CommandDefinition(Sql, new { submission }, cancellationToken: ct));
        return [.. rows.Select(r => new ActLine(r.At, r.Name ?? "", Acts.GetValueOrDefault(r.Act, r.Act), r.Words))];
    }
}

/// <summary>A kept report as a table; the links of its numbers are made by <paramref name="Link"/> from a row (null: the sum) and a figure.</summary>
public sealed record FrozenTable(Form Form, FrozenReport Content, Func<string?, string, string?> Link);
