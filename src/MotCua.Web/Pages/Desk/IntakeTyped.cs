using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Desk;

/// <summary>The intake form as it stands on the screen: text only, so that nothing typed is lost to a wrong format.</summary>
public sealed class IntakeTyped
{
    /// <summary>Key of this form; the same key acts once.</summary>
    public string? PostId { get; set; }

    public string? DraftId { get; set; }

    /// <summary>What the procedure is searched by.</summary>
    public string? Q { get; set; }

    /// <summary>The procedure version chosen before.</summary>
    public string? Version { get; set; }

    /// <summary>The version whose button was pressed now.</summary>
    public string? Choose { get; set; }

    /// <summary>The competent agency chosen before; nothing: the desk's own.</summary>
    public string? Competent { get; set; }

    /// <summary>What another agency is searched by.</summary>
    public string? CompetentQ { get; set; }

    /// <summary>The agency whose button was pressed now.</summary>
    public string? ChooseAgency { get; set; }

    /// <summary>The box for the card's QR line, a number, a name or a phone.</summary>
    public string? Scan { get; set; }

    /// <summary>The earlier dossier whose applicant was chosen now.</summary>
    public string? Take { get; set; }

    /// <summary>The earlier dossier whose submitter was chosen now.</summary>
    public string? TakeSubmitter { get; set; }

    /// <summary>Where the applicant came from: card, earlier, or nothing when typed.</summary>
    public string? Source { get; set; }

    /// <summary>all-ok: the papers not looked at yet are all right (F4).</summary>
    public string? Do { get; set; }

    public PersonTyped Applicant { get; set; } = new();

    public string? ForAnother { get; set; }

    public PersonTyped Submitter { get; set; } = new();

    public string? Request { get; set; }

    public string? Channel { get; set; } = FilingChannel.Direct.Text();

    public string? Limit { get; set; }

    public string? LimitUnit { get; set; } = "wd";

    public string? FeeDong { get; set; }

    /// <summary>The version and channel for which the fee was filled in; another choice fills it anew.</summary>
    public string? FeeOf { get; set; }

    public string? FeeNote { get; set; }

    public string? PaidBy { get; set; }

    public string? Sets { get; set; } = "1";

    public string? ReturnBy { get; set; } = FilingChannel.Direct.Text();

    public string? ReturnTo { get; set; }

    public string? Reason { get; set; }

    /// <summary>The version that the papers belong to; with another version they start anew.</summary>
    public string? PapersOf { get; set; }

    /// <summary>As many as the version lists; read by hand, since a list is no longer than the version says.</summary>
    [BindNever]
    public IReadOnlyList<PaperTyped> Papers { get; set; } = [];

    public bool IsForAnother => ForAnother is not null;

    public bool HasPerson => !string.IsNullOrWhiteSpace(Applicant.Name) || !string.IsNullOrWhiteSpace(Applicant.IdNumber);

    public ProcedureVersionId? VersionId => Guid.TryParse(Version, out var id) ? new ProcedureVersionId(id) : null;

    public AgencyId? CompetentId => Guid.TryParse(Competent, out var id) ? new AgencyId(id) : null;

    public static IntakeTyped New() => new() { PostId = Ids.New().ToString() };

    /// <summary>A saved form, back on the screen.</summary>
    public static IntakeTyped From(IntakeForm form, Guid? draft, ProcedureVersion? version)
    {
        var (limit, unit) = IntakeLimit.Split(form.Limit);
        var typed = New();
        typed.DraftId = draft?.ToString();
        typed.Version = form.Version?.Value.ToString();
        typed.Competent = form.Competent?.Value.ToString();
        typed.Applicant = PersonTyped.From(form.Applicant);
        typed.ForAnother = form.Submitter is null ? null : "yes";
        typed.Submitter = PersonTyped.From(form.Submitter);
        typed.Request = form.Request;
        typed.Channel = form.Channel.Text();
        (typed.Limit, typed.LimitUnit) = (limit, unit ?? "wd");
        typed.FeeDong = form.FeeDong is { } fee ? Vietnamese.Number(fee) : null;
        typed.FeeNote = form.FeeNote;
        typed.PaidBy = form.PaidBy?.Text();
        typed.Sets = form.Sets.ToString();
        (typed.ReturnBy, typed.ReturnTo) = (form.ReturnBy.Text(), form.ReturnTo);
        typed.Reason = form.Reason;
        if (version is not null)
        {
            typed.PapersOf = typed.Version;
            typed.Papers = [.. version.Content.Papers.Select((p, i) => form.Papers.FirstOrDefault(c => c.Number == i + 1) is { } check
                ? PaperTyped.From(check)
                : PaperTyped.Start(p, form.Channel) with { Verdict = null })];
            typed.FeeOf = form.FeeDong is null ? null : typed.FeeKey;
        }

        return typed;
    }

