using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>A citizen files online: kept whole as an intake draft, with a registration code, until the desk has looked at it.</summary>
public sealed class SubmitFiling(MotCuaDb db, OfficeClocks clocks, TimeProvider clock)
{
    /// <param name="Agency">Where it is sent.</param>
    /// <param name="Form">What was filled in; the channel is always online.</param>
    public sealed record Input(AgencyId Agency, IntakeForm Form);

    /// <returns>The registration code.</returns>
    public async Task<Result<string>> RunAsync(Input input, CancellationToken ct)
    {
        var now = clock.Now();
        var applicant = (input.Form.Applicant ?? new Person("")).Tidied();
        if (applicant.Check("Applicant.").Error is { } error)
        {
            return error;
        }

        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == input.Agency, ct);
        if (agency?.VersionAt(now.Day) is null)
        {
            return FilingErrors.AgencyUnknown();
        }

        var version = await db.ProcedureVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == input.Form.Version, ct);
        if (version is not { Status: VersionStatus.Published } || version.ValidFrom > now.Day || version.ValidTo < now.Day)
        {
            return IntakeErrors.NoProcedure();
        }

        await using var transaction = await db.BeginOrJoinAsync(ct);
        var draft = IntakeDraft.Save(Ids.New(), agency.Id, default, input.Form with { Channel = FilingChannel.Online, Applicant = applicant }, now);
        var serial = await db.NextNumberAsync($"filing:{agency.Identifier}", now.Day.ToString("yyMMdd"), ct);
        var filing = Filing.Submit($"{agency.Identifier}-DK-{now.Day:yyMMdd}-{serial:0000}", draft, version.Id, await clocks.ForAsync(agency.Id, ct), now);
        db.IntakeDrafts.Add(draft);
        db.Filings.Add(filing);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return filing.Number;
    }
}
