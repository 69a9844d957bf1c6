using MotCua.Foundation;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Organization;

/// <summary>A district with two communes until 30/6/2025; from 1/7/2025 both are one commune under the province.</summary>
public sealed class AgencyTreeTests
{
    private static readonly DateOnly Before = new(2025, 6, 30);
    private static readonly DateOnly After = new(2025, 7, 1);

    private static readonly AgencyNode Province = Node("P", new AgencyStage("Tỉnh", AgencyLevel.Province, null, new(2000, 1, 1), null));
    private static readonly AgencyNode District = Node("D", new AgencyStage("Huyện", AgencyLevel.District, Province.Id, new(2000, 1, 1), Before));
    private static readonly AgencyNode East = Node("E", new AgencyStage("Xã Đông", AgencyLevel.Commune, District.Id, new(2000, 1, 1), Before));

    private static readonly AgencyNode West = Node(
        "W",
        new AgencyStage("Xã Tây", AgencyLevel.Commune, District.Id, new(2000, 1, 1), new(2019, 12, 31)),
        new AgencyStage("Thị trấn Tây", AgencyLevel.Commune, District.Id, new(2020, 1, 1), Before));

    private static readonly AgencyNode United = Node("U", new AgencyStage("Xã Đông Tây", AgencyLevel.Commune, Province.Id, After, null));

    private static readonly AgencyTree Tree = AgencyTree.Of([Province, District, East, West, United]);

    [Fact]
    public void A_name_is_the_name_of_the_day()
    {
        Tree.NameOf(West.Id, new(2019, 12, 31)).ShouldBe("Xã Tây");
        Tree.NameOf(West.Id, new(2020, 1, 1)).ShouldBe("Thị trấn Tây");
        Tree.NameOf(West.Id, After).ShouldBe("Thị trấn Tây", "an agency that has ended keeps its last name");
    }

    [Fact]
    public void The_last_day_is_inclusive()
    {
        Tree.StageAt(District.Id, Before).ShouldNotBeNull();
        Tree.StageAt(District.Id, After).ShouldBeNull();
    }

    [Fact]
    public void Children_are_those_in_force_on_the_day()
    {
        Tree.ChildrenOf(Province.Id, Before).Select(c => c.Code).ShouldBe(["D"]);
        Tree.ChildrenOf(Province.Id, After).Select(c => c.Code).ShouldBe(["U"]);
        Tree.OtherChildrenOf(Province.Id, After).Select(c => c.Code).ShouldBe(["D"]);
    }

    [Fact]
    public void Nothing_leaves_the_total_of_the_province_when_a_district_ends() =>
        Tree.WithDescendants(Province.Id, After).ShouldBe([Province.Id, District.Id, East.Id, West.Id, United.Id], ignoreOrder: true);

    [Fact]
    public void The_path_names_every_level_above() =>
        Tree.PathTo(East.Id, Before).ShouldBe([Province.Id, District.Id, East.Id]);

    [Fact]
    public void Two_agencies_that_stood_under_each_other_at_different_times_do_not_hang_a_walk()
    {
        var (a, b) = (Ids.New<AgencyId>(), Ids.New<AgencyId>());
        var tree = AgencyTree.Of(
        [
            new AgencyNode(a, "A", [new("A", AgencyLevel.Commune, b, new(2000, 1, 1), new(2010, 1, 1))]),
            new AgencyNode(b, "B", [new("B", AgencyLevel.Commune, a, new(2011, 1, 1), null)]),
        ]);
        tree.WithDescendants(a, After).Count.ShouldBe(2);
        tree.IsWithin(a, Province.Id, After).ShouldBeFalse();
        tree.PathTo(a, After).Count.ShouldBe(2);
    }

    [Fact]
    public void A_rename_ends_the_old_stage_the_day_before()
    {
        var agency = Agency.Found("X1", "Xã  Cũ", AgencyLevel.Commune, null, new(2000, 1, 1)).Value;
        agency.ChangeFrom(After, "Xã Mới", AgencyLevel.Commune, null).Succeeded.ShouldBeTrue();
        agency.Versions.Select(v => (v.Name, v.ValidFrom, v.ValidTo)).ShouldBe(
            [("Xã Cũ", new DateOnly(2000, 1, 1), Before), ("Xã Mới", After, (DateOnly?)null)]);
    }

    [Fact]
    public void Stages_of_one_agency_never_overlap()
    {
        var agency = Agency.Found("X2", "Xã", AgencyLevel.Commune, null, new(2000, 1, 1), Before).Value;
        agency.AddVersion("Xã", AgencyLevel.Commune, null, new DateRange(Before, null)).Error!.Code.ShouldBe("organization.overlap");
        agency.AddVersion("Xã", AgencyLevel.Commune, null, new DateRange(After, null)).Succeeded.ShouldBeTrue();
        agency.EndOn(Before).Error!.Code.ShouldBe("organization.agency-not-in-force", "a later stage would stay behind");
    }

    [Theory]
    [InlineData("H57.12", true)]
    [InlineData("00004", true)]
    [InlineData("A-1", true)]
    [InlineData("h57", false)]
    [InlineData(".A", false)]
    [InlineData("A B", false)]
    [InlineData("A\n", false)]
    [InlineData("", false)]
    [InlineData("Đ1", false)]
    public void A_code_has_the_pattern_of_the_contract(string code, bool good) => Agency.IsCode(code).ShouldBe(good);

    [Fact]
    public void A_name_has_three_hundred_letters_at_most_whatever_its_form()
    {
        var nfd = string.Concat(Enumerable.Repeat("ệ".Normalize(System.Text.NormalizationForm.FormD), 300));
        Names.Check(nfd, Agency.LongestName).Value.Length.ShouldBe(300);
        Names.Check(nfd + "a", Agency.LongestName).Error!.Code.ShouldBe("organization.name-long");
        Names.Check("Xã \u202EAn Bình", Agency.LongestName).Error!.Code.ShouldBe("organization.name-characters");
    }

    private static AgencyNode Node(string code, params AgencyStage[] stages) => new(Ids.New<AgencyId>(), code, stages);
}
