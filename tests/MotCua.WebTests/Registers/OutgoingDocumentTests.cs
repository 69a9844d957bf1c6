using System.Net;
using System.Text;
using Dapper;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.TestKit;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Registers;

/// <summary>The register of outgoing documents: numbers without gaps, files read whole or not at all, figures that open their lines.</summary>
public sealed class OutgoingDocumentTests(BookDesk app) : IClassFixture<BookDesk>, IAsyncLifetime
{
    private const string Head = "Số,Loại văn bản,Ký hiệu,Ngày văn bản,Trích yếu,Người ký,Nơi nhận,Đã ký số,Cách gửi,Phân loại tiếp cận thông tin,Văn bản chỉ đạo cải cách hành chính";

    private const string Annex = "/bao-cao/phu-luc-1?tu=2026-09-15&den=2026-12-14";

    public async ValueTask InitializeAsync() => await app.ExecuteAsync("truncate outgoing_documents, register_changes; delete from series where name like 'outgoing:%'; truncate declared_figures");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Numbers_run_without_gaps_by_type_and_year_and_a_refused_form_takes_none()
    {
        using var clerk = await app.SignedInAs(OfficeRole.Clerk);
        (await RecordAsync(clerk, "decision", "16/11/2026", "Về phân công trực")).ShouldContain("01/QĐ-UBND");
        (await RecordAsync(clerk, "report", "16/11/2026", "Báo cáo tuần")).ShouldContain("01/BC-UBND");
        (await FillAsync(clerk, "decision", "21/11/2026", "Ngày chưa tới")).Errors.Single().ShouldContain("chưa tới");
        (await FillAsync(clerk, "decision", "10/11/2026", "Lùi ngày")).Errors.Single().ShouldContain("thứ tự ngày");
        (await FillAsync(clerk, "decision", "", "")).Errors.Count.ShouldBe(2);
        (await RecordAsync(clerk, "decision", "17/11/2026", "Về nghỉ lễ")).ShouldContain("02/QĐ-UBND");
    }

