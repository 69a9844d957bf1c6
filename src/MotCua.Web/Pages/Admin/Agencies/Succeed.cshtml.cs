using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Agencies;

/// <summary>Rename, merge, split, abolish or transfer power: first a look at what will happen, then the act.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class SucceedModel(MotCuaDb db, SucceedAgency succeed, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? AgencyCode { get; set; }

    [BindProperty]
    public SuccessionKind Kind { get; set; } = SuccessionKind.Merge;

    [BindProperty]
    public string? ToCodes { get; set; }

    [BindProperty]
    public string? NewName { get; set; }

    [BindProperty]
    public bool OldGoesOn { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    /// <summary>Set on the second page, where the act is confirmed.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public string AgencyName { get; private set; } = "";

    public ConfirmAct? Confirm { get; private set; }

    public IReadOnlyList<FieldOption> Kinds => [.. Enum.GetValues<SuccessionKind>().Select(k => new FieldOption(k.ToString(), t[k.Name()]))];

    public IActionResult OnGet()
    {
        Day = clock.Now().Day;
        return Refusal() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        ModelState.Require(nameof(Day), Day, t["Ghi ngày đầu của trạng thái mới"]);
        ModelState.Require(nameof(DecisionNo), DecisionNo, t["Ghi số quyết định hoặc nghị quyết"]);
        if (Kind == SuccessionKind.Rename)
        {
            ModelState.Require(nameof(NewName), NewName, t["Ghi tên mới"]);
        }
        else if (Kind != SuccessionKind.Abolish)
        {
            ModelState.Require(nameof(ToCodes), ToCodes, t["Ghi mã cơ quan kế thừa"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!Sure)
        {
            Confirm = await DescribeAsync(ct);
            return Page();
        }

        var input = new SucceedAgency.Input(Kind, officer.Agencies.ByCode(AgencyCode)!.Id, Codes(), Day!.Value, DecisionNo!)
        {
            NewName = NewName,
            OldGoesOn = OldGoesOn,
        };
        var done = await succeed.RunAsync(input, officer.Id, ct);
        if (!done.Succeeded)
        {
            ModelState.Refuse(t, done.Error!);
            return Page();
        }

        TempData.Flash(t["Đã ghi “{0}” cho {1} từ ngày {2}.", t[Kind.Name()], AgencyName, Day.Value]);
        return RedirectToPage("Show", new { ma = AgencyCode });
    }

    private async Task<ConfirmAct> DescribeAsync(CancellationToken ct)
    {
        var agency = officer.Agencies.ByCode(AgencyCode)!.Id;
        var people = await db.Officers.CountAsync(o => o.AgencyId == agency && (o.ValidTo == null || o.ValidTo >= Day), ct);
        var ends = Kind is SuccessionKind.Merge or SuccessionKind.Abolish || (Kind == SuccessionKind.Split && !OldGoesOn);
        var text = ends
            ? t["{0} thôi hoạt động sau ngày {1}. Cơ quan này còn {2} cán bộ: chuyển họ sang cơ quan mới ở trang Cán bộ. Hồ sơ đang giải quyết phải được chuyển giao; mã hồ sơ cũ vẫn tra cứu được.", AgencyName, Day!.Value.AddDays(-1), people]
            : t["Ghi vào lịch sử của {0} từ ngày {1}.", AgencyName, Day!.Value];
        return new ConfirmAct(t["{0}: {1}?", t[Kind.Name()], AgencyName], text, t[Kind.Name()], "git-branch", Url.Page("Succeed", new { ma = AgencyCode })!)
        {
            Fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ma"] = AgencyCode!,
                [nameof(Kind)] = Kind.ToString(),
                [nameof(ToCodes)] = ToCodes ?? "",
                [nameof(NewName)] = NewName ?? "",
                [nameof(OldGoesOn)] = OldGoesOn ? "true" : "false",
                [nameof(Day)] = Vietnamese.Date(Day.Value),
                [nameof(DecisionNo)] = DecisionNo!,
                [nameof(Sure)] = "true",
            },
        };
    }

    private string[] Codes() => (ToCodes ?? "").Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private IActionResult? Refusal()
    {
        if (officer.Agencies.ByCode(AgencyCode) is not { } agency)
        {
            return NotFound();
        }

        AgencyName = officer.Agencies.NameOf(agency.Id, clock.Now().Day);
        return officer.Holds(OfficeRole.Administrator, agency.Id) ? null : this.Only(OfficeRole.Administrator);
    }
}
