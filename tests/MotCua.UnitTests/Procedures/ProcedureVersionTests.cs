using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Procedures;

public sealed class ProcedureVersionTests
{
    private static readonly Moment Now = Moment.At(new DateOnly(2026, 11, 20), new TimeOnly(9, 42));

    [Fact]
    public void A_first_import_holds_since_ever_and_a_change_begins_on_the_day_of_the_import()
    {
        var procedure = Imported("5wd");

        procedure.Import(Text("3wd"), null, null, On(2026, 11, 25)).Value.ShouldBeTrue();

        procedure.VersionAt(new DateOnly(2022, 1, 5))!.Number.ShouldBe(1);
        procedure.VersionAt(new DateOnly(2026, 11, 24))!.Limit!.Value.ToString().ShouldBe("5wd");
        procedure.VersionAt(new DateOnly(2026, 11, 25))!.Limit!.Value.ToString().ShouldBe("3wd");
    }

    [Fact]
    public void A_second_import_of_the_same_day_replaces_the_first()
    {
        var procedure = Imported("5wd");

        procedure.Import(Text("3wd"), null, null, Now).Value.ShouldBeTrue();

        procedure.Versions.ShouldHaveSingleItem().Limit!.Value.ToString().ShouldBe("3wd");
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var procedure = Imported("5wd");

        procedure.Import(Text("5wd"), null, null, On(2026, 12, 1)).Value.ShouldBeFalse();

        procedure.Versions.Count.ShouldBe(1);
    }

    [Fact]
    public void Publishing_ends_the_version_before_on_the_day_before()
    {
        var procedure = Imported("5wd");
        procedure.StartDraft(Text("3wd"), VersionOrigin.Office, Now);

        var published = procedure.Publish(new DateOnly(2026, 12, 1), "1874/QĐ-UBND", Now);

        published.Value.ValidTo.ShouldBeNull();
        procedure.Versions[1].ValidTo.ShouldBe(new DateOnly(2026, 11, 30));
        procedure.VersionAt(new DateOnly(2026, 11, 30))!.Number.ShouldBe(1);
        procedure.VersionAt(new DateOnly(2026, 12, 1))!.Number.ShouldBe(2);
    }

    [Fact]
    public void A_version_that_ended_yesterday_is_not_in_force_today()
    {
        var procedure = Imported("5wd");

        procedure.EndOn(Now.Day.AddDays(-1)).Succeeded.ShouldBeTrue();

        procedure.VersionAt(Now.Day).ShouldBeNull();
        procedure.VersionAt(Now.Day.AddDays(-1))!.Number.ShouldBe(1);
    }

    [Fact]
    public void A_version_put_before_a_later_one_ends_where_that_one_begins()
    {
        var procedure = Imported("5wd");
        procedure.StartDraft(Text("4wd"), VersionOrigin.Office, Now);
        procedure.Publish(new DateOnly(2027, 1, 1), "2/QĐ", Now);
        procedure.StartDraft(Text("3wd"), VersionOrigin.Office, Now);

        var between = procedure.Publish(new DateOnly(2026, 12, 1), "3/QĐ", Now).Value;

        between.ValidTo.ShouldBe(new DateOnly(2026, 12, 31));
        Enumerable.Range(0, 90).ShouldAllBe(d => procedure.Versions.Count(v => v.IsInForce(Now.Day.AddDays(d))) == 1);
    }

    [Fact]
    public void Two_versions_never_begin_on_one_day()
    {
        var procedure = Imported("5wd");
        procedure.StartDraft(Text("4wd"), VersionOrigin.Office, Now);
        procedure.Publish(new DateOnly(2026, 12, 1), "2/QĐ", Now);
        procedure.StartDraft(Text("3wd"), VersionOrigin.Office, Now);

        procedure.Publish(new DateOnly(2026, 12, 1), "3/QĐ", Now).Error!.Code.ShouldBe("procedure.day-taken");
    }

    [Fact]
    public void A_procedure_has_one_draft_at_most()
    {
        var procedure = Imported("5wd");
        procedure.StartDraft(Text("4wd"), VersionOrigin.Office, Now);

        procedure.StartDraft(Text("3wd"), VersionOrigin.Office, Now).Error!.Code.ShouldBe("procedure.draft-exists");
    }

    [Fact]
    public void A_channel_may_have_its_own_limit()
    {
        var text = Text("3wd") with
        {
            Content = new ProcedureContent { Channels = [new ChannelTerms(FilingChannel.Online) { Limit = TimeLimit.WorkingDays(1) }, new ChannelTerms(FilingChannel.Direct)] },
        };
        var version = Imported(text).VersionAt(Now.Day)!;

        version.LimitFor(FilingChannel.Online).ShouldBe(TimeLimit.WorkingDays(1));
        version.LimitFor(FilingChannel.Direct).ShouldBe(TimeLimit.WorkingDays(3));
        version.LimitFor(FilingChannel.Postal).ShouldBe(TimeLimit.WorkingDays(3));
    }