    [Fact]
    public async Task Ten_who_write_at_once_get_ten_numbers()
    {
        using var clerk = await app.SignedInAs(OfficeRole.Clerk);
        var page = await clerk.OpenAsync("/so/van-ban-di/ghi");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => clerk.SubmitAsync(
            page, "main form[method=post]", ("type", "plan"), ("day", "18/11/2026"), ("summary", $"Kế hoạch {i}"), ("signer", "Lê Quang Vinh"))));
        (await app.AskAsync<int[]>("select array_agg(number order by number) from outgoing_documents")).ShouldBe(Enumerable.Range(1, 10));
    }

    [Fact]
    public async Task A_document_is_found_mended_and_remembers_what_it_said()
    {
        using var clerk = await app.SignedInAs(OfficeRole.Clerk);
        await RecordAsync(clerk, "decision", "16/11/2026", "Về phân công trực tiếp công dân");
        var list = await clerk.OpenAsync("/so/van-ban-di?q=TRUC%20TIEP");
        var link = list.One("tbody a.fw-bold").GetAttribute("href")!;
        var mended = await clerk.FollowAsync(await clerk.FillAsync(link, ("summary", "Về lịch tiếp công dân"), ("signed", "no")));
        mended.Words.ShouldContain("Trích yếu: Về phân công trực tiếp công dân → Về lịch tiếp công dân");
        mended.Words.ShouldContain("Đã ký số: Có → Không");
        (await clerk.FillAsync(link, ("type", "report"))).Errors.Single().ShouldContain("không đổi loại");
        (await clerk.FillAsync(link, ("Revision", "1"))).Errors.Single().ShouldContain("Người khác vừa sửa");
        (await clerk.OpenAsync("/so/van-ban-di?q=khong-co-gi")).Document.QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_those_who_keep_it_write_and_only_the_agency_and_those_above_read()
    {
        using var clerk = await app.SignedInAs(OfficeRole.Clerk);
        await RecordAsync(clerk, "decision", "16/11/2026", "Về phân công trực");
        var link = (await clerk.OpenAsync("/so/van-ban-di")).One("tbody a.fw-bold").GetAttribute("href")!;

        using var reader = await app.SignedInAs(OfficeRole.Receptionist);
        (await reader.OpenAsync(link)).Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
        (await reader.GetAsync("/so/van-ban-di/ghi")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetAsync("/so/van-ban-di/nap")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetAsync("/so/khong-co-so-nay")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reader.OpenAsync("/so")).Words.ShouldContain("Sổ văn bản đi");

        using var neighbour = await app.SignedInAt(app.OtherWard, OfficeRole.Clerk);
        (await neighbour.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.OpenAsync("/so/van-ban-di")).Document.QuerySelectorAll("tbody tr").ShouldBeEmpty();

        using var above = await app.SignedInAt(app.Province, OfficeRole.ReportOfficer);
        (await above.OpenAsync(link)).Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
        (await above.OpenAsync("/so/van-ban-di")).Words.ShouldContain("UBND xã An Bình");

        using var staffKeeper = await app.SignedInAs(OfficeRole.Clerk);
        (await staffKeeper.GetAsync("/so/bien-che/ghi")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_file_with_bad_lines_names_each_and_writes_nothing()
    {
        using var clerk = await app.SignedInAs(OfficeRole.Clerk);
        var page = await LoadAsync(
            clerk,
            "1,Quyết định,,02/11/2026,Một,Lê Quang Vinh,,Có,Chỉ gửi điện tử,Được tiếp cận,Không",
            "2,Sắc lệnh,,31/02/2026,,Lê Quang Vinh,,Có,Chỉ gửi điện tử,Được tiếp cận,Không",
            "3,Quyết định,,04/11/2026,Ba,Lê Quang Vinh,,Có,Chỉ gửi điện tử,Được tiếp cận",
            "1,Quyết định,,02/11/2026,Lại một,Lê Quang Vinh,,Có,Chỉ gửi điện tử,Được tiếp cận,Không");
        foreach (var words in new[] { "Dòng 3: Ô “Loại văn bản”", "Dòng 3: Ô “Ngày văn bản”", "Dòng 3: Ô “Trích yếu”", "Dòng 4: có 10 cột", "Dòng 5: Dòng này nói cùng một mục với dòng 2" })
        {
            page.Words.ShouldContain(words);
        }

        (await app.AskAsync<int>("select count(*)::int from outgoing_documents")).ShouldBe(0);
        (await LoadAsync(
            clerk,
            "1,Quyết định,,02/11/2026,Một,Lê Quang Vinh,,Có,Chỉ gửi điện tử,Được tiếp cận,Không",
            "3,Quyết định,,04/11/2026,Ba,Lê Quang Vinh,,Có,Chỉ gửi điện tử,Được tiếp cận,Không")).Words.ShouldContain("Dòng 3: Số văn bản không được bỏ trống: thiếu số 2");
    }

    [Fact]
    public async Task A_register_that_is_taken_over_goes_on_where_it_ended_and_its_export_loads_again()
    {
        using var clerk = await app.SignedInAs(OfficeRole.Clerk);
        string[] lines =
        [
            "7,Quyết định,,02/11/2026,\"=HYPERLINK(\"\"http://x\"\")\",Lê Quang Vinh,Như trên,Có,Chỉ gửi điện tử,Được tiếp cận,Không",
            ",quyet dinh,QĐ-UBND,2026-11-04,Chín,Lê Quang Vinh,,Không,Chỉ gửi bản giấy,Tiếp cận có điều kiện,Có",
        ];
        (await clerk.FollowAsync(await LoadAsync(clerk, lines))).Flash!.ShouldContain("2 mục mới");
        (await clerk.FollowAsync(await LoadAsync(clerk, lines))).Flash!.ShouldContain("0 mục mới, 0 mục sửa");
        (await RecordAsync(clerk, "decision", "16/11/2026", "Mới")).ShouldContain("09/QĐ-UBND");

        var csv = await app.WithDbAsync(async db =>
        {
            var all = await RegisterBooks.At("van-ban-di")!.ListAsync(db, new RegisterQuestion([app.Ward], "", null), 0, 10, default);
            return Encoding.UTF8.GetString(BookExport.Csv(RegisterSheet.Of(RegisterBooks.At("van-ban-di")!, all), await AgencyTree.LoadAsync(db, default)));
        });
        csv.ShouldContain("\"'=HYPERLINK(\"\"http://x\"\")\"");
        (await clerk.GetAsync("/so/van-ban-di?format=csv")).Status.ShouldBe(HttpStatusCode.OK);
        (await clerk.GetAsync("/so/van-ban-di?format=xlsx")).Status.ShouldBe(HttpStatusCode.OK);
        var again = await clerk.UploadAsync(await clerk.OpenAsync("/so/van-ban-di/nap"), "main form[method=post]", "Upload", "so.csv", Encoding.UTF8.GetBytes(csv));
        (await clerk.FollowAsync(again)).Flash!.ShouldContain("Đã đọc 3 dòng: 0 mục mới, 0 mục sửa");
        (await app.AskAsync<string>("select summary from outgoing_documents where number = 7")).ShouldStartWith("=HYPERLINK");
    }

    [Fact]
    public async Task A_scan_is_put_to_a_record_and_read_by_those_who_may_read_it()
    {
        using var clerk = await app.SignedInAs(OfficeRole.Clerk);
        await RecordAsync(clerk, "decision", "16/11/2026", "Về phân công trực");
        var link = (await clerk.OpenAsync("/so/van-ban-di")).One("tbody a.fw-bold").GetAttribute("href")!;
        var form = await clerk.OpenAsync($"{link}/dinh-kem");
        (await clerk.UploadAsync(form, "main form[method=post]", "Upload", "a.exe", "MZ..."u8.ToArray())).Errors.Single().ShouldContain("không phải PDF");
        var shown = await clerk.FollowAsync(await clerk.UploadAsync(form, "main form[method=post]", "Upload", "C:\\quét\\qd-01.pdf", "%PDF-1.7 một"u8.ToArray()));
        shown.Words.ShouldContain("Thêm tệp: qd-01.pdf");
        var file = shown.One("a[href^='/so/tep/']").GetAttribute("href")!;
        (await clerk.GetAsync(file)).Status.ShouldBe(HttpStatusCode.OK);

        using var neighbour = await app.SignedInAt(app.OtherWard, OfficeRole.Clerk);
        (await neighbour.GetAsync(file)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.GetAsync($"{link}/dinh-kem")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var reader = await app.SignedInAs(OfficeRole.Receptionist);
        (await reader.GetAsync(file)).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync($"{link}/dinh-kem")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_file_may_not_write_into_the_register_of_another_agency()
    {
        using var clerk = await app.SignedInAs(OfficeRole.Clerk);
        var file = $"Đơn vị,{Head}\nH99.32,1,Quyết định,,02/11/2026,Một,Ai đó,,Có,Chỉ gửi điện tử,Được tiếp cận,Không\n";
        var page = await clerk.UploadAsync(await clerk.OpenAsync("/so/van-ban-di/nap"), "main form[method=post]", "Upload", "so.csv", Encoding.UTF8.GetBytes(file));
        page.Words.ShouldContain("Dòng 2: không được ghi vào sổ của cơ quan mã “H99.32”");
    }

    [Fact]
    public async Task Rows_1_1_and_7_5_2_are_counted_from_the_register_and_open_their_lines()
    {
        using var office = await app.SignedInAs(OfficeRole.ReportOfficer);
        await office.FollowAsync(await office.FillAsync(
            "/bao-cao/phu-luc-1/ke-khai?tu=2026-09-15&den=2026-12-14", ("f-1.1", "24"), ("f-7.5.2.issued", "377"), ("f-7.5.2.fully_electronic", "369"), ("Document", "Báo cáo 1/BC")));
        var declared = await office.OpenAsync(Annex);
        declared.One("[id='f-1.1']").TextContent.ShouldContain("Kê khai");
        declared.One("[id='f-7.5.2.issued']").TextContent.ShouldContain("377");

        // Of the year but before the period: 7.5.2 looks at the year, 1.1 at the period.
        await office.FollowAsync(await LoadAsync(office, "1,Công văn,UBND-VP,05/03/2026,Quán triệt kế hoạch,Lê Quang Vinh,,Có,Chỉ gửi điện tử,Được tiếp cận,Có"));
        var half = await office.OpenAsync(Annex);
        half.One("[id='f-1.1']").TextContent.ShouldContain("Kê khai");
        half.One("[id='f-7.5.2.issued']").TextContent.ShouldContain("Số kê khai 377, số tính 1");

        await office.FollowAsync(await LoadAsync(
            office,
            ",Công văn,UBND-VP,05/10/2026,Chỉ đạo rà soát,Lê Quang Vinh,,Có,Chỉ gửi điện tử,Được tiếp cận,Có",
            ",Công văn,UBND-VP,06/10/2026,Trả lời công dân,Lê Quang Vinh,,Có,Nơi nhận không dùng phần mềm,Được tiếp cận,Không",
            ",Kế hoạch,,07/10/2026,Kiểm tra,Lê Quang Vinh,,Không,Gửi điện tử và bản giấy,Không được tiếp cận,Không"));
        var annex = await office.OpenAsync(Annex);
        annex.One("[id='f-1.1']").TextContent.ShouldContain("Số kê khai 24, số tính 1");
        annex.One("[id='f-7.5.2.rate']").TextContent.ShouldContain("66,67");
        await CountsAsync(office, annex, "1.1", 1);
        await CountsAsync(office, annex, "7.5.2.issued", 3);
        await CountsAsync(office, annex, "7.5.2.fully_electronic", 2);
        await CountsAsync(office, annex, "7.5.2.rate", 3);

        using var above = await app.SignedInAt(app.Province, OfficeRole.ReportOfficer);
        (await above.OpenAsync(Annex)).One("[id='f-1.1']").TextContent.ShouldContain("Từ sổ của 1 trên 3 đơn vị");
    }

    private static async Task CountsAsync(Visitor office, WebPage annex, string row, int lines)
    {
        var link = annex.One($"[id='f-{row}'] a.mc-fig").GetAttribute("href")!;
        (await office.OpenAsync(link)).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(lines, row);
    }

    private static Task<WebPage> FillAsync(Visitor clerk, string type, string day, string summary) =>
        clerk.FillAsync("/so/van-ban-di/ghi", ("type", type), ("day", day), ("summary", summary), ("signer", "Lê Quang Vinh"));

    private static async Task<string> RecordAsync(Visitor clerk, string type, string day, string summary) =>
        (await clerk.FollowAsync(await FillAsync(clerk, type, day, summary))).Flash!;

    private static async Task<WebPage> LoadAsync(Visitor clerk, params string[] lines) => await clerk.UploadAsync(
        await clerk.OpenAsync("/so/van-ban-di/nap"), "main form[method=post]", "Upload", "so.csv", Encoding.UTF8.GetBytes($"{Head}\n{string.Join('\n', lines)}\n"));
}

/// <summary>Two communes and a province whose registers are empty.</summary>
public sealed class BookDesk(PostgresFixture postgres) : DeskApp(postgres)
{
    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        return await connection.ExecuteScalarAsync<T>(sql);
    }
}
