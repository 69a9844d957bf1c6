using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MotCua.EndToEndTests;

/// <summary>How to come to the pages that need a story: a draft kept, a log-in expired, a telephone joined.</summary>
public static partial class PageWays
{
    private static readonly Dictionary<string, Func<IPage, Task>> Ways = new(StringComparer.Ordinal)
    {
        ["INTAKE-FILLED"] = page => IntakeAsync(page, "Bùi Đăng Hưng"),
        ["INTAKE-ERRORS"] = IntakeErrorsAsync,
        ["INTAKE-REFUSING"] = async page => await PressAsync(page, () => IntakeAsync(page, "Bùi Đăng Hưng"), "Từ chối nhận"),
        ["DRAFTS"] = async page =>
        {
            await DraftAsync(page);
            await page.GotoAsync("/tiep-nhan?tim=");
        },
        ["DISCARD"] = async page =>
        {
            await DraftAsync(page);
            await page.GotoAsync("/tiep-nhan?tim=");
            await page.Locator(".mc-drafts a[href^='/tiep-nhan/bo/']").First.ClickAsync();
        },
        ["GUIDANCE"] = GuidanceAsync,
        ["LONG-NAME"] = async page => await page.GotoAsync($"/ho-so/{await LongNameAsync(page)}"),
        ["LONG-NAME-SLIP"] = async page => await page.GotoAsync($"/ho-so/{await LongNameAsync(page)}/giay/receipt"),
        ["RESUME"] = ExpireWhileTypingAsync,
        ["UNIT"] = UnitAsync,
        ["OFFICER"] = async page =>
        {
            await page.GotoAsync("/Admin/Officers?q=hanh");
            await page.Locator("tr[data-row] a").First.ClickAsync();
        },
        ["DIRECTIVE"] = page => FirstOfAsync(page, "/nhiem-vu", "a.mc-plain[href^='/nhiem-vu/']"),
        ["NARRATIVE"] = page => FirstOfAsync(page, "/bao-cao/dinh-ky", "a.mc-plain[href^='/bao-cao/dinh-ky/']"),
        ["TEMPLATE-DRAFT"] = async page =>
        {
            await page.GotoAsync("/bao-cao/mau");
            await page.Locator("form[action*='handler=Copy'] button").First.ClickAsync();
        },
        ["SUBORDINATES"] = page => FirstOfAsync(page, "/bao-cao/lich", "a.btn[href^='/bao-cao/cap-duoi']"),
        ["SUBMISSION-IN-WORDS"] = page => FirstOfAsync(page, "/bao-cao/lich", "tr:has-text('phụ lục 1') a.btn[href^='/bao-cao/nop/']"),
        ["SUBMISSION"] = page => FirstOfAsync(page, "/bao-cao/lich", "a.btn[href^='/bao-cao/nop/']"),
        ["SUBMISSION-LIST"] = async page =>
        {
            await FirstOfAsync(page, "/bao-cao/lich", "a.btn[href^='/bao-cao/nop/']");
            await page.Locator("a.mc-fig").First.ClickAsync();
        },
        ["SUBMISSION-COMPARED"] = async page =>
        {
            await FirstOfAsync(page, "/bao-cao/lich", "a.btn[href^='/bao-cao/nop/']");
            await page.Locator("a[href$='/so-sanh']").First.ClickAsync();
        },
        ["ATTACH"] = async page =>
        {
            await FirstOfAsync(page, "/so/van-ban-di", "tbody a.fw-bold");
            await page.Locator("a[href$='/dinh-kem']").ClickAsync();
        },
        ["KIOSK"] = KioskAsync,
        ["KIOSK-MARKS"] = async page =>
        {
            await KioskAsync(page);
            await page.Locator(".mc-fields a").First.ClickAsync();
            await page.Locator(".mc-marks").WaitForAsync();
        },
        ["OUTGOING-DOCUMENT"] = page => FirstOfAsync(page, "/so/van-ban-di", "tbody a.fw-bold"),
        ["PLAN-TASK"] = page => FirstOfAsync(page, "/ke-hoach", "a.mc-plain[href^='/ke-hoach/']"),
        ["NOTICE-TEMPLATE"] = page => FirstOfAsync(page, "/Admin/Notices/Templates", "a[href*='/Admin/Notices/Template?']"),
        ["PROCEDURE-EDIT"] = async page => await page.GotoAsync($"{await ProcedureDraftAsync(page)}/sua"),
        ["DISCARD-PROCEDURE-DRAFT"] = async page => await page.GotoAsync($"{await ProcedureDraftAsync(page)}/bo-du-thao"),
        ["PROCEDURE-DIFFERENCE"] = async page => await page.GotoAsync(await ProcedureDraftAsync(page)),
    };

