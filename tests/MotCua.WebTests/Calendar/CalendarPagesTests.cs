using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Calendar;

public sealed class CalendarPagesTests(CalendarOffice office) : IClassFixture<CalendarOffice>
{
    private const string Page = "/quan-tri/lich";

    [Fact]
    public async Task The_year_shows_every_day_with_its_letters_and_says_in_words_what_they_mean()
    {
        using var browser = await office.SignedInAs(OfficeRole.Administrator);
        var page = await browser.GetAsync($"{Page}?nam=2026");
        page.Document.QuerySelectorAll(".mc-month").Length.ShouldBe(12);
        page.One(".mc-month td[title='Giỗ Tổ Hùng Vương'], .mc-month td.off").ShouldNotBeNull();
        page.One(".mc-month td.swap").TextContent.ShouldContain("làm");
        page.One(".mc-month td[aria-current=date]").TextContent.Trim().ShouldStartWith("20");
        page.One(".mc-legend").TextContent.ShouldContain("ngày nghỉ phải làm bù");
        page.Words.ShouldContain("Ngày đặc biệt trong năm 2026");
        page.Document.QuerySelector($"a[href='{Page}/ngay']").ShouldBeNull("a ward does not change the national days");
        page.One(".mc-side a[aria-current=page]").TextContent.ShouldContain("Lịch làm việc");
        (await browser.GetAsync($"{Page}?nam=99999")).Words.ShouldContain("Ngày đặc biệt trong năm 2026");
    }

