using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Registers;

/// <summary>Chapter 4 of the annex from the register of staff posts, as it stood on the last day of the period.</summary>
public sealed class StaffPostTests(BookDesk app) : IClassFixture<BookDesk>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await app.ExecuteAsync("truncate staff_posts, register_changes, declared_figures");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_later_line_takes_the_place_of_the_earlier_one_from_its_day()
    {
        using var office = await app.SignedInAs(OfficeRole.ReportOfficer);
        await RecordAsync(office, "01/07/2025", "administrative", "Văn phòng – thống kê", 3, 3);
        await RecordAsync(office, "01/07/2025", "administrative", "Tư pháp – hộ tịch", 2, 2);
        await RecordAsync(office, "01/07/2025", "contract", "Lái xe", 0, 1);
        await RecordAsync(office, "01/10/2026", "administrative", "Văn phòng – Thống kê", 2, 1, reduced: 1);

        (await RowAsync(office, "2026-06-15", "2026-09-14", "4.1.quota")).ShouldContain("5");
        (await RowAsync(office, "2026-06-15", "2026-09-14", "4.1.reduced_period")).ShouldContain("0 Hệ thống tính");
        (await RowAsync(office, "2026-09-15", "2026-12-14", "4.1.quota")).ShouldContain("4 Hệ thống tính");
        (await RowAsync(office, "2026-09-15", "2026-12-14", "4.1.present")).ShouldContain("3 Hệ thống tính");
        (await RowAsync(office, "2026-09-15", "2026-12-14", "4.1.contracts")).ShouldContain("1 Hệ thống tính");
        (await RowAsync(office, "2026-09-15", "2026-12-14", "4.1.reduced_period")).ShouldContain("1 Hệ thống tính");

        var annex = await office.OpenAsync("/bao-cao/phu-luc-1?tu=2026-09-15&den=2026-12-14");
        (await office.OpenAsync(annex.One("[id='f-4.1.quota'] a.mc-fig").GetAttribute("href")!)).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_register_does_not_reach_back_to_stays_declared()
    {
        using var office = await app.SignedInAs(OfficeRole.ReportOfficer);
        await RecordAsync(office, "01/07/2025", "administrative", "Văn phòng", 3, 3, reduced: 1);
        await office.FollowAsync(await office.FillAsync(
            "/bao-cao/phu-luc-1/ke-khai?tu=2026-09-15&den=2026-12-14", ("f-4.1.baseline_2015", "24"), ("f-4.1.reduced_since_2016", "4"), ("f-4.2.quota", "9"), ("Document", "Quyết định 9/QĐ-UBND")));
        (await RowAsync(office, "2026-09-15", "2026-12-14", "4.1.reduced_since_2016")).ShouldContain("4 Kê khai");
        (await RowAsync(office, "2026-09-15", "2026-12-14", "4.2.quota")).ShouldContain("9 Kê khai");
        (await RowAsync(office, "2026-09-15", "2026-12-14", "4.1.reduced_rate")).ShouldContain("16,67");

        await RecordAsync(office, "31/12/2015", "administrative", "Văn phòng", 20, 18);
        (await RowAsync(office, "2026-09-15", "2026-12-14", "4.1.baseline_2015")).ShouldContain("20 Hệ thống tính");
        (await RowAsync(office, "2026-09-15", "2026-12-14", "4.1.reduced_since_2016")).ShouldContain("1 Hệ thống tính");
    }

    [Fact]
    public async Task Two_lines_of_one_post_and_day_are_refused_in_words()
    {
        using var office = await app.SignedInAs(OfficeRole.ReportOfficer);
        await RecordAsync(office, "01/07/2025", "administrative", "Văn phòng", 3, 3);
        (await FillAsync(office, "01/07/2025", "administrative", "VĂN PHÒNG", 4, 3, 0)).Errors.Single().ShouldContain("Sổ đã có mục này");
        (await FillAsync(office, "01/08/2025", "administrative", "Văn phòng", -4, 3, 0)).Errors.Single().ShouldContain("số nguyên từ 0");
    }

    private static Task<WebPage> FillAsync(Visitor office, string day, string kind, string post, int quota, int present, int reduced) => office.FillAsync(
        "/so/bien-che/ghi", ("day", day), ("kind", kind), ("post", post), ("quota", $"{quota}"), ("present", $"{present}"), ("reduced", $"{reduced}"), ("document", "Quyết định 1/QĐ-UBND"));

    private static async Task RecordAsync(Visitor office, string day, string kind, string post, int quota, int present, int reduced = 0) =>
        await office.FollowAsync(await FillAsync(office, day, kind, post, quota, present, reduced));

    private static async Task<string> RowAsync(Visitor office, string from, string to, string row)
    {
        var page = await office.OpenAsync($"/bao-cao/phu-luc-1?tu={from}&den={to}");
        return string.Join(' ', page.One($"[id='f-{row}']").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
