using MotCua.Foundation;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Organization;

public sealed class RoleTests
{
    private static readonly Moment Now = Moment.At(new(2026, 11, 20), new(9, 42));
    private static readonly AgencyId Province = Ids.New<AgencyId>();
    private static readonly AgencyId Ward = Ids.New<AgencyId>();
    private static readonly AgencyId Neighbour = Ids.New<AgencyId>();
    private static readonly OfficerId Me = Ids.New<OfficerId>();
    private static readonly OfficerId Colleague = Ids.New<OfficerId>();

    private static readonly AgencyTree Tree = AgencyTree.Of(
    [
        new AgencyNode(Province, "P", [new("Tỉnh", AgencyLevel.Province, null, new(2025, 7, 1), null)]),
        new AgencyNode(Ward, "W", [new("Xã", AgencyLevel.Commune, Province, new(2025, 7, 1), null)]),
        new AgencyNode(Neighbour, "N", [new("Xã bên", AgencyLevel.Commune, Province, new(2025, 7, 1), null)]),
    ]);

    [Fact]
    public void A_role_holds_in_its_agency_only()
    {
        var officer = With((OfficeRole.Receptionist, Ward), (OfficeRole.Specialist, Ward));
        officer.Holds(OfficeRole.Receptionist, Ward).ShouldBeTrue();
        officer.Holds(OfficeRole.Specialist, Ward).ShouldBeTrue();
        officer.Holds(OfficeRole.Signer, Ward).ShouldBeFalse();
        officer.Holds(OfficeRole.Receptionist, Neighbour).ShouldBeFalse();
        officer.Sees(Neighbour).ShouldBeFalse();
    }

    [Fact]
    public void The_provinces_report_officer_sees_every_ward_but_does_not_act_there()
    {
        var officer = With((OfficeRole.ReportOfficer, Province));
        officer.Sees(Ward).ShouldBeTrue();
        officer.Holds(OfficeRole.ReportOfficer, Ward).ShouldBeFalse();
        officer.SeenAgencies().ShouldBe([Province, Ward, Neighbour], ignoreOrder: true);
    }

    [Fact]
    public void The_provinces_administrator_administers_every_ward_and_a_wards_only_its_own()
    {
        With((OfficeRole.Administrator, Province)).Holds(OfficeRole.Administrator, Ward).ShouldBeTrue();
        With((OfficeRole.Administrator, Province)).AdministersAll.ShouldBeTrue();
        With((OfficeRole.Administrator, Ward)).Holds(OfficeRole.Administrator, Province).ShouldBeFalse();
        With((OfficeRole.Administrator, Ward)).AdministersAll.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_is_nobody()
    {
        var officer = new CurrentOfficer();
        officer.IsKnown.ShouldBeFalse();
        officer.Holds(OfficeRole.Administrator, Ward).ShouldBeFalse();
        officer.Sees(Ward).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-20", null)]
    [InlineData("2026-11-19", "2026-11-25", "organization.delegate-past")]
    [InlineData("2026-11-25", "2026-11-24", "organization.dates")]
    [InlineData("2026-11-20", "2027-11-20", "organization.delegate-too-long")]
    public void A_delegation_begins_today_or_later_and_ends_soon(string from, string to, string? refused) =>
        Give([OfficeRole.Specialist], from, to).Error?.Code.ShouldBe(refused);

    [Fact]
    public void A_delegation_is_in_force_on_its_first_and_last_day()
    {
        var delegation = Give([OfficeRole.Specialist], "2026-11-23", "2026-11-25").Value;
        delegation.InForce(new(2026, 11, 22)).ShouldBeFalse();
        delegation.InForce(new(2026, 11, 23)).ShouldBeTrue();
        delegation.InForce(new(2026, 11, 25)).ShouldBeTrue();
        delegation.InForce(new(2026, 11, 26)).ShouldBeFalse();
    }

    [Fact]
    public void Administration_is_never_delegated() =>
        Give([OfficeRole.Administrator], "2026-11-20", "2026-11-21").Error!.Code.ShouldBe("organization.delegate-forbidden");

    [Fact]
    public void A_delegation_names_at_least_one_role_and_another_person()
    {
        Give([], "2026-11-20", "2026-11-21").Error!.Code.ShouldBe("organization.delegate-nothing");
        Delegation.Give(Me, Me, [OfficeRole.Clerk], new DateRange(Now.Day, Now.Day), "nghỉ phép", Now).Error!.Code.ShouldBe("organization.delegate-self");
    }

    [Fact]
    public void Taken_back_it_gives_nothing_from_today_on()
    {
        var delegation = Give([OfficeRole.Specialist], "2026-11-20", "2026-11-30").Value;
        delegation.Revoke(new(2026, 11, 22)).ShouldBeTrue();
        delegation.InForce(new(2026, 11, 21)).ShouldBeTrue();
        delegation.InForce(new(2026, 11, 22)).ShouldBeFalse();
        Give([OfficeRole.Specialist], "2026-11-20", "2026-11-30").Value.Revoke(new(2026, 11, 20)).ShouldBeFalse("it never began, the row may go");
    }

    [Theory]
    [InlineData("con trau di truoc cai cay", true)]
    [InlineData("Đường về quê hương", true)]
    [InlineData("ngan qua", false)]
    [InlineData("matkhau123456", false)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("hanh.dtm123456", false)]
    public void A_password_is_long_and_not_what_everybody_tries(string password, bool good) =>
        PasswordRules.Check(password, "hanh.dtm").Succeeded.ShouldBe(good);

    private static Result<Delegation> Give(OfficeRole[] roles, string from, string to) =>
        Delegation.Give(Me, Colleague, roles, new DateRange(DateOnly.Parse(from), DateOnly.Parse(to)), "nghỉ phép", Now);

    private static CurrentOfficer With(params (OfficeRole Role, AgencyId Agency)[] roles)
    {
        var officer = new CurrentOfficer();
        var session = new OfficerSession
        {
            AccountId = Ids.New<AccountId>(),
            OfficerId = Me,
            Code = "CB-1",
            Name = "Phan Quốc Bảo",
            Title = "Công chức",
            AgencyId = Ward,
            UserName = "bao.pq",
            SecurityStamp = "x",
            MayWork = true,
            Roles = [.. roles.Select(r => new HeldRole(r.Role, r.Agency, null))],
        };
        officer.Become(session, Tree, Now.Day);
        return officer;
    }
}
