using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Notices;

/// <summary>
/// A line of a ledger becomes notices: to the applicant, to the officer who now holds the dossier, to an agency that gets a leg.
/// They say what the line says, not what is true later.
/// </summary>
public sealed class WriteDossierNotice(MotCuaDb db, NoticeWriter writer, AgencyTrees trees, TimeProvider clock)
{
    public async Task RunAsync(NoticeQueue.Message input, CancellationToken ct)
    {
        var source = await ReadAsync(new DossierId(input.Dossier), input.Seq, ct);
        if (input.To.HasFlag(NoticeAudience.Applicant) && CitizenNotice.Of(source) is { } told)
        {
            var (email, phone) = AddressesOf(source.Dossier);
            await writer.ToCitizenAsync(AboutOf(source, told), email, phone, ct);
        }

        // An officer is not told of what the officer has just done.
        if (input.To.HasFlag(NoticeAudience.Holder) && OfficerNotice.ToHolder(source) is { } work && work.Officer != source.Line.OfficerId)
        {
            await writer.ToOfficersAsync(AboutOf(source, work.Words), [work.Officer], ct);
        }

        if (input.To.HasFlag(NoticeAudience.LegAgency))
        {
            foreach (var (agency, words) in OfficerNotice.ToLegAgencies(source))
            {
                await writer.ToOfficersAsync(AboutOf(source, words) with { AgencyId = agency }, await ReceptionistsAsync(agency, ct), ct);
            }
        }
    }

    private static NoticeAbout AboutOf(NoticeSource source, TemplateValues words) =>
        new($"dossier:{source.Dossier.Id.Value}:{source.Line.Seq}", words.Template, words.Values)
        {
            AgencyId = source.Dossier.DeskId,
            DossierId = source.Dossier.Id,
            EventSeq = source.Line.Seq,
        };

    /// <summary>The applicant's own, or those of who filed for the applicant.</summary>
    private static (string? Email, string? Phone) AddressesOf(Dossier dossier) =>
        (dossier.Applicant.Email ?? dossier.Submitter?.Email, dossier.Applicant.Phone ?? dossier.Submitter?.Phone);

    private async Task<List<OfficerId>> ReceptionistsAsync(AgencyId agency, CancellationToken ct)
    {
        var today = clock.Now().Day;
        return await db.RoleAssignments
            .Where(r => r.AgencyId == agency && r.Role == OfficeRole.Receptionist && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today))
            .Select(r => r.OfficerId).Distinct().ToListAsync(ct);
    }

    private async Task<NoticeSource> ReadAsync(DossierId id, int seq, CancellationToken ct)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        var lines = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == id && (e.Seq == seq || e.Seq == 1)).ToListAsync(ct);
        var line = lines.Single(l => l.Seq == seq);
        var desk = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == dossier.DeskId, ct);
        var by = line.OfficerId is { } officer ? await db.Officers.Where(o => o.Id == officer).Select(o => o.Name).SingleOrDefaultAsync(ct) : null;
        var corrected = line.ReadFacts() is CorrectionFacts correction
            ? await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == correction.Code, ct)
            : null;
        return new NoticeSource(dossier, line, (ReceivedFacts)lines.Single(l => l.Seq == 1).ReadFacts(), desk.Contact, await trees.CurrentAsync(db, ct))
        {
            ProcedureName = await db.ProcedureVersions.Where(v => v.Id == dossier.ProcedureVersionId).Select(v => v.Name).SingleAsync(ct),
            ActorName = by,
            Correction = corrected,
        };
    }
}

/// <summary>What a notice about a dossier is made from: one line of its ledger and the names behind its ids.</summary>
internal sealed record NoticeSource(Dossier Dossier, DossierEvent Line, ReceivedFacts First, AgencyContact Contact, AgencyTree Agencies)
{
    public required string ProcedureName { get; init; }

    /// <summary>Who acted.</summary>
    public string? ActorName { get; init; }

    /// <summary>The dossier that a correction opened.</summary>
    public Dossier? Correction { get; init; }

    public string NameOf(AgencyId agency) => Agencies.NameOf(agency, Moment.Of(Line.At).Day);

    /// <summary>Where a leg went: the agency's name, or the place in words.</summary>
    public string? PlaceOf(AgencyId? agency, string? words) => agency is { } known ? NameOf(known) : words;

    /// <summary>The values that every notice about the dossier may use, and more of its own.</summary>
    public TemplateValues With(string template, params (string Place, string? Value)[] more)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ma_ho_so"] = Dossier.Code,
            ["ten"] = Dossier.Applicant.Name,
            ["thu_tuc"] = ProcedureName,
            ["co_quan"] = NameOf(Dossier.DeskId),
            ["noi_tiep_nhan"] = CentreName,
            ["dien_thoai"] = Contact.Phone ?? "",
            ["tra_cuu"] = Contact.LookUpUrl is { Length: > 0 } address ? $"{address.TrimEnd('/')}/{Dossier.Code}" : "",
        };
        foreach (var (place, value) in more.Where(m => m.Value is not null))
        {
            values[place] = value!;
        }

        return new TemplateValues(template, values);
    }

    public string CentreName => Contact.CentreName ?? "Bộ phận Tiếp nhận và Trả kết quả";

    /// <summary>17:00, thứ Năm 26/11/2026.</summary>
    public static string? Promise(DateTimeOffset? dueAt) =>
        dueAt is { } at ? $"{Vietnamese.Time(at)}, {Vietnamese.LongDate(Moment.Of(at).Day)}" : null;

    public static string? Day(DateOnly? day) => day is { } known ? Vietnamese.Date(known) : null;
}

/// <summary>A template and what fills it.</summary>
internal sealed record TemplateValues(string Template, IReadOnlyDictionary<string, string> Values);
