using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers;

/// <summary>Every register with how much stands in it this year.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class RegistersModel(MotCuaDb db, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    public sealed record Line(string Title, string About, string Href, int Count, string Noun);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public int Year { get; } = clock.Now().Day.Year;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (year, seen) = (Year, officer.SeenAgencies());
        var first = new DateOnly(year, 1, 1);
        var lines = new List<Line>
        {
            new(t["Nhiệm vụ được giao"], t["Ý kiến chỉ đạo, nhiệm vụ cấp trên giao; số liệu của biểu B.4 lấy từ đây."], "/nhiem-vu",
                await db.Directives.CountAsync(d => seen.Contains(d.AgencyId) && d.AssignedOn >= first, ct), t["nhiệm vụ"]),
            new(t["Nhiệm vụ theo kế hoạch"], t["Kế hoạch cải cách hành chính, PAPI và kế hoạch thực hiện nghị quyết; mục 1.2, 1.3, 1.4 của phụ lục 1."], "/ke-hoach",
                await db.PlanTasks.CountAsync(p => seen.Contains(p.AgencyId) && p.Year == year, ct), t["nhiệm vụ"]),
        };
        foreach (var book in RegisterBooks.All)
        {
            lines.Add(new Line(t[book.Title], t[book.About], $"/so/{book.Address}", await book.CountAsync(db, new RegisterQuestion(seen, "", year), ct), t[book.Noun]));
        }

        Lines = lines;
    }
}
