using System.Net;
using Dapper;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.TestKit;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Registers;

/// <summary>The pages of tasks from above: two of nine were done and never confirmed; settle them and see what B.4 says.</summary>
public sealed class DirectivePagesTests(DirectiveDesk app) : IClassFixture<DirectiveDesk>
{
    [Fact]
    public async Task Two_tasks_that_wait_are_confirmed_and_B4_says_so()
    {
        using var office = await app.SignedInAs(OfficeRole.ReportOfficer);
        (await B4Async(office)).ShouldBe("0 1 1 2 2 2 1 9");

        var waiting = await office.OpenAsync("/nhiem-vu?nhom=waiting_confirmation");
        var links = waiting.Document.QuerySelectorAll("tbody td a.fw-bold").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(2);
        var early = await office.FillAsync(links[0], ("Day", "01/09/2026"));
        early.Errors.Single().ShouldContain("phải từ");
        var future = await office.FillAsync(links[0], ("Day", "21/11/2026"));
        future.Errors.Single().ShouldContain("chưa tới");
        foreach (var link in links)
        {
            var page = await office.FollowAsync(await office.SubmitAsync(await office.OpenAsync(link), "form[action*=Confirm]", ("Day", "20/11/2026")));
            page.Flash!.ShouldContain("Đã ghi xác nhận");
            page.Words.ShouldContain("Cơ quan giao đã xác nhận");
        }

        (await B4Async(office)).ShouldBe("0 1 1 2 0 3 2 9");
        (await app.AskAsync<int>("select count(*)::int from register_changes where act = 'confirmed'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_task_goes_its_whole_way_with_evidence_and_history()
    {
        using var office = await app.SignedInAs(OfficeRole.Signer);
        var recorded = await office.FollowAsync(await office.FillAsync(
            "/nhiem-vu/ghi",
            ("Content", "Báo cáo kết quả kiểm tra\nnội bộ"), ("IssuedBy", "Sở Nội vụ"), ("Document", "77/SNV"), ("AssignedOn", "02/11/2026"), ("DueOn", "30/11/2026"), ("Number", "SNV-77")));
        recorded.Words.ShouldContain("Báo cáo kết quả kiểm tra nội bộ");

        var started = await office.FollowAsync(await office.SubmitAsync(recorded, "form[action*=Start]", ("Day", "03/11/2026")));
        (await office.SubmitAsync(started, "form[action*=Submit]", ("Evidence", " "), ("Day", "19/11/2026"))).Errors.Single().ShouldContain("minh chứng");
        var submitted = await office.FollowAsync(await office.SubmitAsync(started, "form[action*=Submit]", ("Evidence", "Báo cáo 12/BC-UBND"), ("Day", "19/11/2026")));
        submitted.Words.ShouldContain("Báo cáo 12/BC-UBND");

        // The page that was left open in another window does not act twice.
        (await office.SubmitAsync(started, "form[action*=Submit]", ("Evidence", "Lần hai"), ("Day", "19/11/2026"))).Errors.Single().ShouldContain("Người khác vừa sửa");
        await app.ExecuteAsync("delete from directives where number = 'SNV-77'");
    }

    [Fact]
    public async Task Only_the_office_and_the_leaders_of_the_agency_keep_its_register()
    {
        var id = (await app.AskAsync<Guid>("select id from directives where number = 'B-8'")).ToString();
        using var reader = await app.SignedInAs(OfficeRole.Receptionist);
        var page = await reader.OpenAsync($"/nhiem-vu/{id}");
        page.Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
        (await reader.GetAsync("/nhiem-vu/ghi")).Status.ShouldBe(HttpStatusCode.Forbidden);

        using var neighbour = await app.SignedInAt(app.OtherWard, OfficeRole.ReportOfficer);
        (await neighbour.GetAsync($"/nhiem-vu/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.OpenAsync("/nhiem-vu")).Document.QuerySelectorAll("tbody tr").ShouldBeEmpty();

        using var above = await app.SignedInAt(app.Province, OfficeRole.ReportOfficer);
        (await above.OpenAsync($"/nhiem-vu/{id}")).Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_of_B4_opens_its_tasks_and_a_search_finds_without_marks()
    {
        using var office = await app.SignedInAs(OfficeRole.ReportOfficer);
        var form = await office.OpenAsync("/bao-cao/b4?tu=2026-09-15&den=2026-12-14");
        var link = form.Document.QuerySelectorAll("tr.mc-sum a")[^1].GetAttribute("href")!;
        (await office.OpenAsync(link)).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(9);

        var found = await office.OpenAsync("/nhiem-vu?q=VIEC%20B-8");
        found.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        foreach (var file in new[] { "/nhiem-vu?format=csv", "/nhiem-vu?nhom=completed&format=xlsx", "/ke-hoach?format=csv", "/ke-hoach?format=xlsx" })
        {
            (await office.GetAsync(file)).Status.ShouldBe(HttpStatusCode.OK, file);
        }
    }

    [Fact]
    public async Task A_plan_gets_a_task_and_its_end_counts_in_the_annex()
    {
        using var office = await app.SignedInAs(OfficeRole.ReportOfficer);
        await office.FollowAsync(await office.FillAsync("/ke-hoach?nam=2026", ("Plan", "reform"), ("Number", "01"), ("Content", "Rà soát thủ tục")));
        var list = await office.FollowAsync(await office.FillAsync("/ke-hoach?nam=2026", ("Plan", "reform"), ("Number", "02"), ("Content", "Tập huấn")));
        (await office.FillAsync("/ke-hoach?nam=2026", ("Plan", "reform"), ("Number", "02"), ("Content", "Trùng số"))).Errors.Single().ShouldContain("Đã có mục");

        var task = list.Document.QuerySelector("tbody td a.fw-bold")!.GetAttribute("href")!;
        (await office.FollowAsync(await office.FillAsync(task, ("Evidence", "Kế hoạch 01/KH-UBND"), ("Day", "19/11/2026")))).Words.ShouldContain("Kế hoạch 01/KH-UBND");

        var annex = await office.OpenAsync("/bao-cao/phu-luc-1?tu=2026-09-15&den=2026-12-14");
        annex.One("[id='f-1.2.rate']").TextContent.ShouldContain("50");
        annex.One("[id='f-4.1.quota']").TextContent.ShouldContain("Chưa có");

        var declared = await office.FollowAsync(await office.FillAsync(
            "/bao-cao/phu-luc-1/ke-khai?tu=2026-09-15&den=2026-12-14", ("f-4.1.quota", "1.023"), ("f-6.1.plan", "12.175"), ("f-6.1.done", "7.972,5"), ("Document", "Quyết định 9/QĐ-UBND")));
        declared.One("[id='f-4.1.quota']").TextContent.ShouldContain("1.023");
        declared.One("[id='f-6.1.rate']").TextContent.ShouldContain("65,48");
        (await office.FillAsync("/bao-cao/phu-luc-1/ke-khai?tu=2026-09-15&den=2026-12-14", ("f-4.1.quota", "hai mươi"), ("Document", "x"))).Errors.Single().ShouldContain("Ghi một số");
    }

    private static async Task<string> B4Async(Visitor visitor)
    {
        var page = await visitor.OpenAsync("/bao-cao/b4?tu=2026-09-15&den=2026-12-14");
        return string.Join(' ', page.Document.QuerySelectorAll("tr.mc-sum td").Skip(1).Select(c => c.TextContent.Trim()));
    }
}

/// <summary>Nine tasks of An Bình as they stand on 20/11/2026.</summary>
public sealed class DirectiveDesk(PostgresFixture postgres) : DeskApp(postgres)
{
    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    protected override async Task PrepareAsync() => await WithDbAsync(async db =>
    {
        Add(db, 1, due: 15, started: 5, submitted: 10, confirmed: 12);
        Add(db, 2, due: 15, started: 5, submitted: 15, confirmed: 18);
        Add(db, 3, due: 10, started: 5, submitted: 12, confirmed: 14);
        Add(db, 4, due: 15, started: 5, submitted: 14);
        Add(db, 5, due: 10, started: 5, submitted: 13);
        Add(db, 6, due: 10, started: 5);
        Add(db, 7, due: 10, started: 5);
        Add(db, 8, due: 28, started: 5);
        Add(db, 9, due: 10);
        return await db.SaveChangesAsync();
    });

    private void Add(MotCuaDb db, int number, int due, int? started = null, int? submitted = null, int? confirmed = null)
    {
        static DateOnly? On(int? day) => day is { } d ? new DateOnly(2026, 11, d) : null;
        var directive = Directive.Record(
            Ward,
            new DirectiveFacts
            {
                Number = $"B-{number}",
                IssuedBy = "UBND tỉnh Hòa Giang",
                Document = $"{number}/UBND-NC",
                Content = $"Việc B-{number}",
                AssignedOn = new DateOnly(2026, 11, 2),
                DueOn = On(due)!.Value,
                StartedOn = On(started),
                SubmittedOn = On(submitted),
                ConfirmedOn = On(confirmed),
            },
            Clock.Now(),
            null).Value;
        db.Add(directive);
        db.AddRange(directive.NewChanges);
    }
}
