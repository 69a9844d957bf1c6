using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Directives;

/// <summary>Tasks assigned from above: by state, the earliest due first.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class IndexModel(DirectiveList list, RegisterDesk desk, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    private static readonly Dictionary<DirectiveState, string> NextActs = new()
    {
        [DirectiveState.NotStarted] = Text.Key("Bắt đầu"),
        [DirectiveState.InProgress] = Text.Key("Gửi kết quả"),
        [DirectiveState.WaitingConfirmation] = Text.Key("Xác nhận"),
        [DirectiveState.Completed] = Text.Key("Xem"),
    };

    [BindProperty(SupportsGet = true, Name = "nhom")]
    public string? StateName { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public Moment Now { get; } = clock.Now();

    public DirectiveState? State => Snake.Parse<DirectiveState>(StateName);

    public IReadOnlyDictionary<DirectiveState, int> Counts { get; private set; } = new Dictionary<DirectiveState, int>();

    public IReadOnlyList<DirectiveRow> Rows { get; private set; } = [];

    public DeadlineClock Clock { get; private set; } = null!;

    public Paging Paging { get; private set; } = new(1, DirectiveList.PageSize, 0, "");

    public bool MayRecord => desk.Keeps(officer.AgencyId);

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (format is "csv" or "xlsx")
        {
            return this.Download(RegisterSheet.Of(await list.AllAsync(State, Query, ct)), officer.Agencies, "nhiem-vu", format);
        }

        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        Clock = await list.ClockAsync(ct);
        Counts = await list.CountsAsync(Query, ct);
        Rows = await list.RowsAsync(State, Query, PageNumber, ct);
        Paging = new Paging(PageNumber, DirectiveList.PageSize, State is { } state ? Counts[state] : Counts.Values.Sum(), t["nhiệm vụ"]);
        return Page();
    }

    public string NextAct(DirectiveRow row) => desk.Keeps(new AgencyId(row.AgencyId)) ? NextActs[row.State] : NextActs[DirectiveState.Completed];
}