    public FilingChannel FiledBy => Snake.Parse<FilingChannel>(Channel) ?? FilingChannel.Direct;

    public string FeeKey => $"{Version}:{Channel}";

    /// <summary>Brings papers and fee in line with the version and channel chosen.</summary>
    /// <param name="version">The version chosen.</param>
    /// <param name="shown">The version whose papers were on the screen.</param>
    /// <param name="posted">The form, when one was sent.</param>
    public void Follow(ProcedureVersion? version, ProcedureVersion? shown, IFormCollection? posted)
    {
        if (version is null)
        {
            return;
        }

        if (posted is not null || PapersOf != Version)
        {
            Papers = [.. version.Content.Papers.Select((p, i) => PaperOf(p, i, shown, posted))];
            PapersOf = Version;
        }

        if (Do == "all-ok")
        {
            // A paper whose words name a condition is for the officer to look at, also now.
            Papers = [.. Papers.Zip(version.Content.Papers, (p, listed) =>
                p.Verdict is null && listed.NeedOn(FiledBy) == PaperNeed.Always ? p with { Verdict = PaperVerdict.Ok.Text() } : p)];
        }

        if (FeeOf != FeeKey)
        {
            var fee = version.Content.FeeFor(FiledBy);
            (FeeOf, FeeDong) = (FeeKey, fee?.Dong is { } dong ? Vietnamese.Number(dong) : null);
        }
    }

    // A paper of the same name keeps what was found of it when another version of the procedure takes the place of the first.
    private PaperTyped PaperOf(RequiredPaper paper, int index, ProcedureVersion? shown, IFormCollection? posted)
    {
        if (posted is null || shown is null)
        {
            return PaperTyped.Start(paper, FiledBy);
        }

        if (shown.Id == VersionId)
        {
            return PaperTyped.Read(posted, index);
        }

        var same = shown.Content.Papers.ToList().FindIndex(p => p.Name == paper.Name);
        return same < 0 || PaperTyped.Read(posted, same) is not { Verdict: not null } found
            ? PaperTyped.Start(paper, FiledBy)
            : PaperTyped.Start(paper, FiledBy) with { Verdict = found.Verdict, Reason = found.Reason };
    }
}

public sealed class PersonTyped
{
    public string? Name { get; set; }

    public string? IdNumber { get; set; }

    public string? OldIdNumber { get; set; }

    public string? BornOn { get; set; }

    public string? Sex { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public static PersonTyped From(Person? person) => person is null ? new() : new()
    {
        Name = person.Name,
        IdNumber = person.IdNumber,
        OldIdNumber = person.OldIdNumber,
        BornOn = person.BornOn is { } day ? Vietnamese.Date(day) : null,
        Sex = person.Sex,
        Address = person.Address,
        Phone = person.Phone,
        Email = person.Email,
    };

    /// <summary>What a card says takes the place of what was typed; what a card does not carry stays.</summary>
    public void TakeFrom(Person person)
    {
        (Phone, Email) = (person.Phone ?? Phone, person.Email ?? Email);
        (Name, IdNumber, OldIdNumber) = (person.Name, person.IdNumber, person.OldIdNumber);
        (BornOn, Sex, Address) = (person.BornOn is { } day ? Vietnamese.Date(day) : null, person.Sex, person.Address);
    }
}

/// <summary>One paper of the list as typed; <paramref name="Verdict"/> null: not looked at yet.</summary>
public sealed record PaperTyped(string? Verdict, string? Reason, string? Originals, string? Certified, string? Copies, bool Electronic)
{
    public bool Is(PaperVerdict verdict) => Verdict == verdict.Text();

    /// <summary>Counts start as the procedure asks for them; a paper of a special case starts as not needed.</summary>
    public static PaperTyped Start(RequiredPaper paper, FilingChannel channel) => new(
        paper.NeedOn(channel) == PaperNeed.InACase ? PaperVerdict.NotNeeded.Text() : null, null, $"{paper.Originals}", $"{paper.CertifiedCopies}", $"{paper.Copies}", false);

    public static PaperTyped From(PaperCheck check) =>
        new(check.Verdict.Text(), check.Reason, $"{check.Originals}", $"{check.Certified}", $"{check.Copies}", check.Electronic);

    public static PaperTyped Read(IFormCollection posted, int index)
    {
        string? At(string name) => posted.TryGetValue($"Papers[{index}].{name}", out var value) && value.ToString() is { Length: > 0 } text ? text : null;
        return new PaperTyped(At("Verdict"), At("Reason"), At("Originals"), At("Certified"), At("Copies"), At("Electronic") is not null);
    }
}