    private static readonly Dictionary<string, string> Ends = new(StringComparer.Ordinal)
    {
        ["INTAKE-FILLED"] = "Desk/Intake",
        ["INTAKE-ERRORS"] = "Desk/Intake",
        ["INTAKE-REFUSING"] = "Desk/Intake",
        ["DRAFTS"] = "Desk/Intake",
        ["DISCARD"] = "Desk/DiscardDraft",
        ["GUIDANCE"] = "Desk/Guidance",
        ["LONG-NAME"] = "Desk/Dossier",
        ["LONG-NAME-SLIP"] = "Desk/Paper",
        ["RESUME"] = "Account/Resume",
        ["UNIT"] = "Admin/Units/Edit",
        ["OFFICER"] = "Admin/Officers/Show",
        ["DIRECTIVE"] = "Registers/Directives/Show",
        ["NARRATIVE"] = "Reports/Narrative/Show",
        ["TEMPLATE-DRAFT"] = "Reports/Narrative/Templates/Edit",
        ["SUBORDINATES"] = "Reports/Submissions/Subordinates",
        ["SUBMISSION-IN-WORDS"] = "Reports/Submissions/Show",
        ["SUBMISSION"] = "Reports/Submissions/Show",
        ["SUBMISSION-LIST"] = "Reports/Submissions/FrozenList",
        ["SUBMISSION-COMPARED"] = "Reports/Submissions/Compare",
        ["ATTACH"] = "Registers/Attach",
        ["KIOSK"] = "Public/Kiosk",
        ["KIOSK-MARKS"] = "Public/Kiosk",
        ["OUTGOING-DOCUMENT"] = "Registers/Book/Show",
        ["PLAN-TASK"] = "Registers/PlanTasks/Show",
        ["NOTICE-TEMPLATE"] = "Admin/Notices/Template",
        ["NOTICE-SENT"] = "Admin/Notices/Show",
        ["PROCEDURE-EDIT"] = "Admin/Procedures/Edit",
        ["DISCARD-PROCEDURE-DRAFT"] = "Admin/Procedures/Discard",
        ["PROCEDURE-DIFFERENCE"] = "Admin/Procedures/Show",
        ["CODE"] = "Account/Code",
        ["FORCED-PASSWORD"] = "Account/Password",
        ["TOTP"] = "Account/Totp",
        ["TOTP-ON"] = "Account/Totp",
    };

    /// <summary>Types an address, or walks the way of that name.</summary>
    public static async Task<int> GoAsync(RunningDesk desk, IPage page, string address)
    {
        if (Ways.TryGetValue(address, out var way))
        {
            await way(page);
            return 200;
        }

        if (address == "NOTICE-SENT")
        {
            await NoticeAsync(desk, page);
            return 200;
        }

        if (AccountWays.All.TryGetValue(address, out var account))
        {
            await account(desk, page);
            return 200;
        }

        var path = address.Contains("{dossier}", StringComparison.Ordinal) ? address.Replace("{dossier}", await SomeDossierAsync(desk, page), StringComparison.Ordinal) : address;
        return (await page.GotoAsync(path))!.Status;
    }