    [Theory]
    [InlineData("3wd", 22.5, true, "Cộng 3 ngày, khớp thời hạn")]
    [InlineData("3wd", 15, true, "Cộng 2 ngày, còn dư 1 ngày")]
    [InlineData("3wd", 26.25, false, "Cộng 3,5 ngày, quá thời hạn 0,5 ngày")]
    [InlineData("8h", 8, true, "Cộng 8 giờ, khớp thời hạn")]
    [InlineData("same", 8, false, "Cộng 8 giờ, quá thời hạn 0,5 giờ")]
    [InlineData("none", 100, true, "Cộng 13,33 ngày")]
    public void Steps_must_fit_the_limit(string limit, double hours, bool fits, string words)
    {
        var plan = new StepPlan([new InternalStep("Thẩm định", OfficeRole.Specialist, (decimal)hours)], TimeLimit.Parse(limit));

        plan.Fits.ShouldBe(fits);
        plan.Summary().ShouldBe(words);
        plan.Check().Succeeded.ShouldBe(fits);
    }

    [Fact]
    public void The_difference_names_what_changed_and_why()
    {
        var old = Text("5wd") with
        {
            Content = new ProcedureContent
            {
                Papers = [new RequiredPaper("Tờ khai") { Originals = 1 }, new RequiredPaper("Bản sao sổ hộ khẩu") { Copies = 1 }, new RequiredPaper("Ảnh") { Originals = 2 }],
                Fees = [new ChannelFee(FilingChannel.Online, 15_000)],
            },
        };
        var @new = Text("3wd") with
        {
            Content = new ProcedureContent
            {
                Papers = [new RequiredPaper("Tờ khai") { Originals = 1 }, new RequiredPaper("Ảnh") { Originals = 2 }],
                Fees = [new ChannelFee(FilingChannel.Online, 7_500)],
                Reasons = new Dictionary<string, string> { ["limit"] = "Cắt giảm theo quyết định của UBND tỉnh" },
            },
        };

        var rows = VersionDiff.Between(old, @new);

        rows.Select(r => (r.Label, r.Old, r.New)).ShouldBe(
        [
            ("Thời hạn", "5 ngày làm việc", "3 ngày làm việc"),
            ("Giấy tờ 2", "Bản sao sổ hộ khẩu (1 bản sao)", null),
            ("Lệ phí trực tuyến", "15.000 đồng", "7.500 đồng"),
        ]);
        rows[0].Why.ShouldBe("Cắt giảm theo quyết định của UBND tỉnh");
    }

    [Fact]
    public void What_the_source_does_not_say_is_said_plainly()
    {
        var rows = VersionDiff.Between(Text("5wd") with { Limit = null }, Text("5wd"));

        rows.ShouldHaveSingleItem().Old.ShouldBe("Nguồn không ghi đơn vị thời hạn");
        VersionDiff.FeeWords(null).ShouldBe("Nguồn không ghi mức lệ phí");
        VersionDiff.FeeWords(new ChannelFee(null, 0)).ShouldBe("không thu");
    }

    [Theory]
    [InlineData("Xác nhận tình trạng hôn nhân", "xntthn")]
    [InlineData("Đăng ký  (lại) khai sinh", "dklks")]
    public void Initials_are_the_first_letters_without_marks(string name, string initials) => SearchText.Initials(name).ShouldBe(initials);

    [Theory]
    [InlineData("tinh trang hon", "Giấy xác nhận [tình trạng hôn] nhân")]
    [InlineData("hon xac", "Giấy [xác] nhận tình trạng [hôn] nhân")]
    [InlineData("gi", "[Gi]ấy xác nhận tình trạng hôn nhân")]
    [InlineData("zzz", "Giấy xác nhận tình trạng hôn nhân")]
    public void The_matched_part_is_marked(string key, string expected) =>
        Marks(SearchText.Highlight("Giấy xác nhận tình trạng hôn nhân", key)).ShouldBe(expected);

    [Fact]
    public void Words_found_by_their_first_letters_are_marked() =>
        Marks(SearchText.HighlightInitials("Giấy xác nhận tình trạng hôn nhân", "xntthn")).ShouldBe("Giấy [xác nhận tình trạng hôn nhân]");

    [Theory]
    [InlineData("1.004873", true)]
    [InlineData("1.004873.000.00.00.H48", true)]
    [InlineData(".1", false)]
    [InlineData("a1", false)]
    [InlineData("1\n", false)]
    [InlineData("", false)]
    [InlineData("A23456789012345678901234567890123456789012", false)]
    public void Codes_follow_the_pattern_of_the_contract(string code, bool valid) => ProcedureCode.IsCode(code).ShouldBe(valid);

    private static string Marks(IEnumerable<NamePart> parts) => string.Concat(parts.Select(p => p.Match ? $"[{p.Text}]" : p.Text));

    private static Moment On(int year, int month, int day) => Moment.At(new DateOnly(year, month, day), new TimeOnly(9, 0));

    private static VersionText Text(string limit) => new() { Name = "Thủ tục thử", Field = "Hộ tịch", Limit = TimeLimit.Parse(limit) };

    private static Procedure Imported(string limit) => Imported(Text(limit));

    private static Procedure Imported(VersionText text)
    {
        var procedure = Procedure.Register("1.004873").Value;
        procedure.Import(text, null, null, Now).Value.ShouldBeTrue();
        return procedure;
    }
}
