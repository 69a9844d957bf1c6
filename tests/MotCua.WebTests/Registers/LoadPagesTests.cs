using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Registers;

/// <summary>Tasks from above and tasks of plans out of a spreadsheet: what the office exports it can load, all or nothing.</summary>
public sealed class LoadPagesTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    private const string Plan = "Đơn vị,Kế hoạch,Năm,Số thứ tự,Nội dung nhiệm vụ,Người thực hiện,Sản phẩm,Thời hạn,Hoàn thành,Minh chứng\n";

    private const string Tasks = "Mã nhiệm vụ,Cơ quan giao,Văn bản,Nội dung nhiệm vụ,Ngày giao,Thời hạn,Bắt đầu,Gửi kết quả,Xác nhận,Tình trạng\n";

    [Fact]
    public async Task A_whole_plan_is_loaded_exported_and_loaded_again_without_a_change()
    {
        using var lien = await OfficeAsync();
        (await LoadAsync(lien, "/ke-hoach/nap", Plan
            + ",Kế hoạch cải cách hành chính,2026,A1,\"Rà soát, cắt giảm thủ tục\",Võ Thị Kim Liên,Báo cáo,30/06/2026,,\n"
            + ",Kế hoạch cải cách hành chính,2026,A2,Khảo sát hài lòng,,,,15/11/2026,\n")).Location.ShouldBe("/ke-hoach");
        var page = await lien.OpenAsync("/ke-hoach?nam=2026");
        page.Words.ShouldContain("Đã đọc 2 dòng: 2 mục mới, 0 mục sửa.");
        page.Words.ShouldContain("Rà soát, cắt giảm thủ tục");
        page.Words.ShouldContain("Xong 15/11/2026");

        var export = (await lien.GetAsync("/ke-hoach?nam=2026&format=csv")).Document.Body!.TextContent;
        await LoadAsync(lien, "/ke-hoach/nap", export.TrimStart('\uFEFF'));
        (await lien.OpenAsync("/ke-hoach?nam=2026")).Words.ShouldContain("0 mục mới, 0 mục sửa.");
        (await office.WithDbAsync(db => db.Audit.CountAsync(a => a.Action == "plan-tasks.imported" && a.OfficerId != null))).ShouldBe(1);
    }

    [Fact]
    public async Task A_task_is_not_done_on_a_day_that_has_not_come()
    {
        using var lien = await OfficeAsync();

        (await LoadAsync(lien, "/ke-hoach/nap", Plan + ",Kế hoạch cải cách hành chính,2026,Z1,Rà soát,,,,31/12/2099,\n")).Words.ShouldContain("Dòng 2: ngày hoàn thành 31/12/2099 chưa tới");
    }

    [Fact]
    public async Task A_file_as_Excel_saves_it_on_a_Vietnamese_machine_is_read()
    {
        using var lien = await OfficeAsync();
        var file = Tasks.Replace(',', ';') + "N-9;UBND tỉnh;;Rà soát, báo cáo;01/10/2026;30/10/2026;;;;\n";

        (await LoadAsync(lien, "/nhiem-vu/nap", file)).Location.ShouldBe("/nhiem-vu");
        (await lien.OpenAsync("/nhiem-vu?q=ra+soat+bao+cao")).Words.ShouldContain("Rà soát, báo cáo");
    }

    [Fact]
    public async Task A_bad_line_is_named_and_nothing_is_written()
    {
        using var lien = await OfficeAsync();
        var answer = await LoadAsync(lien, "/nhiem-vu/nap", Tasks
            + "N-1,UBND tỉnh,CV 1,Rà soát thủ tục,01/10/2026,30/10/2026,,,,\n"
            + "N-2,UBND tỉnh,CV 2,Báo cáo,31/02/2026,30/10/2026,,,,\n"
            + ",UBND tỉnh,CV 3,Báo cáo,01/10/2026,30/10/2026,,,,\n"
            + "N-4,UBND tỉnh,CV 4,Báo cáo,01/10/2026,30/10/2026,,,05/10/2026\n");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Errors.ShouldHaveSingleItem().ShouldContain("chưa có gì thay đổi");
        answer.Words.ShouldContain("Dòng 3: Ô “Ngày giao”");
        answer.Words.ShouldContain("Dòng 4: ");
        answer.Words.ShouldContain("Dòng 5: ");
        (await office.WithDbAsync(db => db.Directives.CountAsync(d => d.Number == "N-1"))).ShouldBe(0);
        (await LoadAsync(lien, "/nhiem-vu/nap", "")).Errors.ShouldBe(["Chọn tệp CSV"]);
    }

    [Fact]
    public async Task A_file_without_a_column_is_refused_before_it_erases_what_the_column_says()
    {
        using var lien = await OfficeAsync();
        await LoadAsync(lien, "/nhiem-vu/nap", Tasks + "N-20,UBND tỉnh,CV 20,Rà soát,01/10/2026,30/10/2026,05/10/2026,,,\n");

        var answer = await LoadAsync(lien, "/nhiem-vu/nap", "Mã nhiệm vụ,Cơ quan giao,Nội dung nhiệm vụ,Ngày giao,Thời hạn\nN-20,UBND tỉnh,Rà soát,01/10/2026,30/10/2026\n");
        answer.Words.ShouldContain("Bắt đầu");
        answer.Errors.Count.ShouldBe(1);
        (await office.WithDbAsync(db => db.Directives.Where(d => d.Number == "N-20").Select(d => d.StartedOn).SingleAsync())).ShouldBe(new DateOnly(2026, 10, 5));
    }

    [Fact]
    public async Task Nobody_loads_into_the_register_of_another_agency_by_naming_it_or_its_task()
    {
        using var lien = await OfficeAsync();
        using var neighbour = await office.SignedInAt(office.OtherWard, OfficeRole.ReportOfficer);
        await LoadAsync(neighbour, "/nhiem-vu/nap", Tasks + "X-1,UBND tỉnh,CV 9,Việc của xã bên,01/10/2026,30/10/2026,,,,\n");

        (await LoadAsync(lien, "/nhiem-vu/nap", Tasks + "X-1,UBND tỉnh,CV 9,Lấy về,01/10/2026,30/10/2026,,,,\n")).Words.ShouldContain("không được ghi vào sổ của cơ quan");
        (await LoadAsync(lien, "/nhiem-vu/nap", "Đơn vị," + Tasks + "H99.32,X-2,UBND tỉnh,CV 9,Việc,01/10/2026,30/10/2026,,,,\n")).Words.ShouldContain("không được ghi vào sổ của cơ quan mã “H99.32”");
        (await office.WithDbAsync(db => db.Directives.Where(d => d.Number == "X-1").Select(d => d.Content).SingleAsync())).ShouldBe("Việc của xã bên");

        using var bao = await office.LoggedInAsync(office.Bao);
        (await bao.GetAsync("/nhiem-vu/nap")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await bao.GetAsync("/ke-hoach/nap")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Visitor> OfficeAsync() => await office.SignedInAt(office.Ward, OfficeRole.ReportOfficer);

    private static async Task<WebPage> LoadAsync(Visitor who, string path, string csv) =>
        await who.UploadAsync(await who.OpenAsync(path), "form[enctype]", "Upload", "tep.csv", Encoding.UTF8.GetBytes(csv));
}
