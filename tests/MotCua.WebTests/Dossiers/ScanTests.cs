using System.Net;
using System.Text;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

public sealed class ScanTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    [Fact]
    public async Task A_scan_is_shown_on_the_page_and_given_only_to_who_may_read()
    {
        var code = await office.ReceiveAsync();
        (await AddAsync(code, "to khai.png", Png)).Succeeded.ShouldBeTrue();
        using var bao = await office.LoggedInAsync(office.Bao);
        using var neighbour = await office.SignedInAt(office.OtherWard, OfficeRole.Specialist);

        var image = (await bao.OpenAsync($"/ho-so/{code}")).One(".mc-view img").GetAttribute("src")!;

        (await bao.GetAsync(image)).Status.ShouldBe(HttpStatusCode.OK);
        (await neighbour.GetAsync(image)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("trang.html", "<html><script>alert(1)</script></html>", "files.wrong-kind")]
    [InlineData("ban-quet.pdf", "MZ-not a pdf", "files.wrong-kind")]
    [InlineData("trong.pdf", "", "files.empty")]
    public async Task What_a_file_is_is_read_from_its_bytes(string name, string content, string error)
    {
        var code = await office.ReceiveAsync();

        (await AddAsync(code, name, Encoding.UTF8.GetBytes(content))).Error!.Code.ShouldBe(error);
    }

    [Fact]
    public async Task More_than_ten_megabytes_are_refused()
    {
        var code = await office.ReceiveAsync();
        var big = new byte[FileStore.Largest + 1];
        "%PDF-"u8.CopyTo(big);

        (await AddAsync(code, "lon.pdf", big)).Error!.Code.ShouldBe("files.too-large");
    }

    [Fact]
    public async Task The_same_bytes_lie_once_and_are_proved_by_their_name()
    {
        var code = await office.ReceiveAsync();
        var first = await AddAsync(code, "a.png", Png);
        var second = await AddAsync(code, @"C:\quet\b.png", Png);

        second.Value.Sha256.ShouldBe(first.Value.Sha256);
        (await office.Services.GetRequiredService<FileStore>().IsIntactAsync(first.Value.Sha256, default)).ShouldBeTrue();
        var names = await office.WithDbAsync(db => db.DossierFiles.Where(f => f.Sha256 == first.Value.Sha256).Select(f => f.FileName).Distinct().ToListAsync());
        names.ShouldContain("b.png");
    }

    [Fact]
    public async Task The_form_says_which_file_was_wrong()
    {
        var code = await office.ReceiveAsync();
        using var hanh = await office.LoggedInAsync(office.Hanh);

        var answer = await hanh.FillAsync($"/ho-so/{code}/ban-quet");

        answer.Errors.ShouldHaveSingleItem().ShouldContain("Chọn ít nhất một tệp");
    }

    private Task<Result<StoredFile>> AddAsync(string code, string name, byte[] content) => office.AsAsync(
        office.Hanh, services => services.GetRequiredService<AddScan>().RunAsync(new(code, 1, name, new MemoryStream(content)), default));
}
