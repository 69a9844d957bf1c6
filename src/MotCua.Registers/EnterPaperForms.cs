using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>
/// A pile of paper rating forms is keyed at once: all are saved or none, every wrong line is named. A form that names a dossier rates it
/// in its ledger, at the day of the form; one without counts by its field.
/// </summary>
public sealed class EnterPaperForms(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <summary>Who may key them, in the agency.</summary>
    public static IReadOnlyList<OfficeRole> Keepers { get; } = [.. DossierMoves.All[EventKind.Rated].Roles];

    /// <param name="Number">Of the line on the screen, from 1.</param>
    /// <param name="Code">A dossier code, or what a scanner reads from the slip; empty: none.</param>
    /// <param name="Field">For a form without a dossier.</param>
    /// <param name="Rating">1 to 5.</param>
    /// <param name="Answers">To the single questions.</param>
    public sealed record Line(int Number, string? Code, string? Field, int Rating, SurveyAnswers Answers);

    /// <param name="Agency">Whose forms.</param>
    /// <param name="Day">On which they were filled in.</param>
    /// <param name="Lines">In the order of the screen.</param>
    /// <param name="DryRun">Check only.</param>
    public sealed record Input(AgencyId Agency, DateOnly Day, IReadOnlyList<Line> Lines, bool DryRun = false);

    /// <summary>What is wrong with a line; 0: with all of them.</summary>
    public sealed record Fault(int Line, Error Error);

    /// <returns>Every fault; none when all forms are saved.</returns>
    public async Task<IReadOnlyList<Fault>> RunAsync(Input input, CancellationToken ct)
    {
        var now = clock.Now();
        if (!Keepers.Any(role => officer.Holds(role, input.Agency)))
        {
            return [new Fault(0, RegisterErrors.NotAllowed(Keepers))];
        }

        if (input.Day > now.Day)
        {
            return [new Fault(0, RegisterErrors.InFuture("Day"))];
        }

        var codes = input.Lines.Where(l => !string.IsNullOrWhiteSpace(l.Code)).Select(l => DossierCode.FromScan(l.Code!)).Distinct(StringComparer.Ordinal).ToList();
        var dossiers = await db.Dossiers.Where(d => codes.Contains(d.Code)).ToDictionaryAsync(d => d.Code, StringComparer.Ordinal, ct);
        var fields = await SurveyFields.OfAsync(db.Database.GetDbConnection(), input.Agency, now, ct);
        var (faults, seen) = (new List<Fault>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var line in input.Lines)
        {
            var form = Read(line, input, dossiers, fields, seen, now);
            if (!form.Succeeded)
            {
                faults.Add(new Fault(line.Number, form.Error!));
                continue;
            }

            db.Add(form.Value);
            db.AddRange(form.Value.NewChanges);
        }

        if (faults.Count > 0 || input.DryRun)
        {
            db.ChangeTracker.Clear();
            return faults;
        }

        NoticeQueue.Enqueue(db, now);
        try
        {
            await db.SaveChangesAsync(ct);
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return [new Fault(0, RegisterErrors.ChangedMeanwhile())];
        }
    }

    private Result<SurveyForm> Read(
        Line line, Input input, Dictionary<string, Dossier> dossiers, IReadOnlyList<string> fields, Dictionary<string, int> seen, Moment now)
    {
        if (string.IsNullOrWhiteSpace(line.Code))
        {
            return line.Field is { Length: > 0 } field && fields.Contains(field)
                ? SurveyForm.OnPaper(input.Agency, null, field, line.Rating, line.Answers, AtOn(input.Day, null, now), officer.Id, now)
                : RegisterErrors.FormWithoutField();
        }

        var code = DossierCode.FromScan(line.Code);
        if (!dossiers.TryGetValue(code, out var dossier) || !DossierDesk.May(officer, dossier, EventKind.Rated))
        {
            return DossierErrors.NotFound(code);
        }

        if (!seen.TryAdd(code, line.Number))
        {
            return RegisterErrors.FormTwice(code, seen[code]);
        }

        var at = AtOn(input.Day, dossier.LastEventAt, now);
        var rated = dossier.Rate(new RatingFacts(line.Rating, RatingVia.Paper), at, Actor.Of(officer.Id), input.Day == now.Day ? null : now.Instant);
        return rated.Succeeded
            ? SurveyForm.OnPaper(input.Agency, dossier.Id, dossier.Field, line.Rating, line.Answers, at, officer.Id, now)
            : rated.Error!;
    }

    /// <summary>A form knows its day only: noon of it, and never before what happened to the dossier that day.</summary>
    private static Moment AtOn(DateOnly day, DateTimeOffset? after, Moment now)
    {
        if (day == now.Day)
        {
            return now;
        }

        var noon = Moment.At(day, new TimeOnly(12, 0));
        return after is { } last && last > noon.Instant && Moment.Of(last).Day == day ? Moment.Of(last) : noon;
    }
}
