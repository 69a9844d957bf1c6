using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>Every procedure with its version in force. Any officer may read; only the administrator changes.</summary>
[Allow]
public sealed class ProceduresModel(MotCuaDb db, CurrentOfficer officer, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<(string State, string Label)> Tabs =
    [
        ("", Text.Key("Tất cả")),
        ("dang-dung", Text.Key("Đang dùng")),
        ("du-thao", Text.Key("Có dự thảo")),
        ("thieu-thoi-han", Text.Key("Thiếu thời hạn")),
        ("thieu-le-phi", Text.Key("Thiếu lệ phí")),
        ("het-hieu-luc", Text.Key("Không còn dùng")),
    ];

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery(Name = "linh-vuc")]
    public string? Field { get; set; }

    [FromQuery(Name = "xem")]
    public string? State { get; set; }

    [FromQuery(Name = "trang")]
    public int? PageNumber { get; set; }

    public IReadOnlyList<ProcedureRow> Rows { get; private set; } = [];

    public ProcedureCounts Counts { get; private set; } = new();

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, ProcedureList.PageSize, 0, "");

    public bool MayChange => officer.HoldsAnywhere(OfficeRole.Administrator);

    public async Task OnGetAsync(CancellationToken ct)
    {
        State = Tabs.Any(t => t.State == State) ? State : "";
        Field = string.IsNullOrWhiteSpace(Field) ? null : Field;
        var page = Math.Clamp(PageNumber ?? 1, 1, 10_000);
        (Rows, Counts, Fields) = await ProcedureList.LoadAsync(db, new ProcedureFilter(Q, Field, State!, page), clock.Now().Day, ct);
        Paging = new Paging(page, ProcedureList.PageSize, (int)Counts.Of(State!), "thủ tục");
    }
}
