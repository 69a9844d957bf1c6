using MotCua.Foundation;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Foundation;

public sealed class MaskedNameTests
{
    [Theory]
    [InlineData("Đặng Hoàng Nguyên Thảo My", "Đ. H. N. T. My")]
    [InlineData("Nguyễn Thị Mai", "N. T. Mai")]
    [InlineData("  nguyễn   thị mai ", "N. T. mai")]
    [InlineData("Ngô Ý", "N. Ý")]
    [InlineData("LƯƠNG THỊ NGUYỆT", "L. T. NGUYỆT")]
    public void A_Vietnamese_name_keeps_its_given_name(string name, string masked) => MaskedName.Of(name).ShouldBe(masked);

    [Theory]
    [InlineData("My", "M***")]
    [InlineData("Siu", "S***")]
    [InlineData("John Smith", "J. S***")]
    [InlineData("H'Hen Niê", "H. N***")]
    [InlineData("Công ty TNHH Hòa Phát", "C. T. T. H. P***")]
    [InlineData("(Nguyễn) Mai", "N. M***")]
    [InlineData("Müller-Lüdenscheidt", "M***")]
    [InlineData("王小明", "王***")]
    [InlineData("Hộ 24 Trần Phú", "H. 2. T. P***")]
    public void Whatever_is_no_such_name_shows_first_letters_only(string name, string masked) => MaskedName.Of(name).ShouldBe(masked);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("– …")]
    public void Nothing_stays_nothing(string name) => MaskedName.Of(name).ShouldBe("");

    [Fact]
    public void Marks_in_either_normal_form_give_the_same_mask()
    {
        const string Name = "Đặng Hoàng Nguyên Thảo Mỹ";
        MaskedName.Of(Name.Normalize(System.Text.NormalizationForm.FormD)).ShouldBe(MaskedName.Of(Name));
    }

    [Theory]
    [InlineData("Hồ sơ của bà Nguyễn Thị Mai phải xác minh", "Hồ sơ của bà N. T. Mai phải xác minh")]
    [InlineData("Gọi 0912 345 678 hoặc +84912345678 không được", "Gọi … hoặc … không được")]
    [InlineData("Số định danh 051192004567 sai, thư mai@example.vn trả về", "Số định danh … sai, thư … trả về")]
    [InlineData("Chờ bản án 42/2019/HNGĐ-ST đến 26/11/2026", "Chờ bản án 42/2019/HNGĐ-ST đến 26/11/2026")]
    [InlineData("NGUYỄN THỊ MAI ở xa", "N. T. Mai ở xa")]
    public void Free_words_lose_the_name_and_long_numbers(string text, string shown) => MaskedName.InText(text, "Nguyễn Thị Mai", null).ShouldBe(shown);
}
