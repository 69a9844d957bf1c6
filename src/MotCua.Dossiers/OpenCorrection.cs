using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>
/// A result that was handed over is wrong: a closed dossier is never opened again, a linked one puts it right at the agency's
/// cost (NĐ 61/2018 Điều 21; DOMAIN 2.4).
/// </summary>
public sealed class OpenCorrection(DossierDesk desk, Intake intake, OfficeClocks clocks, TimeProvider clock, MotCuaDb db)
{
    /// <param name="Code">The dossier whose result is wrong.</param>
    /// <param name="SeenRevision">What the page showed.</param>
    /// <param name="WhatIsWrong">What is wrong and how it should read.</param>
    public sealed record Input(string Code, int? SeenRevision, string WhatIsWrong) : ActInput(Code, SeenRevision);

    /// <returns>The code of the new dossier.</returns>
    public async Task<Result<string>> RunAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.BeginOrJoinAsync(ct);
        var now = clock.Now();
        var wrong = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == input.Code, ct);
        if (wrong is null)
        {
            return DossierErrors.NotFound(input.Code);
        }

        if (await db.Dossiers.Where(d => d.CorrectionOf == input.Code && d.FinishedAt == null).Select(d => d.Code).FirstOrDefaultAsync(ct) is { } open)
        {
            return DossierErrors.CorrectionOpen(input.Code, open);
        }

        var facts = await FactsAsync(wrong, input, now, ct);
        var code = await intake.NextCodeAsync(now, ct);
        var number = await intake.NextFormNumberAsync("TNHS", now, ct);
        var result = await desk.ActAsync(
            input with { Late = null },
            EventKind.CorrectionOpened,
            (dossier, at, by) =>
            {
                var opened = dossier.OpenCorrection(code, input.WhatIsWrong, at, by);
                if (opened.Succeeded)
                {
                    db.Dossiers.Add(Dossier.Receive(code, wrong.Field, facts with { ReceiptNumber = number }, now, by));
                }

                return opened;
            },
            ct);
        if (!result.Succeeded)
        {
            db.ChangeTracker.Clear();
            return result.Error!;
        }

        await transaction.CommitAsync(ct);
        return code;
    }

    private async Task<ReceivedFacts> FactsAsync(Dossier wrong, Input input, Moment now, CancellationToken ct)
    {
        var first = await db.DossierEvents.AsNoTracking().SingleAsync(e => e.DossierId == wrong.Id && e.Seq == 1, ct);
        var procedure = await db.Procedures.AsNoTracking().SingleAsync(p => p.Id == wrong.ProcedureId, ct);
        var version = procedure.BaseAt(now.Day);
        var limit = version?.LimitFor(FilingChannel.Direct) ?? wrong.TimeLimit;
        var due = (await clocks.ForAsync(wrong.AgencyId, ct)).Start(now.Instant, limit);
        return (ReceivedFacts)first.ReadFacts() with
        {
            Agency = wrong.AgencyId,
            Version = version?.Id ?? wrong.ProcedureVersionId,
            Channel = FilingChannel.Direct,
            Submitter = null,
            Limit = limit.ToString(),
            OnSupplement = version?.OnSupplement ?? wrong.OnSupplement,
            DueDay = due.DueDay,
            DueAt = due.DueAt,
            Request = Vietnamese.Tidy(input.WhatIsWrong),
            FeeDong = 0,
            FeeNote = "Cơ quan chịu chi phí sửa kết quả",
            Slip = true,
            AssistedOnline = false,
            Reason = null,
            CorrectionOf = wrong.Code,
            Papers = wrong.Papers,
        };
    }
}
