using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Documents.Forms;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Documents;

/// <summary>The papers of a dossier, made from the facts of its ledger: what was true on the paper's day, not what is true now.</summary>
public sealed partial class DossierPapers(MotCuaDb db, CurrentOfficer officer, OfficeClocks clocks)
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
        var clock = await clocks.ForAsync(facts.Agency, ct);
        return ReceiptForm.Build(new ReceiptInput
        {
            Issuer = issuer,
            Number = (int)number,
            DossierCode = source.Code,
            Applicant = ApplicantOf(facts.Applicant),
            Submitter = facts.Submitter?.Name,
            ProcedureName = source.ProcedureName,
            ProcedureCode = source.ProcedureCode,
            CompetentAgency = facts.Agency == facts.Desk ? null : source.Agencies.NameOf(facts.Agency, Moment.Of(source.First.At).Day),
            Papers = [.. facts.Papers.Where(p => p.Verdict is PaperVerdict.Ok).Select(LineOf)],
            Sets = facts.Sets,
            LimitWords = TimeLimit.Parse(facts.Limit).Words(),
            ReceivedAt = source.First.At,
            DueAt = facts.DueAt,
            Counting = CountingOf(clock, source.First.At, facts),
            ReturnHow = ReturnHow(facts, issuer),
            Fee = FeeWords(facts, source.Payment),
            BookEntry = (int)number,
            ReceiverName = source.NameOf(source.First.OfficerId),
            Qr = source.Qr(facts.Desk),
            Adjusted = AdjustmentOf(source),
        });
    }

    /// <summary>The event promises another date: the slip is issued again, as an adjustment and no apology (DOMAIN 2.7).</summary>
    public static bool Adjusts(DossierEvent line) => line.Kind is EventKind.VerificationOpened or EventKind.Supplemented or EventKind.Resumed;

    private static SlipAdjustment? AdjustmentOf(PaperSource source)
    {
        var lines = source.Lines.Where(Adjusts).ToList();
        return lines is not [.., var last] ? null : last.ReadFacts() switch
        {
            VerificationFacts facts => new SlipAdjustment(lines.Count, last.At, facts.DueAt, $"phải xác minh “{facts.Leg.Task.TrimEnd('.')}”", TimeLimit.Parse(facts.Limit).Words()),
            DueFacts facts when last.Kind is EventKind.Supplemented => new SlipAdjustment(lines.Count, last.At, facts.DueAt, $"nhận đủ giấy tờ bổ sung ngày {Vietnamese.Date(Moment.Of(last.At).Day)}"),
            DueFacts facts => new SlipAdjustment(lines.Count, last.At, facts.DueAt, $"lý do tạm dừng đã hết, tính tiếp từ ngày {Vietnamese.Date(Moment.Of(last.At).Day)}"),
            _ => null,
        };
    }

    /// <summary>Form 02 after appraisal: the request of a round counted from 1, the newest when none is named.</summary>
    public async Task<Result<OfficialDocument>> SupplementAsync(string code, int? round, CancellationToken ct)
    {
        if (await ReadAsync(code, ct) is not { } source)
        {
            return DossierErrors.NotFound(code);
        }

        var requests = source.Lines.Where(l => l.Kind is EventKind.SupplementRequested).ToList();
        var at = round ?? requests.Count;
        if (at < 1 || at > requests.Count)
        {
            return NoSuchPaper(code);
        }

        var (line, facts) = (requests[at - 1], (ReasonFacts)requests[at - 1].ReadFacts());
        var limit = TimeLimit.Parse(source.Facts.Limit).Words();
        var issuer = source.IssuerOf(source.Facts.Desk, line.At);
        return SupplementForm.Build(new SupplementInput
        {
            Issuer = issuer,
            Number = (int?)facts.Number,
            Day = Moment.Of(line.At).Day,
            DossierCode = source.Code,
            Round = at,
            Applicant = ApplicantOf(source.Facts.Applicant),
            ProcedureName = source.ProcedureName,
            ProcedureCode = source.ProcedureCode,
            Papers = [.. source.PapersBefore(line).Where(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong).Select(LineOf)],
            Reason = facts.Reason,
            ClockWords = source.Facts.OnSupplement is SupplementPolicy.Restart ? $"tạm dừng; nộp đủ, thời hạn tính lại từ đầu: {limit}" : "tạm dừng; nộp đủ, thời hạn tính tiếp phần còn lại",
            OfficerName = source.ActorOf(line),
            Qr = source.Qr(source.Facts.Desk),
        });
    }

    /// <summary>Form 02 at the counter: the citizen is guided in writing before anything is received.</summary>
    public async Task<Result<OfficialDocument>> GuidanceAsync(Guid draftId, CancellationToken ct)
    {
        var draft = await db.IntakeDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId, ct);
        if (draft is not { GuidedAt: { } at, GuidanceNumber: { } number, ProcedureVersionId: { } versionId } || !officer.Sees(draft.AgencyId))
        {
            return NoSuchPaper(draftId.ToString());
        }

        var procedure = await (
            from v in db.ProcedureVersions.AsNoTracking()
            join p in db.Set<Procedure>().IgnoreAutoIncludes() on v.ProcedureId equals p.Id
            where v.Id == versionId
            select new { v.Name, p.Code }).SingleAsync(ct);
        var name = await db.Officers.AsNoTracking().Where(o => o.Id == draft.OfficerId).Select(o => o.Name).SingleAsync(ct);
        var contact = await db.Agencies.AsNoTracking().Where(a => a.Id == draft.AgencyId).Select(a => a.Contact).SingleAsync(ct);
        var day = Moment.Of(at).Day;
        return SupplementForm.Build(new SupplementInput
        {
            Issuer = Issuers.Of(draft.AgencyId, contact, officer.Agencies, day),
            Number = (int)number,
            Day = day,
            Applicant = ApplicantOf(draft.Content.Applicant ?? new Person("")),
            ProcedureName = procedure.Name,
            ProcedureCode = procedure.Code,
            Papers = [.. draft.Content.Papers.Where(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong).Select(LineOf)],
            Reason = draft.Content.Reason ?? "Thành phần hồ sơ chưa đủ hoặc chưa đúng theo quy định của thủ tục",
            OfficerName = name,
        });
    }

    /// <summary>Form 05 of 2018, 06 of 2025: who had the dossier from when to when.</summary>
    public async Task<Result<OfficialDocument>> ControlSlipAsync(string code, CancellationToken ct)
    {
        if (await ReadAsync(code, ct) is not { } source)
        {
            return DossierErrors.NotFound(code);
        }

        if (source.First.Kind is not EventKind.Received)
        {
            return NoSuchPaper(code);
        }

        var clock = await clocks.ForAsync(source.Facts.Agency, ct);
        var issuer = source.IssuerOf(source.Facts.Desk, source.First.At);
        var others = source.Lines.Select(source.PlaceAskedBy).OfType<string>().Distinct().ToList();
        var steps = new ControlSteps(source, clock, issuer.Agency).Tell();
        return ControlSlipForm.Build(new ControlSlipInput
        {
            Issuer = issuer,
            DossierCode = source.Code,
            ProcedureName = source.ProcedureName,
            ProcedureCode = source.ProcedureCode,
            ApplicantName = source.Facts.Applicant.Name,
            CompetentAgency = source.Agencies.NameOf(source.Facts.Agency, Moment.Of(source.First.At).Day),
            SupportingAgencies = others.Count == 0 ? null : string.Join(", ", others),
            ReceivedAt = source.First.At,
            DueAt = source.Facts.DueAt,
            HandOvers = steps,
            OnA4 = steps.Count > 5,
        });
    }

    internal async Task<PaperSource?> ReadAsync(string code, CancellationToken ct)
    {
        var head = await (
            from d in db.Dossiers.AsNoTracking()
            join v in db.ProcedureVersions on d.ProcedureVersionId equals v.Id
            join p in db.Set<Procedure>().IgnoreAutoIncludes() on d.ProcedureId equals p.Id
            where d.Code == code
            select new { d.Id, d.Code, d.AgencyId, d.DeskId, d.Legs, v.Name, v.Content, ProcedureCode = p.Code }).SingleOrDefaultAsync(ct);
        if (head is null || !DossierDesk.Sees(officer, head.AgencyId, head.DeskId, head.Legs))
        {
            return null;
        }

        var lines = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == head.Id).OrderBy(e => e.Seq).ToListAsync(ct);
        var officers = lines.SelectMany(l => new[] { l.OfficerId, PaperSource.HolderAfter(l), l.ReadFacts().ConsentBy }).OfType<OfficerId>().Distinct().ToList();
        var names = await db.Officers.AsNoTracking().Where(o => officers.Contains(o.Id)).Select(o => new PaperOfficer(o.Id, o.Name, o.Title)).ToDictionaryAsync(o => o.Id, ct);
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

    // A calendar that changed since would explain another date than the one that was promised.
    private static string? CountingOf(DeadlineClock clock, DateTimeOffset received, ReceivedFacts facts)
    {
        var limit = TimeLimit.Parse(facts.Limit);
        var days = clock.Explain(new DeadlineCase(received, limit, []));
        return days[^1].Day == facts.DueDay ? CountedDays.Words(limit, days) : null;
    }

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
