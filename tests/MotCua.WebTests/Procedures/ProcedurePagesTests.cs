using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Scenes;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Procedures;

public sealed class ProcedureDesk(PostgresFixture postgres) : DeskApp(postgres)
{
    protected override Task PrepareAsync() => InScopeAsync(async services =>
    {
        await using var file = File.OpenRead(Repository.File("src", "MotCua.Scenes", "data", "procedures.json"));
        await services.GetRequiredService<ImportProcedures>()
            .RunAsync(new ImportProcedures.Input(file, Json: true), new ImportProblems("procedures.json"), CancellationToken.None);
        return await ActivatorUtilities.CreateInstance<CuratedLimits>(services).ApplyAsync(new DateOnly(2025, 7, 1), CancellationToken.None);
    });

    public Task<Procedure> ProcedureAsync(string code) => WithDbAsync(db => db.Procedures.AsNoTracking().SingleAsync(p => p.Code == code));
}

public sealed class ProcedurePagesTests(ProcedureDesk desk) : IClassFixture<ProcedureDesk>
{
    private const string List = "/quan-tri/thu-tuc";

    [Fact]
    public async Task The_list_counts_and_finds_by_everyday_words()
    {
        using var clerk = await desk.SignedInAs(OfficeRole.Receptionist);

        var all = await clerk.GetAsync(List);
        int.Parse(all.One(".nav-tabs .active .mc-count").TextContent).ShouldBeGreaterThanOrEqualTo(384);
        all.Words.ShouldContain("1–50 trong 38");
        all.One(".mc-side a[aria-current=page] .mc-count").TextContent.ShouldStartWith("38");

        var found = await clerk.GetAsync($"{List}?q=gi%E1%BA%A5y+%C4%91%E1%BB%99c+th%C3%A2n");
        found.One("tbody tr a").TextContent.ShouldBe("Thủ tục cấp Giấy xác nhận tình trạng hôn nhân");
        (await clerk.GetAsync($"{List}?q=qqqqq")).Words.ShouldContain("Không có thủ tục nào khớp");
        (await clerk.GetAsync($"{List}?xem=thieu-thoi-han&linh-vuc=H%E1%BB%99+t%E1%BB%8Bch")).Words.ShouldContain("Nguồn không ghi đơn vị thời hạn");
        (await clerk.GetAsync($"{List}?trang=9")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Where_the_source_gives_no_unit_or_fee_the_page_says_so()
    {
        using var clerk = await desk.SignedInAs(OfficeRole.Receptionist);

        var page = await clerk.GetAsync($"{List}/1.000080");

        page.Words.ShouldContain("Nguồn không ghi đơn vị thời hạn, nên hệ thống không tính hạn thay");
        page.Words.ShouldContain("Nguồn chỉ ghi “7”.");
        page.Words.ShouldContain("Nguồn không ghi mức lệ phí");
        page.Words.ShouldContain("Chưa có thời hạn để tính.");
    }

    [Fact]
    public async Task A_receptionist_reads_but_does_not_change()
    {
        using var clerk = await desk.SignedInAs(OfficeRole.Receptionist);

        var page = await clerk.GetAsync($"{List}/1.004873");
        page.Words.ShouldContain("Bản 2 đang dùng");
        page.Document.QuerySelector("main form[method=post]").ShouldBeNull();

        foreach (var path in new[] { $"{List}/1.004873/sua", $"{List}/1.004873/bo-du-thao", $"{List}/1.004873/bai-bo", "/quan-tri/them-thu-tuc", "/quan-tri/tu-hay-dung" })
        {
            (await clerk.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task Nobody_reads_without_logging_in()
    {
        using var stranger = desk.NewVisitor();

        (await stranger.GetAsync(List)).Location.ShouldNotBeNull();
        (await stranger.GetAsync("/thu-tuc/tim?q=khai+sinh")).Location.ShouldNotBeNull();
    }

    [Fact]
    public async Task From_draft_over_difference_to_publication()
    {
        using var admin = await desk.SignedInAs(OfficeRole.Administrator);
        const string Page = $"{List}/1.004884";

        var started = await admin.SubmitAsync(await admin.GetAsync(Page), "form[action*='handler=Start']");
        started.Location.ShouldBe($"{Page}/sua");

        var edit = await admin.GetAsync($"{Page}/sua");
        var tooShort = await admin.SubmitAsync(edit, "main form[method=post]", ("act", "save"), ("Draft.Count", "3"));
        tooShort.Errors.ShouldContain("Các bước cộng 5 ngày, dài hơn thời hạn 3 ngày làm việc. Bớt thời gian một bước.");

        (await admin.SubmitAsync(edit, "main form[method=post]", ("act", "save"), ("Draft.Count", "7"), ("Draft.Scope", "province"))).Location.ShouldBe(Page);
        var draft = await admin.GetAsync(Page);
        draft.Flash.ShouldNotBeNull().ShouldContain("Đã lưu bản 3 dự thảo.");
        draft.Words.ShouldContain("Bản 3 khác bản 2 ở 2 chỗ");
        draft.Words.ShouldContain("5 ngày làm việc 7 ngày làm việc");
        draft.Words.ShouldContain("Cộng 5 ngày, còn dư 2 ngày");

        var more = await admin.SubmitAsync(draft, "#draft", ("act", "add"));
        more.Document.QuerySelectorAll("#buoc tbody tr").Length.ShouldBe(5);
        var unnamed = await admin.SubmitAsync(more, "#draft", ("act", "save"));
        unnamed.Errors.ShouldBe(["Ghi việc của bước 5.", "Thời gian của bước 5 phải lớn hơn 0. Ghi số ngày, ví dụ 0,5."]);
        var saved = await admin.SubmitAsync(
            more, "#draft", ("act", "save"), ("Steps[4].Name", "Lưu kho"), ("Steps[4].Time", "0,5"), ("Reasons[0].Why", "Quyết định của UBND tỉnh"));
        saved.Location.ShouldBe(Page);
        (await admin.GetAsync(Page)).One("input[name='Reasons[0].Why']").GetAttribute("value").ShouldBe("Quyết định của UBND tỉnh");

        draft = await admin.GetAsync(Page);
        var refused = await admin.SubmitAsync(draft, "#draft", ("act", "publish"), ("From", "01/12/2026"), ("DecisionNo", ""));
        refused.Errors.ShouldBe(["Ghi số và ngày quyết định trước khi công bố."]);
        refused.One("#From").GetAttribute("value").ShouldBe("01/12/2026");
        refused.Title.ShouldStartWith("Lỗi:");
        draft = refused;
        (await admin.SubmitAsync(draft, "#draft", ("act", "publish"), ("From", "31/02/2027"), ("DecisionNo", "1874/QĐ-UBND"))).Errors.ShouldHaveSingleItem().ShouldContain("31/02/2027");
        (draft = await admin.SubmitAsync(draft, "#draft", ("act", "publish"), ("From", "19/11/2026"), ("DecisionNo", "1874/QĐ-UBND"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Ngày bắt đầu dùng đã qua.");

        (await admin.SubmitAsync(draft, "#draft", ("act", "publish"), ("From", "01/12/2026"), ("DecisionNo", "1874/QĐ-UBND ngày 16/11/2026"))).Location.ShouldBe(Page);
        var procedure = await desk.ProcedureAsync("1.004884");
        procedure.VersionAt(new DateOnly(2026, 11, 30))!.Limit!.Value.ToString().ShouldBe("5wd");
        procedure.VersionAt(new DateOnly(2026, 12, 1))!.Limit!.Value.ToString().ShouldBe("7wd");
        (await desk.WithDbAsync(db => db.Audit.AnyAsync(a => a.Action == "procedure.published" && a.Subject == "1.004884"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_administrators_do_not_overwrite_each_other()
    {
        using var first = await desk.SignedInAs(OfficeRole.Administrator);
        using var second = await desk.SignedInAs(OfficeRole.Administrator);
        const string Edit = $"{List}/1.004746/sua";
        await first.SubmitAsync(await first.GetAsync($"{List}/1.004746"), "form[action*='handler=Start']");
        var mine = await first.GetAsync(Edit);
        var theirs = await second.GetAsync(Edit);

        (await first.SubmitAsync(mine, "main form[method=post]", ("act", "save"), ("Draft.Name", "Tên của tôi"))).Location.ShouldNotBeNull();
        var clash = await second.SubmitAsync(theirs, "main form[method=post]", ("act", "save"), ("Draft.Name", "Tên của họ"));

        clash.Errors.ShouldHaveSingleItem().ShouldStartWith("Người khác vừa sửa thủ tục này.");
        clash.One("#Draft_Name").TextContent.ShouldBe("Tên của họ");
        (await desk.ProcedureAsync("1.004746")).Draft!.Name.ShouldBe("Tên của tôi");
    }

    [Fact]
    public async Task A_draft_is_thrown_away_only_after_a_second_question()
    {
        using var admin = await desk.SignedInAs(OfficeRole.Administrator);
        const string Page = $"{List}/1.005461";
        await admin.SubmitAsync(await admin.GetAsync(Page), "form[action*='handler=Start']");

        var asked = await admin.GetAsync($"{Page}/bo-du-thao");
        asked.One("h1").TextContent.ShouldBe("Bỏ bản 3 dự thảo?");
        await admin.SubmitAsync(asked, "main form[method=post]");

        (await desk.ProcedureAsync("1.005461")).Draft.ShouldBeNull();
        (await admin.GetAsync($"{Page}/sua")).Location.ShouldBe(Page);
    }

    [Fact]
    public async Task A_new_procedure_begins_as_a_draft_and_a_known_code_is_refused()
    {
        using var admin = await desk.SignedInAs(OfficeRole.Administrator);

        (await admin.FillAsync("/quan-tri/them-thu-tuc", ("ProcedureCode", "1.004873"), ("Name", "x"), ("Field", "y"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Mã “1.004873” đã có.");
        (await admin.FillAsync("/quan-tri/them-thu-tuc", ("ProcedureCode", "mã lạ"), ("Name", "x"), ("Field", "y"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Mã “mã lạ” không đúng mẫu.");
        (await admin.FillAsync("/quan-tri/them-thu-tuc", ("ProcedureCode", "9.000001"), ("Name", "Thủ tục thử"), ("Field", "Thử"))).Location.ShouldBe($"{List}/9.000001/sua");

        var page = await admin.GetAsync($"{List}/9.000001");
        page.Words.ShouldContain("Bản đầu tiên, chưa có bản nào để so");
        page.One("button[form=draft]").HasAttribute("disabled").ShouldBeTrue();
        (await desk.ProcedureAsync("9.000001")).VersionAt(new DateOnly(2026, 11, 20)).ShouldBeNull();
    }

    [Fact]
    public async Task An_abolished_procedure_is_not_found_the_next_day()
    {
        using var admin = await desk.SignedInAs(OfficeRole.Administrator);

        (await admin.FillAsync($"{List}/1.012888/bai-bo", ("LastDay", "19/11/2026"), ("DecisionNo", ""))).Errors.ShouldHaveSingleItem();
        (await admin.FillAsync($"{List}/1.012888/bai-bo", ("LastDay", "19/11/2026"), ("DecisionNo", "5/QĐ"))).Location.ShouldNotBeNull();

        (await admin.GetAsync("/thu-tuc/tim?q=1.012888")).Words.ShouldContain("Không thấy thủ tục “1.012888”.");
        (await admin.GetAsync($"{List}/1.012888")).Words.ShouldContain("Không còn dùng");
    }

    [Fact]
    public async Task The_simulator_proves_a_limit_over_holidays()
    {
        using var clerk = await desk.SignedInAs(OfficeRole.Receptionist);

        var page = await clerk.GetAsync($"{List}/1.004873?ban=2&nhan=23%2F11%2F2026+10%3A15");
        page.Words.ShouldContain("Hẹn trả Thứ Sáu 27/11/2026 trước 17:00.");
        page.Words.ShouldContain("nghỉ 24/11");
        page.Words.ShouldContain("cuối tuần");
        page.Words.ShouldContain("tính từ T2");

        (await clerk.GetAsync($"{List}/1.004873?nhan=h%C3%B4m+nay")).Words.ShouldContain("Không có giờ “hôm nay”.");
    }

    [Fact]
    public async Task The_desk_finds_procedures_as_choices_with_and_without_scripts()
    {
        using var clerk = await desk.SignedInAs(OfficeRole.Receptionist);

        (await clerk.GetAsync("/thu-tuc/tim?q=tinh+trang+hon+nhan")).One("mark").TextContent.ShouldBe("tình trạng hôn nhân");
        (await clerk.GetAsync("/thu-tuc/tim?q=zzzzqq")).Words.ShouldContain("Không thấy thủ tục “zzzzqq”.");
    }

    [Fact]
    public async Task The_office_teaches_the_search_its_own_words()
    {
        using var admin = await desk.SignedInAs(OfficeRole.Administrator);
        const string Words = "/quan-tri/tu-hay-dung";

        (await admin.GetAsync($"{Words}?q=gi%E1%BA%A5y+x%E1%BB%8Bn")).Words.ShouldContain("Chưa có từ này");
        var page = await admin.GetAsync(Words);
        (await admin.SubmitAsync(page, "form[action*='handler=Add']", ("Phrase", "giấy xịn"), ("LeadsTo", "không đâu cả"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Không thủ tục nào có");
        (await admin.SubmitAsync(page, "form[action*='handler=Add']", ("Phrase", "giấy xịn"), ("LeadsTo", "1.001193"))).Location.ShouldNotBeNull();

        var found = await desk.WithDbAsync(db => ProcedureSearch.FindAsync(db, "lam giay xin", new DateOnly(2026, 11, 20)));
        found[0].Code.ShouldBe("1.001193");
        found[0].Through.ShouldBe("giấy xịn");
    }

    [Fact]
    public async Task Unknown_procedures_and_versions_are_not_found()
    {
        using var clerk = await desk.SignedInAs(OfficeRole.Receptionist);

        (await clerk.GetAsync($"{List}/9.999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.GetAsync($"{List}/1.004873?ban=77")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
