using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Notices;

/// <summary>From an act at the desk to the deliveries it gives rise to.</summary>
public sealed class DossierNoticeTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task A_receipt_is_told_to_the_applicant_and_what_cannot_be_sent_is_kept_with_its_reason()
    {
        var code = await office.ReceiveFromAsync(DossierOffice.Applicant, null, "0912345678");
        await office.DrainAsync();

        var sent = await office.DeliveriesOfAsync(code);

        sent.Select(d => (d.Channel, d.State, d.Reason, d.Recipient)).ShouldBe(
            [(NoticeChannel.Email, DeliveryState.Skipped, DeliveryReason.NoEmail, ""), (NoticeChannel.Sms, DeliveryState.Skipped, DeliveryReason.ChannelOff, "+84912345678")]);
        sent[1].Body.ShouldBe($"UBND xã An Bình đã nhận hồ sơ {code}: Đăng ký lại khai sinh. Hẹn trả trước 17:00, {DueOf(await office.LoadAsync(code))}.");
    }

    [Fact]
    public async Task Each_act_that_concerns_the_citizen_has_its_words()
    {
        var code = await office.ReceiveFromAsync("Bùi Đăng Hưng", "hung@example.vn", "0912345678");
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        await office.ActAsync<AskForSupplement>(office.Bao, c => c.RunAsync(new(code, null, "bản sao Giấy chứng sinh"), default));
        await office.ActAsync<ReceiveSupplement>(office.Hanh, c => c.RunAsync(new(code, null), default));
        await office.SignedAsync(code);
        await office.ActAsync<MarkResultReady>(office.Hoa, c => c.RunAsync(new(code, null, Outcome.Granted, "12/GKS"), default));
        await office.ActAsync<ReturnResult>(office.Hanh, c => c.RunAsync(new(code, null), default));
        await office.DrainAsync();

        var letters = (await office.DeliveriesOfAsync(code)).Where(d => d.Channel is NoticeChannel.Email).ToList();

        letters.Select(d => d.Template).ShouldBe(["received", "supplement_requested", "supplemented", "result_early", "returned"]);
        letters[1].Body.ShouldContain("Cần anh/chị bổ sung: bản sao Giấy chứng sinh.\nBổ sung xong, thời hạn tính lại từ đầu.");
        letters[3].Body.ShouldContain("Mời anh/chị mang giấy hẹn đến Bộ phận Tiếp nhận và Trả kết quả nhận kết quả.");
        letters.ShouldAllBe(l => l.Body.StartsWith("Kính gửi anh/chị Bùi Đăng Hưng,\n"));
    }

    [Fact]
    public async Task An_officer_is_told_of_work_that_others_put_before_the_officer_and_not_of_own_acts()
    {
        var (before, vinhBefore) = ((await office.InAppOfAsync(office.Bao.Id)).Count, (await office.InAppOfAsync(office.Vinh.Id)).Count);
        var code = await office.ReceiveAsync();
        await office.ActAsync<AssignDossier>(office.Vinh, c => c.RunAsync(new(code, null, office.Bao.Id, "Làm trước thứ Hai"), default));
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        await office.ActAsync<SendForSignature>(office.Bao, c => c.RunAsync(new(code, null, office.Vinh.Id), default));
        await office.ActAsync<SendBack>(office.Vinh, c => c.RunAsync(new(code, null, "Sửa lại họ tên"), default));
        await office.DrainAsync();

        var told = (await office.InAppOfAsync(office.Bao.Id)).Skip(before).ToList();
        told.Select(d => d.Template).ShouldBe(["officer_assigned", "officer_sent_back"]);
        told[0].Body.ShouldContain("Ghi chú: Làm trước thứ Hai.");
        told[1].Body.ShouldContain("ghi: Sửa lại họ tên.");
        (await office.InAppOfAsync(office.Vinh.Id)).Skip(vinhBefore).Select(d => d.Template).ShouldBe(["officer_for_signature"]);
    }

    [Fact]
    public async Task The_receptionists_of_an_agency_that_gets_a_leg_are_told()
    {
        var neighbour = await office.NewOfficerAsync(office.OtherWard, OfficeRole.Receptionist);
        var code = await office.ReceiveAsync();
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        await office.ActAsync<SendLeg>(office.Bao, c => c.RunAsync(new(code, null, office.OtherWard, "xác nhận nơi cư trú", "2wd"), default));
        await office.DrainAsync();

        var told = (await office.InAppOfAsync(neighbour.Id)).ShouldHaveSingleItem();

        told.Body.ShouldStartWith("UBND xã An Bình nhờ: xác nhận nơi cư trú.");
        told.Body.ShouldContain("Trả lời trước 17:00");
    }

    [Fact]
    public async Task An_act_that_fails_tells_nobody()
    {
        var code = await office.ReceiveAsync();
        await office.DrainAsync();
        var refused = await office.AsAsync(office.Bao, s => s.GetRequiredService<SendBack>().RunAsync(new(code, null, "Sửa"), default));

        refused.Succeeded.ShouldBeFalse();
        (await office.WithDbAsync(db => db.Outbox.CountAsync(m => m.DoneAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task Two_nodes_that_do_the_outbox_at_once_write_each_notice_once()
    {
        var codes = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            codes.Add(await office.ReceiveFromAsync($"Người {i}", null, "0912345678"));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.DrainAsync()));

        foreach (var code in codes)
        {
            (await office.DeliveriesOfAsync(code)).Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task The_same_message_done_twice_writes_its_notices_once()
    {
        var code = await office.ReceiveFromAsync("Lý Thị Ba", null, "0912345678");
        await office.DrainAsync();
        await office.ExecuteAsync($"update outbox set done_at = null where payload->>'dossier' = (select id::text from dossiers where code = '{code}')");
        await office.DrainAsync();

        (await office.DeliveriesOfAsync(code)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Work_that_keeps_failing_waits_longer_each_time_and_is_given_up_visibly()
    {
        var start = office.Clock.GetUtcNow();
        var message = OutboxMessage.Of(NoticeQueue.Kind, new NoticeQueue.Message(Ids.New(), 1, NoticeAudience.Applicant), office.Clock.Now());
        await office.WithDbAsync(db =>
        {
            db.Outbox.Add(message);
            return db.SaveChangesAsync();
        });
        var waits = new List<double>();
        for (var i = 0; i < OutboxRunner.MostAttempts; i++)
        {
            await office.DrainAsync();
            var known = await office.WithDbAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == message.Id));
            waits.Add((known.DueAt - office.Clock.Now().Instant).TotalMinutes);
            office.Clock.Set(known.DueAt);
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60]);
        var stuck = await office.WithDbAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == message.Id));
        stuck.StuckAt.ShouldNotBeNull();
        stuck.LastError.ShouldNotBeNull();
        (await office.InScopeAsync(s => s.GetRequiredService<OutboxRunner>().RunAsync(default))).ShouldBeFalse();
        await office.ExecuteAsync($"delete from outbox where id = '{message.Id}'");
        office.Clock.Set(start);
    }

    [Fact]
    public async Task A_refusal_at_the_door_is_told_with_its_reason()
    {
        var code = await office.AsAsync(office.Hanh, async s => (await s.GetRequiredService<RefuseAtDoor>().RunAsync(
            new(office.FormOf("Hồ Văn Tư", phone: "0912345678") with { Reason = "Không thuộc thẩm quyền của xã" }, Ids.New()), default)).Value);
        await office.DrainAsync();

        (await office.OneAsync(code, NoticeChannel.Sms)).Body.ShouldBe("UBND xã An Bình chưa nhận hồ sơ Đăng ký lại khai sinh của anh/chị. Lý do: Không thuộc thẩm quyền của xã.");
    }

    private static string DueOf((Dossier Dossier, List<DossierEvent> Lines) known) => Vietnamese.LongDate(known.Dossier.DueDay!.Value);
}
