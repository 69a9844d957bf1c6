using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>
/// The register of outgoing documents ("sổ văn bản đi"): one number an agency, year and type, given in the order of the days and without
/// gaps (NĐ 30/2020 Điều 15); rows 1.1 and 7.5.2 of the annex.
/// </summary>
public sealed class OutgoingDocumentBook : RegisterBook<OutgoingDocument>
{
    public override string Name => "outgoing-documents";

    public override string Address => "van-ban-di";

    public override string Title => "Sổ văn bản đi";

    public override string About => "Số văn bản do sổ cấp, liên tục trong năm theo từng loại; mục 1.1 và 7.5.2 của phụ lục 1 tính từ đây.";

    public override string Noun => "văn bản";

    public override string TitleHead => "Số, ký hiệu";

    public override string Table => "outgoing_documents";

    public override IReadOnlyList<RegisterField> Fields => OutgoingDocument.Fields;

    public override IReadOnlyList<OfficeRole> Keepers { get; } = [OfficeRole.Clerk, OfficeRole.ReportOfficer, OfficeRole.Signer];

    public override IReadOnlyList<RegisterFigure> Figures { get; } =
    [
        new("chi-dao", "1.1", "Văn bản chỉ đạo cải cách hành chính đã ban hành trong kỳ", RegisterSpan.Period, "reform"),
        new("dien-tu", "7.5.2.fully_electronic", "Văn bản ký số và chỉ gửi điện tử, từ đầu năm", RegisterSpan.Year, "signed and sending = 'electronic'"),
        new("phat-hanh", "7.5.2.issued", "Văn bản đi từ đầu năm, trừ nơi nhận không dùng phần mềm", RegisterSpan.Year, "sending <> 'outside'"),
    ];

    internal override BookRecord New() => new OutgoingDocument();

    internal override async Task GiveAsync(MotCuaDb db, BookRecord record, CancellationToken ct)
    {
        var document = (OutgoingDocument)record;
        var number = await db.NextNumberAsync(SeriesName(document), Period(document), ct);
        document.Give((int)number);
    }

    internal override async Task<Error?> FitsAsync(MotCuaDb db, BookRecord record, CancellationToken ct)
    {
        var mine = (OutgoingDocument)record;
        var (agency, year, type, number, day) = (mine.AgencyId, mine.Year, mine.Type, mine.Number, mine.Day);
        var other = await db.OutgoingDocuments.AsNoTracking()
            .Where(d => d.AgencyId == agency && d.Year == year && d.Type == type && ((d.Number < number && d.Day > day) || (d.Number > number && d.Day < day)))
            .OrderBy(d => d.Number).FirstOrDefaultAsync(ct);
        return other is null ? null : RegisterErrors.OutOfOrder(other.Title, other.Day);
    }

    internal override async Task<IReadOnlyList<(BookRecord Record, Error Error)>> SettleAsync(
        MotCuaDb db, IReadOnlyCollection<BookRecord> all, IReadOnlySet<BookRecord> added, CancellationToken ct)
    {
        var wrong = new List<(BookRecord, Error)>();
        foreach (var series in all.Cast<OutgoingDocument>().GroupBy(d => d.Series).Where(s => s.Any(d => added.Contains(d) || d.NewChanges.Count > 0)))
        {
            var last = series.Max(d => d.Number);
            foreach (var document in series.Where(d => d.Number == 0))
            {
                document.Give(++last);
            }

            var inOrder = series.OrderBy(d => d.Number).ToList();
            foreach (var (before, document) in inOrder.Zip(inOrder.Skip(1)))
            {
                if (document.Number > before.Number + 1)
                {
                    wrong.Add((added.Contains(document) ? document : before, RegisterErrors.Gap(before.Number + 1)));
                }
                else if (document.Day < before.Day)
                {
                    wrong.Add(added.Contains(document) ? (document, RegisterErrors.OutOfOrder(before.Title, before.Day)) : (before, RegisterErrors.OutOfOrder(document.Title, document.Day)));
                }
            }

            await db.RaiseNumberAsync(SeriesName(series.First()), Period(series.First()), last, ct);
        }

        return wrong;
    }

    private static string SeriesName(OutgoingDocument document) => $"outgoing:{document.AgencyId.Value}:{document.Type.Text()}";

    private static string Period(OutgoingDocument document) => document.Year.ToString(CultureInfo.InvariantCulture);
}
