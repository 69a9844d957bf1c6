using MotCua.Foundation;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Foundation;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("Nguyễn Thị Mai", "Nguyễn Thị M***")]
    [InlineData("  Lê   Văn Ổn ", "Lê Văn Ổ***")]
    [InlineData("Đào", "Đ***")]
    [InlineData("Nguyễn Văn A", "Nguyễn Văn ***")]
    [InlineData("", "")]
    public void Only_the_first_letter_of_the_given_name_is_left(string name, string masked) => Masking.Name(name).ShouldBe(masked);

    [Fact]
    public void A_decomposed_name_is_masked_as_its_composed_form() => Masking.Name("Ho\u0302\u0300 A\u0302\u0301i").ShouldBe("Hồ Ấ***");
}
