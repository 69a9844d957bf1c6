using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>An administrative procedure ("thủ tục hành chính"): a code that never changes, and versions that hold one after another.</summary>
public sealed class Procedure
{
    private readonly List<ProcedureVersion> versions = [];

    private Procedure()
    {
    }

    public ProcedureId Id { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>The code without dots, for search.</summary>
    public string CodeKey { get; private set; } = "";

    public int Revision { get; private set; } = 1;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ProcedureVersion> Versions => versions.OrderByDescending(v => v.Number).ToList();

    public ProcedureVersion? Draft => versions.Find(v => v.IsDraft);

    public static Result<Procedure> Register(string code) => ProcedureCode.IsCode(code)
        ? new Procedure { Id = Ids.New<ProcedureId>(), Code = code, CodeKey = ProcedureCode.Key(code) }
        : ProcedureErrors.BadCode(code).At("Code");

    public ProcedureVersion? VersionAt(DateOnly day) => versions.Find(v => v.IsInForce(day));

    /// <summary>The version that comes into force next after a day.</summary>
    public ProcedureVersion? NextAfter(DateOnly day) =>
        versions.Where(v => !v.IsDraft && v.ValidFrom > day).MinBy(v => v.ValidFrom);

    /// <summary>The version that a draft is compared with: the one in force, else the newest published one.</summary>
    public ProcedureVersion? BaseAt(DateOnly day) =>
        VersionAt(day) ?? versions.Where(v => !v.IsDraft).MaxBy(v => v.ValidFrom);

    public ProcedureVersion? LastImported => versions.Where(v => v.Origin == VersionOrigin.Import).MaxBy(v => v.Number);

    public ProcedureVersion? Find(ProcedureVersionId id) => versions.Find(v => v.Id == id);

    /// <summary>A draft that starts as a copy of <paramref name="text"/>; a procedure has at most one.</summary>
    public Result<ProcedureVersion> StartDraft(VersionText text, VersionOrigin origin, Moment now)
    {
        if (Draft is { } open)
        {
            return ProcedureErrors.DraftExists(open.Number);
        }

        var draft = ProcedureVersion.Draft(Id, versions.Count == 0 ? 1 : versions.Max(v => v.Number) + 1, origin, text, now);
        versions.Add(draft);
        Revision++;
        return draft;
    }

    public Result SaveDraft(VersionText text, Moment now)
    {
        if (Draft is not { } draft)
        {
            return ProcedureErrors.NoDraft();
        }

        var ok = Check(text);
        if (ok.Succeeded)
        {
            draft.Write(text, now);
            Revision++;
        }

        return ok;
    }

    public Result DiscardDraft()
    {
        if (Draft is not { } draft)
        {
            return ProcedureErrors.NoDraft();
        }

        versions.Remove(draft);
        Revision++;
        return Result.Ok();
    }

    /// <summary>The draft comes into force on a day; the version before it ends the day before, so that days never overlap.</summary>
    public Result<ProcedureVersion> Publish(DateOnly from, string? decisionNo, Moment now)
    {
        if (Draft is not { } draft)
        {
            return ProcedureErrors.NoDraft();
        }

        var ok = Check(draft.Text);
        if (!ok.Succeeded)
        {
            return ok.Error!;
        }

        if (versions.Find(v => !v.IsDraft && v.ValidFrom == from) is { } same)
        {
            return ProcedureErrors.DayTaken(same.Number, from).At("From");
        }

        VersionAt(from)?.EndOn(from.AddDays(-1));
        var next = NextAfter(from);
        draft.Publish(from, next?.ValidFrom!.Value.AddDays(-1), Words(decisionNo), now);
        Revision++;
        return draft;
    }

    /// <summary>The procedure is abolished ("bãi bỏ"): the version in force ends on a day and none follows.</summary>
    public Result EndOn(DateOnly lastDay)
    {
        if (VersionAt(lastDay) is not { } current || NextAfter(lastDay) is not null)
        {
            return ProcedureErrors.CannotEnd(lastDay).At("LastDay");
        }

        current.EndOn(lastDay);
        Revision++;
        return Result.Ok();
    }

    /// <summary>
    /// An import says how the procedure is now. The first one holds since ever, because a source seldom says since when;
    /// a change begins a new version on the day of the import, and a second import of that day replaces it.
    /// </summary>
    /// <returns>True when something changed.</returns>
    public Result<bool> Import(VersionText text, string? decisionNo, DateOnly? firstFrom, Moment now)
    {
        var ok = Check(text);
        if (!ok.Succeeded)
        {
            return ok.Error!;
        }

        var current = VersionAt(now.Day);
        if (current is not null && VersionDiff.Same(current.Text, text) && current.DecisionNo == Words(decisionNo))
        {
            return false;
        }

        if (current is { Origin: VersionOrigin.Import, PublishedAt: { } at } && Moment.Of(at).Day == now.Day)
        {
            current.Write(text, now);
            current.SetDecision(Words(decisionNo));
            Revision++;
            return true;
        }

        var from = versions.Exists(v => !v.IsDraft) ? now.Day : firstFrom ?? ProcedureVersion.SinceEver;
        if (current is not null && current.ValidFrom == from)
        {
            return ProcedureErrors.DayTaken(current.Number, from);
        }

        current?.EndOn(from.AddDays(-1));
        var version = ProcedureVersion.Draft(Id, versions.Count == 0 ? 1 : versions.Max(v => v.Number) + 1, VersionOrigin.Import, text, now);
        version.Publish(from, NextAfter(from)?.ValidFrom!.Value.AddDays(-1), Words(decisionNo), now);
        versions.Add(version);
        Revision++;
        return true;
    }

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Tidy(text);

    // What holds for every version, draft or not.
    private static Result Check(VersionText text)
    {
        if (string.IsNullOrWhiteSpace(text.Name))
        {
            return ProcedureErrors.NoName().At("Name");
        }

        if (Vietnamese.Length(text.Name) > ProcedureErrors.LongestName || Vietnamese.HasForbiddenCharacters(text.Name))
        {
            return ProcedureErrors.BadName().At("Name");
        }

        return string.IsNullOrWhiteSpace(text.Field) ? ProcedureErrors.NoField().At("Field") : StepPlan.Of(text).Check();
    }
}