    [Fact]
    public async Task Only_who_administers_the_agency_opens_its_part_and_only_a_top_agency_the_national_days()
    {
        using var clerk = await office.SignedInAs(OfficeRole.Receptionist, OfficeRole.Signer);
        using var ward = await office.SignedInAs(OfficeRole.Administrator);
        foreach (var path in new[] { Page, $"{Page}/gio", $"{Page}/thu-bay", $"{Page}/nghi", $"{Page}/ngay", $"{Page}/nap" })
        {
            (await clerk.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        foreach (var path in new[] { $"{Page}?co-quan=H99.32", $"{Page}/gio?co-quan=H99.32", $"{Page}/thu-bay?co-quan=H99", $"{Page}/nghi?co-quan=H99.32", $"{Page}/ngay", $"{Page}/nap" })
        {
            (await ward.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await ward.GetAsync($"{Page}?co-quan=H99.77")).Status.ShouldBe(HttpStatusCode.NotFound);
        var hours = await ward.GetAsync($"{Page}/gio");
        (await ward.SubmitAsync(hours, "main form", ("co-quan", "H99.32"), ("ValidFrom", "01/12/2026"), ("DecisionNo", "1/QĐ"))).Status.ShouldBe(HttpStatusCode.Forbidden);

        using var province = await office.SignedInAt(office.Province, OfficeRole.Administrator);
        (await province.GetAsync($"{Page}/gio?co-quan=H99.32")).Status.ShouldBe(HttpStatusCode.OK);
        (await province.GetAsync($"{Page}/ngay")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_with_bad_lines_changes_nothing_and_every_line_is_named_the_same_day_twice_with_both()
    {
        using var browser = await office.SignedInAt(office.Province, OfficeRole.Administrator);
        var before = await office.AskAsync<string>("select value from settings where key = 'calendar.revision'");
        var page = await browser.GetAsync($"{Page}/nap");

        var answer = await browser.UploadAsync(page, "main form", "Upload", "lich-2027.csv", Encoding.UTF8.GetBytes(
            "date,name,kind,confidence\n2027-01-01,Tết Dương lịch,public,sure\n2027-02-30,a,public,sure\n2027-01-01,b,tet,sure\n2027-03-01,c,closing,sure\n"),
            ("DecisionNo", "88/TB-BNV"));

        answer.Errors.ShouldHaveSingleItem().ShouldContain("Tệp có 3 chỗ sai");
        answer.Words.ShouldContain("Dòng 3: ngày “2027-02-30” không có trong lịch");
        answer.Words.ShouldContain("Dòng 4: ngày 2027-01-01 đã có ở dòng 2");
        answer.Words.ShouldContain("Dòng 5: loại ngày “closing” lạ");
        (await office.AskAsync<string>("select value from settings where key = 'calendar.revision'")).ShouldBe(before);
        (await browser.UploadAsync(page, "main form", "Upload", "x.csv", [], ("DecisionNo", ""))).Errors.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_loaded_file_replaces_its_years_with_the_decision_and_an_audit_entry()
    {
        using var browser = await office.SignedInAt(office.Province, OfficeRole.Administrator);
        var page = await browser.GetAsync($"{Page}/nap");
        var done = await browser.FollowAsync(await browser.UploadAsync(page, "main form", "Upload", "lich.csv", Encoding.UTF8.GetBytes(
            "date,name,kind,confidence\n2031-01-01,Tết Dương lịch,public,sure\n2031-05-01,Quốc tế Lao động,public,sure\n"), ("DecisionNo", " 99/TB-BNV ")));
        done.Flash.ShouldNotBeNull().ShouldContain("Đã nạp 2 ngày");
        var year = await browser.GetAsync($"{Page}?nam=2031");
        year.One("tr:has(td:contains('01/05/2031'))").TextContent.ShouldSatisfyAllConditions(r => r.ShouldContain("Quốc tế Lao động"), r => r.ShouldContain("Nghỉ lễ"), r => r.ShouldContain("99/TB-BNV"));
        (await office.AskAsync<string>("select details from audit_log where action = 'calendar.imported' and officer_id is not null order by at desc limit 1"))
            .ShouldBe("2 ngày, 2 thay đổi, 99/TB-BNV");
    }

    [Fact]
    public async Task A_day_is_added_changed_and_removed_each_time_with_a_decision()
    {
        using var browser = await office.SignedInAt(office.Province, OfficeRole.Administrator);
        var missing = await browser.FillAsync($"{Page}/ngay", ("Day", "14/06/2029"), ("Name", "Nghỉ thử"), ("Kind", "Public"), ("DecisionNo", ""));
        missing.Errors.ShouldHaveSingleItem().ShouldContain("Ghi số quyết định");
        missing.One("#Name").GetAttribute("value").ShouldBe("Nghỉ thử");
        (await browser.FillAsync($"{Page}/ngay", ("Day", "17/06/2029"), ("Name", "Nghỉ"), ("Kind", "SwapOff"), ("DecisionNo", "1/TB"))).Errors.ShouldHaveSingleItem().ShouldContain("thứ Hai đến thứ Sáu");

        (await browser.FollowAsync(await browser.FillAsync($"{Page}/ngay", ("Day", "14/06/2029"), ("Name", "Nghỉ  thử"), ("Kind", "Public"), ("DecisionNo", "1/TB"))))
            .Flash.ShouldNotBeNull().ShouldContain("Đã ghi ngày 14/06/2029: Nghỉ thử.");
        (await office.AskAsync<int>("select count(*)::int from calendar_days")).ShouldBeGreaterThan(50, "the built-in days are written down with the first change");
        (await browser.FillAsync($"{Page}/ngay", ("Day", "14/06/2029"), ("Name", "Nữa"), ("Kind", "Public"), ("DecisionNo", "1/TB"))).Errors.ShouldHaveSingleItem().ShouldContain("đã có trong lịch: Nghỉ thử");

        var changed = await browser.FillAsync($"{Page}/ngay?ngay=2029-06-14", ("Day", "15/06/2029"), ("Name", "Dời"), ("Kind", "Public"), ("DecisionNo", "2/TB"));
        (await browser.FollowAsync(changed)).One("tr:has(td:contains('15/06/2029'))").TextContent.ShouldContain("Dời");
        (await ClockAsync(office.Ward)).Calendar.IsWorkingDay(new(2029, 6, 14)).ShouldBeTrue();
        (await ClockAsync(office.Ward)).Calendar.IsWorkingDay(new(2029, 6, 15)).ShouldBeFalse();

        var day = await browser.GetAsync($"{Page}/ngay?ngay=2029-06-15");
        (await browser.SubmitAsync(day, "form[action*=Remove]")).Errors.ShouldHaveSingleItem().ShouldContain("Ghi số quyết định");
        (await browser.FollowAsync(await browser.SubmitAsync(day, "form[action*=Remove]", ("DecisionNo", "3/TB")))).Flash.ShouldNotBeNull().ShouldContain("Đã bỏ ngày 15/06/2029");
        (await ClockAsync(office.Ward)).Calendar.IsWorkingDay(new(2029, 6, 15)).ShouldBeTrue();
        (await browser.GetAsync($"{Page}/ngay?ngay=2029-06-15")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.AskAsync<int>("select count(*)::int from audit_log where action like 'calendar.day-%' and subject like '2029-06%'")).ShouldBe(3);
    }

    [Fact]
    public async Task Summer_hours_of_the_province_hold_in_its_wards_until_a_ward_has_its_own()
    {
        using var browser = await office.SignedInAt(office.Province, OfficeRole.Administrator);
        foreach (var (from, hours) in new[] { ("15/04/2033", "07:00 11:00 14:00 17:30"), ("16/10/2033", "7h30 1130 13:30 17:00") })
        {
            var h = hours.Split(' ');
            var saved = await browser.FillAsync($"{Page}/gio?co-quan=H99", ("ValidFrom", from), ("MorningFrom", h[0]), ("MorningTo", h[1]), ("AfternoonFrom", h[2]), ("AfternoonTo", h[3]), ("DecisionNo", "20/QĐ-UBND"));
            (await browser.FollowAsync(saved)).Flash.ShouldNotBeNull().ShouldContain($"từ ngày {from}");
        }

        var winter = (await ClockAsync(office.Ward)).ClosingOf(new(2033, 4, 14));
        (winter.Hour, winter.Minute).ShouldBe((17, 0));
        (await ClockAsync(office.Ward)).ClosingOf(new(2033, 4, 15)).TimeOfDay.ShouldBe(new TimeSpan(17, 30, 0));
        (await ClockAsync(office.Ward)).ClosingOf(new(2033, 10, 17)).TimeOfDay.ShouldBe(new TimeSpan(17, 0, 0));

        using var ward = await office.SignedInAs(OfficeRole.Administrator);
        await ward.FillAsync($"{Page}/gio", ("ValidFrom", "01/06/2033"), ("MorningFrom", "8:00"), ("MorningTo", "12:00"), ("AfternoonFrom", ""), ("AfternoonTo", ""), ("DecisionNo", "3/TB"));
        (await ClockAsync(office.Ward)).ClosingOf(new(2033, 6, 1)).TimeOfDay.ShouldBe(new TimeSpan(12, 0, 0));
        (await ClockAsync(office.OtherWard)).ClosingOf(new(2033, 6, 1)).TimeOfDay.ShouldBe(new TimeSpan(17, 30, 0));

        var list = await ward.GetAsync($"{Page}/gio");
        list.One("tr:has(form)").TextContent.ShouldContain("08:00–12:00");
        await ward.SubmitAsync(list, "form[action*=Remove]");
        (await ClockAsync(office.Ward)).ClosingOf(new(2033, 6, 1)).TimeOfDay.ShouldBe(new TimeSpan(17, 30, 0));
    }

    [Theory]
    [InlineData("MorningFrom", "25:00", "không phải giờ trong ngày")]
    [InlineData("MorningTo", "06:00", "sớm hơn giờ kết thúc")]
    [InlineData("AfternoonFrom", "", "Ghi giờ, ví dụ 07:30")]
    [InlineData("AfternoonFrom", "11:00", "không chồng nhau")]
    [InlineData("ValidFrom", "", "Ghi ngày bắt đầu")]
    [InlineData("ValidFrom", "30/02/2026", "Không có ngày")]
    [InlineData("DecisionNo", " ", "Ghi số quyết định")]
    public async Task Wrong_hours_are_refused_with_what_was_typed(string box, string typed, string said)
    {
        using var browser = await office.SignedInAs(OfficeRole.Administrator);
        var fields = new Dictionary<string, string>
        {
            ["ValidFrom"] = "01/12/2034", ["MorningFrom"] = "07:00", ["MorningTo"] = "11:30", ["AfternoonFrom"] = "13:30", ["AfternoonTo"] = "17:00", ["DecisionNo"] = "1/QĐ", [box] = typed,
        };
        var answer = await browser.FillAsync($"{Page}/gio", [.. fields.Select(f => (f.Key, f.Value))]);
        answer.Errors.ShouldHaveSingleItem().ShouldContain(said);
        answer.One($"#{box}").GetAttribute("value").ShouldBe(typed);
    }

    [Fact]
    public async Task A_Saturday_desk_is_told_at_the_counter_and_counts_for_no_limit()
    {
        office.Clock.Set("21/11/2026 08:10");
        try
        {
            using var administrator = await office.SignedInAt(office.OtherWard, OfficeRole.Administrator);
            using var counter = await office.SignedInAt(office.OtherWard, OfficeRole.Receptionist);
            (await counter.GetAsync("/tra-ket-qua")).Words.ShouldNotContain("một cửa mở thứ Bảy");
            var opened = await administrator.FillAsync($"{Page}/thu-bay", ("ValidFrom", "01/11/2026"), ("DecisionNo", "5/TB"));
            (await administrator.FollowAsync(opened)).Flash.ShouldNotBeNull().ShouldContain("mở một cửa thứ Bảy từ ngày 01/11/2026");

            foreach (var path in new[] { "/tra-ket-qua", "/tiep-nhan" })
            {
                (await counter.GetAsync(path)).Words.ShouldContain("Hôm nay một cửa mở thứ Bảy, 07:30–11:30. Ngày này không tính vào hạn: hồ sơ nhận hôm nay tính như nhận đầu giờ thứ Hai 23/11/2026.");
            }

            using var other = await office.SignedInAs(OfficeRole.Receptionist);
            (await other.GetAsync("/tra-ket-qua")).Words.ShouldNotContain("một cửa mở thứ Bảy");
            (await ClockAsync(office.OtherWard)).Calendar.IsWorkingDay(new(2026, 11, 21)).ShouldBeFalse();
            (await administrator.GetAsync($"{Page}?nam=2026")).One(".mc-month td.desk").TextContent.ShouldContain("mở");

            (await administrator.FillAsync($"{Page}/thu-bay", ("ValidFrom", "01/12/2026"), ("DecisionNo", "6/TB"))).Errors.ShouldHaveSingleItem().ShouldContain("Đã có buổi thứ Bảy");
            await administrator.SubmitAsync(await administrator.GetAsync($"{Page}/thu-bay"), "form[action*=Remove]");
            (await counter.GetAsync("/tra-ket-qua")).Words.ShouldNotContain("một cửa mở thứ Bảy");
        }
        finally
        {
            office.Clock.Set("20/11/2026 09:42");
        }
    }

    [Fact]
    public async Task A_closing_counts_for_its_agency_alone_and_needs_reason_and_decision()
    {
        using var browser = await office.SignedInAs(OfficeRole.Administrator);
        (await browser.FillAsync($"{Page}/nghi", ("From", "09/12/2026"), ("Reason", ""), ("DecisionNo", ""))).Errors.Count.ShouldBe(1);
        (await browser.FillAsync($"{Page}/nghi", ("From", "09/12/2026"), ("Reason", "Bão"), ("DecisionNo", ""))).Errors.ShouldHaveSingleItem().ShouldContain("Ghi số quyết định");
        (await browser.FillAsync($"{Page}/nghi", ("From", "12/12/2026"), ("To", "13/12/2026"), ("Reason", "Bão"), ("DecisionNo", "1"))).Errors.ShouldHaveSingleItem().ShouldContain("vốn không làm việc");
        (await browser.FillAsync($"{Page}/nghi", ("From", "09/12/2026"), ("To", "08/12/2026"), ("Reason", "Bão"), ("DecisionNo", "1"))).Errors.ShouldHaveSingleItem().ShouldContain("sớm hơn ngày bắt đầu");
        (await browser.FillAsync($"{Page}/nghi", ("From", "01/12/2026"), ("To", "31/12/2027"), ("Reason", "Bão"), ("DecisionNo", "1"))).Errors.ShouldHaveSingleItem().ShouldContain("nhiều nhất 31 ngày");

        (await browser.FollowAsync(await browser.FillAsync($"{Page}/nghi", ("From", "09/12/2026"), ("To", "10/12/2026"), ("Reason", "Nghỉ tránh bão"), ("DecisionNo", "15/QĐ-UBND"))))
            .One("tr:has(td:contains('10/12/2026'))").TextContent.ShouldSatisfyAllConditions(r => r.ShouldContain("Nghỉ tránh bão"), r => r.ShouldContain("Nghỉ đột xuất"), r => r.ShouldContain("15/QĐ-UBND"));
        (await ClockAsync(office.Ward)).Calendar.WhyNot(new(2026, 12, 10)).ShouldBe("Nghỉ tránh bão");
        (await ClockAsync(office.OtherWard)).Calendar.IsWorkingDay(new(2026, 12, 10)).ShouldBeTrue();

        foreach (var _ in new[] { 1, 2 })
        {
            await browser.SubmitAsync(await browser.GetAsync($"{Page}/nghi"), "form[action*=Reopen]");
        }

        (await ClockAsync(office.Ward)).Calendar.IsWorkingDay(new(2026, 12, 10)).ShouldBeTrue();
    }

    [Fact]
    public async Task While_a_ledger_is_loaded_the_calendar_holds_still()
    {
        await using var connection = new NpgsqlConnection(office.ConnectionString);
        await connection.OpenAsync();
        await using var import = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select pg_advisory_xact_lock_shared(hashtext('calendar'))", connection, import))
        {
            await hold.ExecuteNonQueryAsync();
        }

        using var browser = await office.SignedInAs(OfficeRole.Administrator);
        var refused = await browser.FillAsync($"{Page}/nghi", ("From", "16/12/2026"), ("Reason", "Mất điện"), ("DecisionNo", "1/QĐ"));
        refused.Errors.ShouldHaveSingleItem().ShouldContain("Sổ hồ sơ đang được nạp");
        (await ClockAsync(office.Ward)).Calendar.IsWorkingDay(new(2026, 12, 16)).ShouldBeTrue();

        await import.RollbackAsync();
        (await browser.FillAsync($"{Page}/nghi", ("From", "16/12/2026"), ("Reason", "Mất điện"), ("DecisionNo", "1/QĐ"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ClockAsync(office.Ward)).Calendar.IsWorkingDay(new(2026, 12, 16)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_node_sees_a_change_within_a_minute()
    {
        var node = new Ticking();
        var books = new CalendarBooks(office.Services.GetRequiredService<IServiceScopeFactory>(), new AgencyTrees(), node);
        (await books.CurrentAsync(default)).ClockOf(office.OtherWard).Calendar.IsWorkingDay(new(2026, 12, 17)).ShouldBeTrue();
        await office.CloseAsync(office.OtherWard, new(2026, 12, 17));
        (await books.CurrentAsync(default)).ClockOf(office.OtherWard).Calendar.IsWorkingDay(new(2026, 12, 17)).ShouldBeTrue("it is kept for a while");
        node.Ticks += TimeSpan.TicksPerMinute;
        (await books.CurrentAsync(default)).ClockOf(office.OtherWard).Calendar.IsWorkingDay(new(2026, 12, 17)).ShouldBeFalse();
    }

    private Task<DeadlineClock> ClockAsync(AgencyId agency) => office.InScopeAsync(services => services.GetRequiredService<OfficeClocks>().ForAsync(agency, default));

    private sealed class Ticking : TimeProvider
    {
        public long Ticks { get; set; } = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
    }
}
