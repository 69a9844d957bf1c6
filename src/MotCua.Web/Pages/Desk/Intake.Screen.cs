using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Desk;

/// <summary>What the page shows beside what was typed.</summary>
public sealed partial class IntakeModel
{
    /// <summary>The id of the button that ends the intake.</summary>
    public const string Receive = "tn-nhan-ho-so";

    private const int LongestScan = 1000;

    private bool looked;

    public Moment Now { get; private set; }

    public string AgencyName { get; private set; } = "";

    /// <summary>The confirm step before a refusal takes the place of the form.</summary>
    public bool Refusing { get; private set; }

    public ProcedureVersion? Version { get; private set; }

    public string? ProcedureCode { get; private set; }

    /// <summary>What the search found; null when nothing was searched.</summary>
    public IReadOnlyList<ProcedureHit>? Hits { get; private set; }

    public IReadOnlyList<ProcedureHit> Frequent { get; private set; } = [];

    /// <summary>Who files for others at this desk again and again: couriers, mostly.</summary>
    public IReadOnlyList<UsualSubmitter> UsualSubmitters { get; private set; } = [];

    public IReadOnlyList<EarlierPerson> Suggestions { get; private set; } = [];

    /// <summary>What came of the scan box, in words, when it filled nothing.</summary>
    public string? ScanSaid { get; private set; }

    public IReadOnlyList<OpenDossier> Open { get; private set; } = [];

    public IReadOnlyList<OpenDossier> Duplicates => [.. Open.Where(o => o.Procedure == Version?.ProcedureId)];

    public ChannelFee? Fee { get; private set; }

    public FilingChannel Channel => Typed.FiledBy;

    /// <summary>The source names no limit for this channel: the officer does.</summary>
    public bool LimitAsked => Version is not null && Version.LimitFor(Channel) is null && !FinishesNow;

    public IntakeDue? Due { get; private set; }

    public int DraftCount { get; private set; }

    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    public string? DraftSearch { get; private set; }

    /// <summary>The box to go to next; null leaves the cursor where it is.</summary>
    public string? Focus { get; private set; }

    public int Bad => Typed.Papers.Count(p => p.Is(PaperVerdict.Missing) || p.Is(PaperVerdict.Wrong));

    public int Count(PaperVerdict verdict) => Typed.Papers.Count(p => p.Is(verdict));

    public int Unseen => Typed.Papers.Count(p => p.Verdict is null);

    /// <summary>Carries out what the form asks to be found: a procedure chosen, a card read, a person taken over.</summary>
    private async Task LookAsync(CancellationToken ct)
    {
        if (looked)
        {
            return;
        }

        looked = true;
        Now = clock.Now();
        if (Typed.Choose is not null)
        {
            (Typed.Version, Typed.Choose, Typed.Q, Focus) = (Typed.Choose, null, null, Typed.HasPerson ? "Papers_0__Verdict" : "Scan");
        }

        TakeAgency();
        Version = await VersionAsync(Typed.VersionId, ct);
        if (Version is null)
        {
            Typed.Version = null;
        }

        await ReadPersonAsync(ct);
        var shown = Guid.TryParse(Typed.PapersOf, out var papersOf) && papersOf != Version?.Id.Value
            ? await VersionAsync(new ProcedureVersionId(papersOf), ct)
            : Version;
        Typed.Follow(Version, Typed.PapersOf is null ? null : shown, Request.HasFormContentType ? Request.Form : null);
        if (Typed.Do == "all-ok")
        {
            Focus = AfterPapers();
        }

        Typed.Do = null;
    }

    private string AfterPapers()
    {
        var unseen = Typed.Papers.ToList().FindIndex(p => p.Verdict is null);
        if (unseen >= 0)
        {
            return $"Papers_{unseen}__Verdict";
        }

        if (LimitAsked && Typed.Limit is null)
        {
            return "Limit";
        }

        return Typed.FeeDong is null ? "FeeDong" : Receive;
    }

    private async Task LoadAsync(string? draftSearch, CancellationToken ct)
    {
        await LookAsync(ct);
        var today = Now.Day;
        AgencyName = officer.Agencies.NameOf(officer.AgencyId, today) ?? "";
        if (Version is not null)
        {
            ProcedureCode = await db.Procedures.AsNoTracking().Where(p => p.Id == Version.ProcedureId).Select(p => p.Code).SingleAsync(ct);
            Fee = Version.Content.FeeFor(Channel);
            await CountDaysAsync(ct);
        }

        await FindProceduresAsync(today, ct);
        await FindAgenciesAsync(ct);
        UsualSubmitters = Typed.IsForAnother && string.IsNullOrWhiteSpace(Typed.Submitter.Name)
            ? await IntakeLookups.UsualSubmittersAsync(db, officer.AgencyId, Now, ct)
            : [];
        var person = new IntakeReader(Typed, Version, today).Read().Applicant!.Tidied();
        Open = person.IdNumber is null && person.Name.Length == 0 ? [] : await IntakeLookups.OpenAsync(db, officer.AgencyId, person, ct);
        (DraftSearch, (DraftCount, Drafts)) = (draftSearch, await IntakeLookups.DraftsAsync(db, officer.AgencyId, draftSearch, ct));
        if (Version is null && !Typed.HasPerson && ModelState.IsValid && draftSearch is null)
        {
            Focus ??= "Q";
        }
    }

