using System.Text;
using MotCua.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

public sealed class DossierSearchTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task A_whole_or_short_code_or_a_scanned_address_leads_straight_to_the_dossier()
    {
        var code = await office.ReceiveAsync();
        using var bao = await office.LoggedInAsync(office.Bao);

        foreach (var typed in new[] { code, code.ToLowerInvariant(), DossierCode.Short(code), $"https://dichvucong.hoagiang.example/tra-cuu/{code}", $" {code} " })
        {
            (await bao.GetAsync($"/tim-ho-so?q={Uri.EscapeDataString(typed)}")).Location.ShouldBe($"/ho-so/{code}", typed);
        }
    }

    [Theory]
    [InlineData("Trịnh Thị Hoài Đức")]
    [InlineData("trinh thi hoai duc")]
    [InlineData("HOAI DUC")]
    [InlineData("trinh thi hoai dc")]
    public async Task A_name_is_found_with_and_without_marks_and_with_a_letter_missing(string typed)
    {
        var code = await office.ReceiveAsync("Trịnh Thị Hoài Đức", null, null);
        using var bao = await office.LoggedInAsync(office.Bao);

        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            (await bao.OpenAsync($"/tim-ho-so?q={Uri.EscapeDataString(typed.Normalize(form))}")).Words.ShouldContain(DossierCode.Short(code));
        }
    }

    [Theory]
    [InlineData("051192009999")]
    [InlineData("0987 654 321")]
    [InlineData("+84987654321")]
    [InlineData("051192009999|191234567|Phan Văn Số|01011980|Nam|thôn Phú Thọ|01012022")]
    public async Task Personal_number_telephone_and_card_line_find_the_person(string typed)
    {
        var code = await office.ReceiveAsync("Phan Văn Số", "051192009999", "0987654321");
        using var bao = await office.LoggedInAsync(office.Bao);

        (await bao.OpenAsync($"/tim-ho-so?q={Uri.EscapeDataString(typed)}")).Words.ShouldContain(DossierCode.Short(code));
    }

    [Fact]
    public async Task The_last_digits_of_a_code_are_enough()
    {
        var code = await office.ReceiveAsync();
        using var bao = await office.LoggedInAsync(office.Bao);

        (await bao.OpenAsync($"/tim-ho-so?q={code[^4..]}")).Words.ShouldContain(DossierCode.Short(code));
        (await bao.OpenAsync($"/tim-ho-so?q={code[^7..]}")).Words.ShouldContain(DossierCode.Short(code));
    }

    [Theory]
    [InlineData("ngguyen van khong co")]
    [InlineData("%")]
    [InlineData("_____")]
    [InlineData("' or 1=1 --")]
    [InlineData("999999999999")]
    [InlineData("..")]
    public async Task Nothing_found_says_what_to_try(string typed)
    {
        using var bao = await office.LoggedInAsync(office.Bao);

        var page = await bao.OpenAsync($"/tim-ho-so?q={Uri.EscapeDataString(typed)}");

        page.Words.ShouldContain($"Không thấy “{typed}”");
        page.Words.ShouldContain("gõ 6 số cuối của mã");
    }

    [Fact]
    public async Task A_pasted_page_is_cut_and_answered()
    {
        using var bao = await office.LoggedInAsync(office.Bao);

        (await bao.OpenAsync("/tim-ho-so?q=" + new string('a', 4000))).Words.ShouldContain("Không thấy");
    }
}
