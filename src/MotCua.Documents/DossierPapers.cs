using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Documents.Forms;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Documents;

/// <summary>The papers of a dossier, made from the facts of its ledger: what was true on the paper's day, not what is true now.</summary>
public sealed class DossierPapers(MotCuaDb db, CurrentOfficer officer)
{
    public static Error NoSuchPaper(string code) =>
        new("documents.no-such-paper", "Hồ sơ {0} không có giấy này. Mở hồ sơ để xem các giấy đã lập.", code);

    /// <summary>Form 01, for a dossier that was received with a slip.</summary>
    public async Task<Result<OfficialDocument>> ReceiptAsync(string code, CancellationToken ct)
    {
        if (await ReadAsync(code, ct) is not { } source)
        {
            return DossierErrors.NotFound(code);
        }

        if (source.First.Kind is not EventKind.Received || source.Facts is not { Slip: true, ReceiptNumber: { } number } facts)
        {
            return NoSuchPaper(code);
        }

        var issuer = source.IssuerOf(facts.Desk, source.First.At);
        return ReceiptForm.Build(new ReceiptInput
        {
            Issuer = issuer,
            Number = (int)number,
            DossierCode = source.Code,
            Applicant = ApplicantOf(facts.Applicant),
            Submitter = facts.Submitter?.Name,
            ProcedureName = source.ProcedureName,
            ProcedureCode = source.ProcedureCode,
            Papers = [.. facts.Papers.Where(p => p.Verdict is PaperVerdict.Ok).Select(LineOf)],
            Sets = facts.Sets,
            LimitWords = TimeLimit.Parse(facts.Limit).Words(),
            ReceivedAt = source.First.At,
            DueAt = facts.DueAt,
            ReturnHow = ReturnHow(facts, issuer),
            Fee = FeeWords(facts, source.Payment),
            BookEntry = (int)number,
            ReceiverName = source.NameOf(source.First.OfficerId),
            Qr = source.Qr(facts.Desk),
        });
    }

    internal async Task<PaperSource?> ReadAsync(string code, CancellationToken ct)
    {
        var head = await (
            from d in db.Dossiers.AsNoTracking()
            join v in db.ProcedureVersions on d.ProcedureVersionId equals v.Id
            join p in db.Set<Procedure>().IgnoreAutoIncludes() on d.ProcedureId equals p.Id
            where d.Code == code
            select new { d.Id, d.Code, d.AgencyId, d.DeskId, v.Name, v.Content, ProcedureCode = p.Code }).SingleOrDefaultAsync(ct);
        if (head is null || (!officer.Sees(head.AgencyId) && !officer.Sees(head.DeskId)))
        {
            return null;
        }

        var lines = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == head.Id).OrderBy(e => e.Seq).ToListAsync(ct);
        var officers = lines.Select(l => l.OfficerId).OfType<OfficerId>().Distinct().ToList();
        var names = await db.Officers.AsNoTracking().Where(o => officers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        List<AgencyId> agencies = [head.AgencyId, head.DeskId];
        var contacts = await db.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Contact, ct);
        return new PaperSource(head.Code, head.Name, head.ProcedureCode, head.Content, lines, names, contacts, officer.Agencies);
    }

    internal static Applicant ApplicantOf(Person person) => new()
    {
        Name = person.Name,
        IdNumber = person.IdNumber,
        BornOn = person.BornOn,
        Address = person.Address,
        Phone = person.Phone,
        Email = person.Email,
    };

    internal static PaperLine LineOf(PaperCheck paper) => new(paper.Name, paper.Originals, paper.Certified, paper.Copies, paper.Electronic ? 1 : 0) { Remark = paper.Reason };

    private static string ReturnHow(ReceivedFacts facts, Issuer issuer) => facts.ReturnBy switch
    {
        FilingChannel.Postal => $"qua bưu chính, gửi đến {facts.ReturnTo}",
        FilingChannel.Online => "bản điện tử, gửi qua tài khoản người nộp",
        _ => $"trực tiếp tại {facts.ReturnTo ?? issuer.Agency}",
    };

    private static string FeeWords(ReceivedFacts facts, PaymentFacts? payment)
    {
        if (facts.FeeDong == 0)
        {
            return facts.FeeNote is null ? "không thu" : $"không thu ({facts.FeeNote})";
        }

        var paid = payment?.Method switch
        {
            null => "chưa thu",
            PaymentMethod.Cash => "đã thu tiền mặt",
            PaymentMethod.Transfer => "đã chuyển khoản",
            _ => "đã thanh toán trực tuyến",
        };
        return $"{Vietnamese.Number(facts.FeeDong)} đồng, {paid}{(facts.FeeNote is null ? "" : $" ({facts.FeeNote})")}";
    }
}
