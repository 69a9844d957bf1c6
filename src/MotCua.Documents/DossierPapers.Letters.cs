using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Documents.Forms;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Documents;

/// <content>Letters to the applicant that end or prolong the matter: refusal, apology, stop.</content>
public sealed partial class DossierPapers
{
    private static readonly string[] HeadOfAgency = ["THỦ TRƯỞNG CƠ QUAN"];

    /// <summary>Form 03: refused at the door, or on merit with the leader's reason (NĐ 61/2018 Điều 19.8).</summary>
    public async Task<Result<OfficialDocument>> RefusalAsync(string code, CancellationToken ct)
    {
        if (await ReadAsync(code, ct) is not { } source)
        {
            return DossierErrors.NotFound(code);
        }

        if (source.First.Kind is EventKind.RefusedAtDoor)
        {
            return source.Facts.ReceiptNumber is { } number ? RefusalForm.Build(RefusalOf(source, source.First, source.Facts.Reason ?? "") with { Number = (int)number }) : NoSuchPaper(code);
        }

        if (source.Lines.FirstOrDefault(l => l.Kind is EventKind.ResultReady) is not { } line || line.ReadFacts() is not ResultFacts { Outcome: Outcome.Denied, Reason: { } reason } facts)
        {
            return NoSuchPaper(code);
        }

        var (written, symbol) = NumberOf(facts.Number, "TCHS");
        var signed = source.Lines.LastOrDefault(l => l.Kind is EventKind.Signed);
        return RefusalForm.Build(RefusalOf(source, line, reason) with
        {
            Number = written,
            Symbol = symbol,
            SignerTitle = TitleOf(source, signed?.OfficerId),
            OfficerName = source.NameOf(signed?.OfficerId),
        });
    }

    /// <summary>Form 04: the signed apology, or the draft that waits for the leader, marked as one.</summary>
    public async Task<Result<OfficialDocument>> ApologyAsync(string code, CancellationToken ct)
    {
        if (await ReadAsync(code, ct) is not { } source)
        {
            return DossierErrors.NotFound(code);
        }

        if (source.First.Kind is not EventKind.Received || source.Facts.DueAt is null)
        {
            return NoSuchPaper(code);
        }

        var clock = await clocks.ForAsync(source.Facts.Agency, ct);
        if (source.Lines.FirstOrDefault(l => l.Kind is EventKind.ApologyIssued) is { } line)
        {
            var facts = (ApologyFacts)line.ReadFacts();
            var (number, symbol) = NumberOf(facts.Number, "PXL");
            var signer = (line.ReadFacts().ConsentBy ?? line.OfficerId) is { } id ? source.Officers.GetValueOrDefault(id) : null;
            return ApologyForm.Build(ApologyOf(source, line.At, facts.NewDue, facts.Cause, facts.Words, clock) with
            {
                Number = number,
                Symbol = symbol,
                SignerTitle = signer is { Name: var name } && name == facts.Signer ? signer.SignsAs() : HeadOfAgency,
                SignerName = facts.Signer,
            });
        }

        var dossier = source.First.DossierId;
        var draft = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.DossierId == dossier && p.Kind == EventKind.ApologyIssued && p.DecidedAt == null, ct);
        return draft is { Order: { NewDue: { } newDue } order }
            ? ApologyForm.Build(ApologyOf(source, draft.ProposedAt, newDue, order.Cause.Text(), order.Words, clock) with { IsDraft = true })
            : NoSuchPaper(code);
    }

    /// <summary>Form 05 of 2025: the office stops settling the dossier.</summary>
    public async Task<Result<OfficialDocument>> StopNoticeAsync(string code, CancellationToken ct)
    {
        if (await ReadAsync(code, ct) is not { } source)
        {
            return DossierErrors.NotFound(code);
        }

        var line = source.Lines.FirstOrDefault(l => l.Kind is EventKind.Stopped);
        if (line is null || !FormSet.InForceOn(Moment.Of(line.At).Day).Has(FormKey.StopNotice))
        {
            return NoSuchPaper(code);
        }

        var signer = line.OfficerId is { } id ? source.Officers.GetValueOrDefault(id) : null;
        return StopNoticeForm.Build(new StopNoticeInput
        {
            Issuer = source.IssuerOf(source.Facts.Desk, line.At),
            Day = Moment.Of(line.At).Day,
            DossierCode = source.Code,
            Applicant = ApplicantOf(source.Facts.Applicant),
            ProcedureName = source.ProcedureName,
            ProcedureCode = source.ProcedureCode,
            ReceivedAt = source.First.At,
            Reason = ((FinishFacts)line.ReadFacts()).Reason,
            SignerTitle = signer?.SignsAs() ?? HeadOfAgency,
            SignerName = source.ActorOf(line),
            Qr = source.Qr(source.Facts.Desk),
        });
    }

    private static RefusalInput RefusalOf(PaperSource source, DossierEvent line, string reason) => new()
    {
        Issuer = source.IssuerOf(source.Facts.Desk, line.At),
        Day = Moment.Of(line.At).Day,
        DossierCode = source.Code,
        Applicant = ApplicantOf(source.Facts.Applicant),
        ProcedureName = source.ProcedureName,
        ProcedureCode = source.ProcedureCode,
        Reason = reason,
        OfficerName = source.ActorOf(line),
    };

    private static ApologyInput ApologyOf(PaperSource source, DateTimeOffset at, DateOnly newDue, string cause, string? words, DeadlineClock clock) => new()
    {
        Issuer = source.IssuerOf(source.Facts.Desk, at),
        Day = Moment.Of(at).Day,
        DossierCode = source.Code,
        Applicant = ApplicantOf(source.Facts.Applicant),
        ProcedureName = source.ProcedureName,
        ProcedureCode = source.ProcedureCode,
        ReceivedAt = source.First.At,
        DueAt = source.PromisedAt(at)!.Value,
        NewDueAt = clock.ClosingOf(newDue),
        Reason = ReasonOf(DelayCauses.Name(cause), words),
        SignerTitle = HeadOfAgency,
        SignerName = "",
        Qr = source.Qr(source.Facts.Desk),
    };

    /// <summary>"Cơ quan phối hợp chậm: chi nhánh đất đai chưa trả lời."</summary>
    private static string ReasonOf(string cause, string? words)
    {
        var begun = char.ToUpperInvariant(cause[0]) + cause[1..];
        return string.IsNullOrWhiteSpace(words) ? $"{begun}." : $"{begun}: {words.Trim().TrimEnd('.')}.";
    }

    /// <summary>"12/PXL" → 12 and PXL; a number of another shape is left to be filled in by hand.</summary>
    private static (int? Number, string Symbol) NumberOf(string? written, string symbol)
    {
        var parts = (written ?? "").Split('/', 2);
        return int.TryParse(parts[0].Trim(), out var number) && number > 0 ? (number, parts.Length > 1 ? parts[1].Trim() : symbol) : (null, symbol);
    }

    private static IReadOnlyList<string> TitleOf(PaperSource source, OfficerId? officer) =>
        officer is { } id && source.Officers.GetValueOrDefault(id) is { } signer ? signer.SignsAs() : HeadOfAgency;
}