    /// <summary>The page that a look reaches, from its address; a way is named after the page it ends at.</summary>
    public static string? PageOf(Look look) => look.Status != 200 ? "Errors/Show"
        : Ends.TryGetValue(look.Address, out var end) ? end
        : PageList.At(look.Address.Replace("{dossier}", "H99.31-261120-0001", StringComparison.Ordinal));

    /// <summary>The most urgent open dossier of the ward.</summary>
    public static async Task<string> FirstDossierAsync(IPage page)
    {
        await page.GotoAsync("/Inbox?nhom=ca-don-vi");
        return CodeOf().Match((await page.Locator("tr[data-row] a[href^='/ho-so/']").First.GetAttributeAsync("href"))!).Groups[1].Value;
    }

    // Who is not logged in has no inbox to find one in.
    private static async Task<string> SomeDossierAsync(RunningDesk desk, IPage page)
    {
        if ((await page.Context.CookiesAsync()).Any(c => c.Name == "mc-officer"))
        {
            return await FirstDossierAsync(page);
        }

        var counter = await desk.OpenAsAsync("Công chức tiếp nhận", Screen.Desktop);
        var code = await FirstDossierAsync(counter);
        await counter.Context.CloseAsync();
        return code;
    }

    /// <summary>The first of a list.</summary>
    private static async Task FirstOfAsync(IPage page, string list, string link)
    {
        await page.GotoAsync(list);
        await page.Locator(link).First.ClickAsync();
    }

    // A dossier is received, and what its applicant is told, or would be if there were a way, comes up a moment later.
    private static async Task NoticeAsync(RunningDesk desk, IPage page)
    {
        var counter = await desk.OpenAsAsync("Công chức tiếp nhận", Screen.Desktop);
        await ReceivedAsync(counter, "Đoàn Thị Tin");
        await counter.Context.CloseAsync();
        var link = page.Locator("a[href*='/Admin/Notices/Show']").First;
        for (var tries = 0; tries < 60; tries++)
        {
            await page.GotoAsync("/Admin/Notices?nhom=khong-gui");
            if (await link.CountAsync() > 0)
            {
                break;
            }

            await page.WaitForTimeoutAsync(500);
        }

        await link.ClickAsync();
    }

    /// <summary>The officer's cookies, for requests beside the page.</summary>
    public static async Task<Dictionary<string, string>> CookiesOfAsync(IPage page) =>
        new(StringComparer.Ordinal) { ["Cookie"] = string.Join("; ", (await page.Context.CookiesAsync()).Select(c => $"{c.Name}={c.Value}")) };

