using MotCua.Documents;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Documents;

public sealed class FormSetTests
{
    [Theory]
    [InlineData(2024, 5, 5, "05")]
    [InlineData(2025, 9, 14, "05")]
    [InlineData(2025, 9, 15, "06")]
    [InlineData(2026, 11, 20, "06")]
    public void The_control_slip_takes_its_number_from_the_set_of_its_day(int year, int month, int day, string number) =>
        FormSet.InForceOn(new DateOnly(year, month, day))[FormKey.ControlSlip].Number.ShouldBe(number);

    [Fact]
    public void Only_the_set_of_2025_has_a_stop_notice()
    {
        FormSet.Of2018.Has(FormKey.StopNotice).ShouldBeFalse();
        FormSet.Of2025.Has(FormKey.StopNotice).ShouldBeTrue();
    }

    [Fact]
    public void Numbers_run_from_01_without_a_gap_in_each_set()
    {
        foreach (var set in FormSet.All)
        {
            var numbers = Enum.GetValues<FormKey>().Where(set.Has).Select(k => set[k].Number).Order().ToArray();
            numbers.ShouldBe(Enumerable.Range(1, numbers.Length).Select(n => $"{n:00}"));
        }
    }
}
