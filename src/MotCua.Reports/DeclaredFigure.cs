using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>
/// A number that no record of the system gives ("số kê khai"): an office writes it with the document it stands in. It is never mixed
/// up with a computed one, and never replaces one. A new value is a new line; the newest holds.
/// </summary>
public sealed class DeclaredFigure
{
    public const int LongestWords = 500;

    /// <summary>Larger than any amount in đồng of a commune, and exact in a double.</summary>
    public const decimal Most = 999_999_999_999_999m;

    private DeclaredFigure()
    {
    }

    public Guid Id { get; private init; }

    public AgencyId AgencyId { get; private init; }

    /// <summary>Number of the indicator: 4.1.quota.</summary>
    public string Figure { get; private init; } = "";

    public DateOnly PeriodFrom { get; private init; }

    public DateOnly PeriodTo { get; private init; }

    /// <summary>Null: what was declared before is taken back.</summary>
    public decimal? Value { get; private init; }

    /// <summary>Number and symbol of the document it stands in, or where it was counted.</summary>
    public string Document { get; private init; } = "";

    public string? Note { get; private init; }

    public OfficerId? OfficerId { get; private init; }

    public DateTimeOffset DeclaredAt { get; private init; }

    public static Result<DeclaredFigure> Declare(
        AgencyId agency, string figure, DateOnly from, DateOnly to, decimal? value, string? document, string? note, OfficerId? by, Moment at)
    {
        if (Indicator.Find(figure) is null)
        {
            return new Error("report.indicator-unknown", "Không có chỉ tiêu {0} trong phụ lục.", figure);
        }

        if (to < from)
        {
            return new Error("report.period-reversed", "Kỳ báo cáo kết thúc ({1}) trước khi bắt đầu ({0}).", Vietnamese.Date(from), Vietnamese.Date(to));
        }

        if (value is < 0 or > Most || (value is { } v && decimal.Round(v, 4) != v))
        {
            return new Error("report.declared-value", "Số kê khai là số từ 0 trở lên, nhiều nhất bốn chữ số thập phân.");
        }

        var source = Vietnamese.Tidy(document ?? "");
        if (source.Length == 0)
        {
            return new Error("report.declared-document", "Ghi văn bản hoặc nguồn của số kê khai.");
        }

        return new[] { source, note ?? "" }.Any(w => Vietnamese.Length(w) > LongestWords || Vietnamese.HasForbiddenCharacters(w))
            ? new Error("report.declared-words", "Nguồn và ghi chú viết gọn, nhiều nhất {0} chữ, không có ký tự điều khiển.", LongestWords)
            : new DeclaredFigure
            {
                Id = Ids.New(),
                AgencyId = agency,
                Figure = figure,
                PeriodFrom = from,
                PeriodTo = to,
                Value = value,
                Document = source,
                Note = string.IsNullOrWhiteSpace(note) ? null : Vietnamese.Tidy(note),
                OfficerId = by,
                DeclaredAt = at.Instant,
            };
    }

    public bool Says(DeclaredFigure other) => (Value, Document, Note) == (other.Value, other.Document, other.Note);
}

public static class DeclaredFiguresDb
{
    extension(MotCuaDb db)
    {
        public DbSet<DeclaredFigure> DeclaredFigures => db.Set<DeclaredFigure>();
    }

    /// <summary>What an agency declared for exactly these days, as it stood at an instant: the newest line of each indicator.</summary>
    public static async Task<IReadOnlyDictionary<string, DeclaredFigure>> DeclaredAsync(this MotCuaDb db, AgencyId agency, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var lines = await db.DeclaredFigures.AsNoTracking().Where(d => d.AgencyId == agency && d.PeriodFrom == from && d.PeriodTo == to)
            .OrderBy(d => d.DeclaredAt).ThenBy(d => d.Id).ToListAsync(ct);
        return lines.GroupBy(d => d.Figure, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
    }
}

internal sealed class ReportTables : IEntityTypeConfiguration<DeclaredFigure>
{
    public void Configure(EntityTypeBuilder<DeclaredFigure> builder)
    {
        builder.ToTable("declared_figures");
        builder.Property(d => d.Id).ValueGeneratedNever();
    }
}
