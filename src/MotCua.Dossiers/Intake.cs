using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>
/// What receiving, refusing and guiding share: the form checked against the procedure version in force, and the facts of
/// the event made from it.
/// </summary>
public sealed class Intake(MotCuaDb db, OfficeClocks clocks, CurrentOfficer officer)
{
    public const int LongestText = 2000;

    /// <summary>The form, checked, with the version it names.</summary>
    public sealed record Checked(ProcedureVersion Version, Procedure Procedure, Person Applicant, Person? Submitter);

    /// <summary>Checks officer, procedure version and people; papers and limit are checked by the act that needs them.</summary>
    public async Task<Result<Checked>> CheckAsync(IntakeForm form, Moment now, CancellationToken ct)
    {
        if (!officer.Holds(OfficeRole.Receptionist, officer.AgencyId))
        {
            return IntakeErrors.NotAtDesk();
        }

        if (form.Competent is { } competent && officer.Agencies.StageAt(competent, now.Day) is null)
        {
            return IntakeErrors.AgencyNotInForce(officer.Agencies.NameOf(competent, now.Day));
        }

        if (form.Version is not { } versionId
            || await db.ProcedureVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == versionId, ct) is not { } version)
        {
            return IntakeErrors.NoProcedure();
        }

        if (version.ValidTo is { } last && last < now.Day)
        {
            return IntakeErrors.ProcedureEnded(version.Name, last);
        }

        if (version.Status is not VersionStatus.Published || version.ValidFrom > now.Day)
        {
            return IntakeErrors.ProcedureNotYet(version.Name, version.ValidFrom ?? now.Day);
        }

        var applicant = (form.Applicant ?? new Person("")).Tidied();
        var submitter = string.IsNullOrWhiteSpace(form.Submitter?.Name) ? null : form.Submitter.Tidied();
        var error = applicant.Check("Applicant.").Error ?? submitter?.Check("Submitter.").Error ?? TooLong(form);
        if (error is not null)
        {
            return error;
        }

        var procedure = await db.Procedures.AsNoTracking().SingleAsync(p => p.Id == version.ProcedureId, ct);
        return new Checked(version, procedure, applicant, submitter);
    }

    /// <summary>The limit that this dossier gets: the version's for its channel, else what the officer keyed.</summary>
    public static Result<TimeLimit> LimitOf(ProcedureVersion version, IntakeForm form)
    {
        if (version.LimitFor(form.Channel) is { } published)
        {
            return published;
        }

        if (string.IsNullOrWhiteSpace(form.Limit))
        {
            return IntakeErrors.LimitUnknown();
        }

        return TimeLimit.TryParse(form.Limit.Trim(), out var keyed) ? keyed : IntakeErrors.LimitUnreadable(form.Limit);
    }

    public static Result CheckPapers(IntakeForm form)
    {
        var bad = form.Papers.Where(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong).ToList();
        return bad.Find(p => string.IsNullOrWhiteSpace(p.Reason)) is { } silent ? IntakeErrors.PaperReasonMissing(silent.Number) : Result.Ok();
    }

    public async Task<ReceivedFacts> FactsAsync(Checked form, IntakeForm keyed, TimeLimit limit, Moment now, CancellationToken ct)
    {
        var agency = keyed.Competent ?? officer.AgencyId;
        var clock = await clocks.ForAsync(agency, ct);
        var due = clock.Start(now.Instant, limit);
        return new ReceivedFacts
        {
            Agency = agency,
            Desk = officer.AgencyId,
            Procedure = form.Procedure.Id,
            Version = form.Version.Id,
            Channel = keyed.Channel,
            Applicant = form.Applicant,
            Submitter = form.Submitter,
            Limit = limit.ToString(),
            OnSupplement = form.Version.OnSupplement,
            DigitisationRequired = form.Version.DigitisationRequired,
            DueDay = due.DueDay,
            DueAt = due.DueAt,
            Request = Clean(keyed.Request),
            ReturnBy = keyed.ReturnBy,
            ReturnTo = Clean(keyed.ReturnTo),
            FeeDong = keyed.FeeDong ?? 0,
            FeeNote = Clean(keyed.FeeNote),
            Sets = keyed.Sets,

            // This form is keyed at the counter: an online filing in it is one that the officer makes for the citizen.
            AssistedOnline = keyed.Channel == FilingChannel.Online,
            Reason = Clean(keyed.Reason),
            Papers = keyed.Papers,
        };
    }

    /// <summary>The next dossier code of the receiving agency and day, without gaps, inside the caller's transaction.</summary>
    public async Task<string> NextCodeAsync(Moment now, CancellationToken ct)
    {
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == officer.AgencyId, ct);
        var identifier = agency.Identifier;
        var serial = await db.NextNumberAsync($"dossier:{identifier}", now.Day.ToString("yyMMdd"), ct);
        return DossierCode.Of(identifier, now.Day, serial);
    }

    /// <summary>The next number of a form in the agency's year (NĐ 30/2020 Điều 15: from 01 on 1 January).</summary>
    public Task<long> NextFormNumberAsync(string form, Moment now, CancellationToken ct) =>
        db.NextNumberAsync($"{form}:{officer.AgencyId.Value}", now.Day.Year.ToString(), ct);

    /// <summary>Adds the name to the dictionary that search goes through.</summary>
    public async Task RememberNameAsync(string key, CancellationToken ct) =>
        await db.Database.GetDbConnection().ExecuteAsync(new CommandDefinition(
            "insert into applicant_names (key) values (@key) on conflict do nothing",
            new { key },
            db.Database.CurrentTransaction?.GetDbTransaction(),
            cancellationToken: ct));

    public async Task CloseDraftAsync(Guid? draftId, Moment now, CancellationToken ct)
    {
        if (draftId is { } id && await db.IntakeDrafts.SingleOrDefaultAsync(d => d.Id == id && d.ClosedAt == null, ct) is { } draft)
        {
            draft.Close(now);
        }
    }

    private static Error? TooLong(IntakeForm form)
    {
        foreach (var (field, text) in new[] { ("Request", form.Request), ("Reason", form.Reason), ("ReturnTo", form.ReturnTo), ("FeeNote", form.FeeNote), ("Applicant.Address", form.Applicant?.Address) })
        {
            if (text is not null && Vietnamese.Length(text) > LongestText)
            {
                return IntakeErrors.TooLong(field, LongestText);
            }
        }

        return null;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Tidy(text);
}
