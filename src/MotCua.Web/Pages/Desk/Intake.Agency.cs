using Microsoft.EntityFrameworkCore;
using MotCua.Organization;

namespace MotCua.Web.Pages.Desk;

/// <summary>The competent agency ("cơ quan giải quyết"), when the desk receives a dossier that another agency settles.</summary>
public sealed partial class IntakeModel
{
    /// <summary>What the button "this desk's own agency" sends.</summary>
    public const string OwnAgency = "own";

    private const int MostAgencies = 7;

    /// <summary>The desk's own agency unless another one was chosen.</summary>
    public AgencyId CompetentId => Typed.CompetentId is { } id && officer.Agencies.ById(id) is not null ? id : officer.AgencyId;

    public string CompetentName => officer.Agencies.NameOf(CompetentId, Now.Day);

    public bool ForAnotherAgency => CompetentId != officer.AgencyId;

    /// <summary>What the search for an agency found; null when none was searched.</summary>
    public IReadOnlyList<AgencyHit>? AgencyHits { get; private set; }

    /// <summary>The agency chosen has no specialist in this system, so the papers must go there by other ways.</summary>
    public bool NobodyThere { get; private set; }

    /// <summary>Done and handed over while the applicant waits; another agency's result never is.</summary>
    public bool FinishesNow => Version?.Content.Immediate == true && !ForAnotherAgency;

    private void TakeAgency()
    {
        if (Typed.ChooseAgency is { } chosen)
        {
            (Typed.Competent, Typed.ChooseAgency, Typed.CompetentQ) = (chosen == OwnAgency || chosen == $"{officer.AgencyId.Value}" ? null : chosen, null, null);
            Focus = Typed.VersionId is null ? "Q" : Typed.HasPerson ? "Request" : "Scan";
        }
    }

    private async Task FindAgenciesAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Typed.CompetentQ))
        {
            AgencyHits = AgencyLookup.Find(officer.Agencies, Typed.CompetentQ, Now.Day, MostAgencies);
        }

        if (ForAnotherAgency)
        {
            var (id, today) = (CompetentId, Now.Day);
            NobodyThere = !await db.Set<RoleAssignment>().AnyAsync(
                r => r.AgencyId == id && r.Role == OfficeRole.Specialist && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today), ct);
        }
    }
}