    private async Task FindProceduresAsync(DateOnly today, CancellationToken ct)
    {
        if (Version is not null && !Version.IsInForce(today))
        {
            Hits = await ProcedureSearch.InForceAsync(db, [Version.ProcedureId], today, ct);
        }
        else if (!string.IsNullOrWhiteSpace(Typed.Q))
        {
            Hits = await ProcedureSearch.FindAsync(db, Typed.Q, today, 7, ct);
        }

        var frequent = await IntakeLookups.FrequentAsync(db, officer.AgencyId, Now, ct);
        Frequent = frequent.Count == 0 ? [] : await ProcedureSearch.InForceAsync(db, frequent, today, ct);
    }

    private async Task CountDaysAsync(CancellationToken ct)
    {
        var form = new IntakeReader(Typed, Version, Now.Day).Read();
        var limit = Intake.LimitOf(Version!, form);
        if (limit.Succeeded)
        {
            Due = IntakeDue.Of(await clocks.ForAsync(CompetentId, ct), limit.Value, Now.Instant, t);
        }
    }

    private async Task<ProcedureVersion?> VersionAsync(ProcedureVersionId? id, CancellationToken ct) =>
        id is null ? null : await db.ProcedureVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id && v.Status == VersionStatus.Published, ct);

    private async Task ReadPersonAsync(CancellationToken ct)
    {
        if (Typed.TakeSubmitter is { } filed)
        {
            Typed.TakeSubmitter = null;
            if (await IntakeLookups.PeopleOfAsync(db, officer.AgencyId, filed, ct) is (_, { } submitter))
            {
                Typed.Submitter.TakeFrom(submitter);
                Focus = Typed.HasPerson ? "Request" : "Scan";
            }

            return;
        }

        var code = Typed.Take;
        Typed.Take = null;
        if (code is not null)
        {
            if (await IntakeLookups.PeopleOfAsync(db, officer.AgencyId, code, ct) is var (person, _))
            {
                TakeOver(person, "earlier");
            }

            return;
        }

        if (string.IsNullOrWhiteSpace(Typed.Scan))
        {
            return;
        }

        if (Typed.Scan.Length > LongestScan)
        {
            Refuse(new Error("intake.scan-too-long", "Dòng quét dài quá {0} chữ, không phải mã của một thẻ. Xóa ô rồi quét lại.", LongestScan) { Field = "Scan" });
            return;
        }

        await ReadScanAsync(Typed.Scan.Trim(), ct);
    }

    private async Task ReadScanAsync(string scan, CancellationToken ct)
    {
        if (CardLine.LooksLikeOne(scan))
        {
            var card = CardLine.Read(scan);
            if (!card.Succeeded)
            {
                Refuse(card.Error! with { Field = "Scan" });
                Focus = "Scan";
                return;
            }

            var known = await IntakeLookups.EarlierAsync(db, officer.AgencyId, card.Value.IdNumber!, ct);
            var before = known is [var first, ..] ? first.Person : null;
            TakeOver(card.Value with { Phone = before?.Phone, Email = before?.Email }, "card");
            return;
        }

        var found = await IntakeLookups.EarlierAsync(db, officer.AgencyId, scan, ct);
        var digits = string.Concat(scan.Where(char.IsAsciiDigit));
        var isNumber = digits.Length == 12 && !scan.Any(char.IsLetter);
        if (isNumber && found.Count > 0)
        {
            TakeOver(found[0].Person, "earlier");
            return;
        }

        Suggestions = found;
        if (found.Count > 0)
        {
            return;
        }

        var target = Target;
        if (isNumber)
        {
            (target.IdNumber, Typed.Scan, Focus) = (digits, null, Prefix + "_Name");
            ScanSaid = t["Số {0} chưa có hồ sơ nào ở đây. Ghi họ tên và nơi cư trú.", digits];
        }
        else if (!scan.Any(char.IsAsciiDigit) && string.IsNullOrWhiteSpace(target.Name))
        {
            (target.Name, Typed.Scan, Focus) = (scan, null, Prefix + "_IdNumber");
            ScanSaid = t["Chưa có hồ sơ nào tên “{0}” ở đây. Ghi tiếp các ô bên dưới.", scan];
        }
        else
        {
            ScanSaid = t["Không thấy “{0}”. Số định danh có 12 chữ số; hoặc gõ tên, số điện thoại.", scan];
        }
    }

    // With somebody else filing, the first card is the applicant's and the second the submitter's.
    private bool ForSubmitter => Typed.IsForAnother && Typed.HasPerson && string.IsNullOrWhiteSpace(Typed.Submitter.Name);

    private PersonTyped Target => ForSubmitter ? Typed.Submitter : Typed.Applicant;

    private string Prefix => ForSubmitter ? "Submitter" : "Applicant";

    private void TakeOver(Person person, string source)
    {
        Focus = string.IsNullOrEmpty(person.Phone) ? Prefix + "_Phone" : "Request";
        Typed.Source = ForSubmitter ? Typed.Source : source;
        Target.TakeFrom(person);
        Typed.Scan = null;
    }
}
