using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Public;

/// <summary>"Phiếu xin lỗi công dân": every apology for a broken promise, published with its cause (NĐ 61/2018 Điều 19.9; DOMAIN 9.3).</summary>
[AllowAnonymous]
public sealed class ApologiesModel(ApologyList apologies, PublicFrame frames, Text t) : PublicPage
{
    [FromQuery(Name = "donvi")]
    public string? Agency { get; set; }

    [FromQuery(Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public ApologyList.Found Found { get; private set; } = new([], 1, 0, []);

    public Paging Paging => new(Found.Page, ApologyList.PageSize, Found.Total, t["phiếu"]);

    public IEnumerable<FieldOption> Choices =>
        Found.Agencies.Select(a => new FieldOption(a.Code, a.Name)).Prepend(new FieldOption("", t["Tất cả"]));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Found = await apologies.FindAsync(Agency, PageNumber, ct);
        Frame = await frames.OfAsync(null, ct);
    }
}
