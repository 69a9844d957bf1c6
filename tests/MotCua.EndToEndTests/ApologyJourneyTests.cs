using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>A late dossier gets its apology: the specialist drafts it, the leader reads and signs, the violation list lets it go.</summary>
public class ApologyJourneyTests(RunningDesk desk)
{
    public static TheoryData<bool, bool> Screens => new() { { false, true }, { true, false } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_late_dossier_is_apologised_for_and_leaves_the_violation_list(bool phone, bool scripts)
    {
        var screen = new Screen(phone, scripts);
        var code = await DraftAsync(screen);
        await SignAsync(screen, code);

        var page = await desk.OpenAsAsync("Công chức chuyên môn", screen);
        await page.GotoAsync($"/Inbox?nhom=ca-don-vi&q={Short(code)}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã hẹn lại");
        await page.GotoAsync("/dieu-hanh/xin-loi?nhom=chua-xin-loi");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(Short(code));
        await page.GotoAsync("/dieu-hanh/xin-loi?nhom=da-ky");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Short(code));
        if (await page.Locator("main a", new() { HasText = "Đã công khai" }).CountAsync() > 0)
        {
            await page.Locator("main a", new() { HasText = "Đã công khai" }).First.ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("xin lỗi", new() { IgnoreCase = true });
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_leader_signs_two_results_and_sends_one_back_from_one_list()
    {
        var page = await desk.OpenAsAsync("Lãnh đạo UBND xã", Screen.Desktop);
        await page.GotoAsync("/cho-duyet?loai=ky");
        var before = await page.Locator("tr[data-row]").CountAsync();
        before.ShouldBeGreaterThan(3);
        await page.Locator("tr[data-row] input[name=viec]").Nth(0).CheckAsync();
        await page.Locator("tr[data-row] input[name=viec]").Nth(1).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ký, đồng ý các việc đã chọn" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã ký, đồng ý 2 việc.");

        var first = page.Locator("tr[data-row]").First;
        await first.Locator("summary").ClickAsync();
        await first.Locator("textarea").FillAsync("Sửa lại họ tên theo thẻ căn cước");
        await first.Locator("button[value^=refuse]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã trả lại, từ chối 1 việc");
        (await page.Locator("tr[data-row]").CountAsync()).ShouldBe(before - 3);
        await page.Context.CloseAsync();
    }

    private async Task<string> DraftAsync(Screen screen)
    {
        var page = await desk.OpenAsAsync("Công chức chuyên môn", screen);
        await page.GotoAsync("/dieu-hanh/xin-loi?nhom=chua-xin-loi");
        var act = page.Locator("tr[data-row] a", new() { HasText = "Soạn xin lỗi" }).First;
        var code = (await act.GetAttributeAsync("href"))!.Split('/')[2];
        await act.ClickAsync();
        await page.SelectOptionAsync("#Cause", "OtherAgencyLate");
        await page.FillAsync("#Words", "Nơi được hỏi chưa trả lời văn bản xác minh");
        await page.Locator("main form button.btn-primary").ClickAsync();

        // Reaches the citizen once signed, so the exact text is shown first.
        await Assertions.Expect(page.Locator("blockquote")).ToContainTextAsync("Nơi được hỏi chưa trả lời văn bản xác minh");
        await page.Locator("main form button.btn-primary").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("lãnh đạo");
        await page.Context.CloseAsync();
        return code;
    }

    private async Task SignAsync(Screen screen, string code)
    {
        var page = await desk.OpenAsAsync("Lãnh đạo UBND xã", screen);
        await page.GotoAsync("/cho-duyet?loai=xin-loi");
        var row = page.Locator("tr[data-row]", new() { HasText = Short(code) });
        await Assertions.Expect(row).ToContainTextAsync("cơ quan phối hợp chậm");
        await Assertions.Expect(row).ToContainTextAsync("Nơi được hỏi chưa trả lời văn bản xác minh");
        await row.Locator("button[value^=agree]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã ký, đồng ý 1 việc.");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(Short(code));
        await page.Context.CloseAsync();
    }

    private static string Short(string code) => code[(code.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