    /// <summary>A complete intake of a certificate of marital status up to the last button.</summary>
    public static async Task IntakeAsync(IPage page, string name)
    {
        await page.GotoAsync("/tiep-nhan");
        await page.FillAsync("#Q", "xntthn");
        await page.Locator("#tn-khop[data-for='xntthn']").WaitForAsync();
        await page.Locator("button.mc-hit", new() { HasText = "1.004873" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mc-chosen")).ToBeVisibleAsync();
        await page.FillAsync("#Scan", $"0510980{Random.Shared.Next(10_000, 99_999)}||{name}|14031998|Nam|Thôn Đông Hòa, xã An Bình|25052021");
        await page.Locator("#tn-nguoi").GetByRole(AriaRole.Button, new() { Name = "Đọc thẻ" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Applicant_Name")).ToHaveValueAsync(name);
    }

    private static async Task IntakeErrorsAsync(IPage page)
    {
        await IntakeAsync(page, "Bùi Đăng Hưng");
        await page.FillAsync("#Applicant_IdNumber", "123");
        await page.Locator("#tn-co-quan summary").ClickAsync();
        await page.FillAsync("#CompetentQ", "ben tam");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhận và in giấy hẹn" }).ClickAsync();
        await page.Locator(".mc-errsum").WaitForAsync();
    }

    private static async Task DraftAsync(IPage page)
    {
        await IntakeAsync(page, "Hồ Văn Dở");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu tạm" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu tạm");
    }

    private static async Task GuidanceAsync(IPage page)
    {
        await IntakeAsync(page, "Trần Thị Hướng");
        await JudgeAllAsync(page, "Thiếu");
        foreach (var reason in await page.Locator("[data-paper] .mc-why input").AllAsync())
        {
            await reason.FillAsync("Chưa mang theo");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "In phiếu hướng dẫn bổ sung" }).ClickAsync();
        await page.WaitForURLAsync("**/phieu-huong-dan");
    }

    private static Task<string> LongNameAsync(IPage page) =>
        ReceivedAsync(page, string.Join(' ', Enumerable.Repeat("Nguyễn", 20)) + " Hoànggggggggggggggggggggggggggggggggggggggggggggggggggg");

    /// <returns>The dossier's code; its slip is shown.</returns>
    private static async Task<string> ReceivedAsync(IPage page, string name)
    {
        await IntakeAsync(page, name);
        await JudgeAllAsync(page, "Đạt");
        await page.FillAsync("#FeeDong", "15000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhận và in giấy hẹn" }).ClickAsync();
        await page.WaitForURLAsync("**/giay/receipt**");
        return CodeOf().Match(page.Url).Groups[1].Value;
    }

    private static async Task JudgeAllAsync(IPage page, string verdict)
    {
        foreach (var paper in await page.Locator("[data-paper]").AllAsync())
        {
            await paper.Locator(".mc-seg label", new() { HasText = verdict }).ClickAsync();
        }
    }

    private static async Task KioskAsync(IPage page)
    {
        await page.GotoAsync("/danh-gia/may");
        await page.FillAsync("#Name", "Quầy số 2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mở màn hình đánh giá" }).ClickAsync();
        await page.WaitForURLAsync("**/kiosk");
    }

    // The session goes away while somebody types; the next thing that the page asks leads to the log-in and back.
    private static async Task ExpireWhileTypingAsync(IPage page)
    {
        await IntakeAsync(page, "Bùi Đăng Hưng");
        await page.FillAsync("#Request", "Vay vốn ngân hàng để sửa nhà");
        await page.FillAsync("#Applicant_Phone", "0912 345 678");

        // Whatever the page asked until now has been answered; the next that it asks is refused.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Context.ClearCookiesAsync(new() { Name = "mc-officer" });
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForURLAsync("**/Account/LogIn**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Công chức tiếp nhận" }).First.ClickAsync();
        await page.WaitForURLAsync("**/Account/Resume");
    }

    private static async Task UnitAsync(IPage page)
    {
        await page.GotoAsync("/Admin/Units?co-quan=H99.31");
        if (await page.Locator("main td a").CountAsync() == 0)
        {
            await page.FillAsync("#Name", "Phòng Kinh tế");
            await page.FillAsync("#ValidFrom", "01/07/2025");
            await page.Locator("main form[method=post] button").First.ClickAsync();
        }

        await page.Locator("main td a").First.ClickAsync();
    }

    private static async Task<string> ProcedureDraftAsync(IPage page)
    {
        const string Address = "/quan-tri/thu-tuc/1.001193";
        await page.GotoAsync(Address);
        var start = page.Locator("form[action*='Start'] button, form[action*='handler=Draft'] button").First;
        if (await start.CountAsync() > 0)
        {
            await start.ClickAsync();
            await page.WaitForURLAsync("**/sua");
        }

        return Address;
    }

    private static async Task PressAsync(IPage page, Func<Task> first, string button)
    {
        await first();
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await page.Locator("form.mc-refuse").WaitForAsync();
    }

    [GeneratedRegex("/ho-so/([^/?]+)", RegexOptions.CultureInvariant)]
    private static partial Regex CodeOf();
}
