using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.WebTests.Inbox;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Notices;

/// <summary>The morning digest over the ward of the inbox tests; its dossiers stand on Friday 20/11/2026.</summary>
public sealed class DigestTests(InboxDesk desk) : IClassFixture<InboxDesk>
{
    private const string Friday = "20/11/2026 07:00";

    [Fact]
    public async Task At_seven_an_officer_with_open_work_is_told_what_it_is()
    {
        await OrderAsync(Friday);
        await desk.DrainAsync();

        var told = await DigestAsync(desk.Bao.Id, "20");

        told.ShouldNotBeNull();
        told.Subject.ShouldBe("Việc thứ Sáu 20/11/2026");
        told.Body.Split('\n').ShouldBe(["Hạn hôm nay: 1 hồ sơ", "Quá hạn: 1 hồ sơ", "Đang giữ, kể cả việc trên: 4 hồ sơ"]);
        told.Link.ShouldBe("/Inbox");
    }

    [Fact]
    public async Task Before_seven_after_noon_and_on_rest_days_nothing_is_ordered()
    {
        (await OrderAsync("20/11/2026 06:59")).ShouldBeFalse();
        (await OrderAsync("20/11/2026 12:00")).ShouldBeFalse();
        (await OrderAsync("21/11/2026 07:30")).ShouldBeFalse();
        (await OrderAsync("02/09/2026 07:30")).ShouldBeFalse();
    }

    [Fact]
    public async Task Four_nodes_order_a_day_once_and_the_next_day_again()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OrderAsync("23/11/2026 07:00")));
        await OrderAsync("23/11/2026 08:00");
        await desk.DrainAsync();
        (await DigestAsync(desk.Bao.Id, "23")).ShouldNotBeNull();
        var ordered = await desk.WithDbAsync(db => db.Outbox.Where(m => m.Kind == OrderDigests.Kind).Select(m => m.Payload).ToListAsync());
        ordered.Count(p => p.Contains("2026-11-23", StringComparison.Ordinal) && p.Contains(desk.Bao.Id.Value.ToString(), StringComparison.Ordinal)).ShouldBe(1);

        (await OrderAsync("24/11/2026 07:00")).ShouldBeFalse("a holiday");
        await desk.DrainAsync();
        (await DigestAsync(desk.Bao.Id, "24")).ShouldBeNull();
        (await OrderAsync("25/11/2026 07:00")).ShouldBeTrue();
        await desk.DrainAsync();
        (await DigestAsync(desk.Bao.Id, "25")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_has_nothing_to_do_is_left_in_peace()
    {
        var idle = await desk.NewOfficerAsync(desk.OtherWard, OfficeRole.Specialist);
        await OrderAsync("01/12/2026 07:00");
        await desk.DrainAsync();
        (await desk.InAppOfAsync(idle.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_leader_sees_the_whole_agency_and_another_agencys_leader_does_not()
    {
        var leader = await desk.NewOfficerAsync(desk.Ward, OfficeRole.Signer);
        var neighbour = await desk.NewOfficerAsync(desk.OtherWard, OfficeRole.Signer);
        await OrderAsync("26/11/2026 07:00");
        await desk.DrainAsync();

        var told = (await DigestAsync(leader.Id, "26")).ShouldNotBeNull().Body;
        told.ShouldContain("Cả cơ quan quá hạn, chưa xin lỗi: ");
        told.ShouldContain("Chưa giao cho ai: 1 hồ sơ");
        told.ShouldContain("Không có chuyển động: ");
        told.ShouldContain("Chờ người dân bổ sung: 1 hồ sơ");
        (await DigestAsync(neighbour.Id, "26")).ShouldNotBeNull().Body.ShouldNotContain("Chờ người dân bổ sung");
    }

    [Fact]
    public async Task It_comes_by_mail_to_who_has_an_address_and_has_not_said_no()
    {
        await using var mail = new LocalMail();
        await desk.UseMailAsync(NoticeRun.To(mail));
        await desk.ExecuteAsync($"update officers set email = 'bao@example.vn' where id = '{desk.Bao.Id.Value}'; update officers set email = 'tu@example.vn' where id = '{desk.Tu.Id.Value}'");
        await desk.InScopeAsync(s => s.GetRequiredService<ChooseNotices>().RunAsync(new(WorkByEmail: true, DigestByEmail: false), desk.Tu.Id, default));
        await OrderAsync("27/11/2026 07:00");
        await desk.DrainAsync();
        await desk.SendAsync();

        var letter = mail.Messages.ShouldHaveSingleItem();
        letter.To.Mailboxes.Single().Address.ShouldBe("bao@example.vn");
        letter.TextBody!.ReplaceLineEndings("\n").ShouldContain("Việc thứ Sáu 27/11/2026:\n\nQuá hạn: ");
        await desk.UseMailAsync(null);
    }

    [Fact]
    public async Task Another_module_adds_a_line_by_registering_it()
    {
        desk.Clock.Set("30/11/2026 07:00");
        var lines = desk.Services.GetServices<DigestLine>().Append(new DigestLine("Phản ánh chờ trả lời: {0}", null, (_, scope, _) => Task.FromResult(scope.Officer == desk.Bao.Id ? 3 : 0)));
        await desk.InScopeAsync(async s =>
        {
            var write = ActivatorUtilities.CreateInstance<WriteDigest>(s, lines);
            await write.RunAsync(new(desk.Bao.Id.Value, new DateOnly(2026, 11, 30)), default);
            return true;
        });
        (await DigestAsync(desk.Bao.Id, "30")).ShouldNotBeNull().Body.ShouldEndWith("Phản ánh chờ trả lời: 3");
    }

    private Task<bool> OrderAsync(string at)
    {
        desk.Clock.Set(at);
        return desk.InScopeAsync(s => s.GetRequiredService<OrderDigests>().RunAsync(default));
    }

    private async Task<NoticeDelivery?> DigestAsync(OfficerId officer, string day) =>
        (await desk.InAppOfAsync(officer)).SingleOrDefault(d => d.Source == $"digest:2026-11-{day}:{officer.Value}");
}
