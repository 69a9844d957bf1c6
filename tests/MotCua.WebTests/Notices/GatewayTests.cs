using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Notices;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Notices;

/// <summary>SMS and chat against a gateway that fails, delays and repeats.</summary>
public sealed class GatewayTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task A_message_is_posted_once_with_token_and_key()
    {
        await using var gateway = await UseAsync(token: "bi-mat-123");
        var code = await ReceiveAsync();

        var delivery = await office.OneAsync(code, NoticeChannel.Sms);
        (delivery.State, delivery.Attempts).ShouldBe((DeliveryState.Sent, 1));
        delivery.GatewayId.ShouldStartWith("gw-");
        var request = gateway.Requests.ShouldHaveSingleItem();
        (request.Id, request.Key).ShouldBe((delivery.Id.Value.ToString(), delivery.Id.Value.ToString()));
        (request.Authorization, request.Channel, request.To).ShouldBe(("Bearer bi-mat-123", "sms", "+84912345678"));
        request.Text.ShouldBe(delivery.Body);
        request.Text.ShouldContain("đã nhận hồ sơ");
    }

    [Fact]
    public async Task A_lost_answer_leads_to_a_second_request_and_the_person_gets_one_message()
    {
        await using var gateway = await UseAsync();
        gateway.LosesAnswer = true;
        var code = await ReceiveAsync();
        (await office.OneAsync(code, NoticeChannel.Sms)).Reason.ShouldBe(DeliveryReason.Unreachable);

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.SendAsync();

        (await office.OneAsync(code, NoticeChannel.Sms)).State.ShouldBe(DeliveryState.Sent);
        gateway.Requests.Count.ShouldBe(2);
        gateway.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_that_dies_between_sending_and_recording_is_followed_by_another_and_the_person_gets_one_message()
    {
        await using var gateway = await UseAsync();
        var code = await office.ReceiveFromAsync("Lý Thị Ba", null, "0912345678");
        await office.DrainAsync();

        // Takes and sends, and is gone.
        await office.InScopeAsync(async s =>
        {
            var taken = (await s.GetRequiredService<DeliveryQueue>().TakeAsync([NoticeChannel.Sms], default))!;
            var settings = await s.GetRequiredService<ChannelSettings>().GatewayAsync(default);
            return await s.GetRequiredService<GatewayChannel>().SendAsync(taken, settings!);
        });
        (await office.SendOneAsync(NoticeChannel.Sms)).ShouldBeFalse();

        office.Clock.Advance(DeliveryQueue.Lease);
        await office.SendAsync();

        var delivery = await office.OneAsync(code, NoticeChannel.Sms);
        (delivery.State, delivery.Attempts).ShouldBe((DeliveryState.Sent, 2));
        gateway.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_that_comes_back_after_its_lease_changes_nothing_that_another_has_recorded()
    {
        await using var gateway = await UseAsync();
        var code = await office.ReceiveFromAsync("Lý Thị Tư", null, "0912345678");
        await office.DrainAsync();
        var slow = await office.InScopeAsync(s => s.GetRequiredService<DeliveryQueue>().TakeAsync([NoticeChannel.Sms], default));
        office.Clock.Advance(DeliveryQueue.Lease);
        await office.SendAsync();

        await office.InScopeAsync(async s =>
        {
            await s.GetRequiredService<DeliveryQueue>().RecordAsync(slow!, SendOutcome.TryAgain(DeliveryReason.TimedOut, null), default);
            return true;
        });

        (await office.OneAsync(code, NoticeChannel.Sms)).State.ShouldBe(DeliveryState.Sent);
    }

    [Fact]
    public async Task Four_workers_at_once_send_each_message_once()
    {
        await using var gateway = await UseAsync();
        for (var i = 0; i < 10; i++)
        {
            await office.ReceiveFromAsync($"Người {i}", null, "0912345678");
        }

        await office.DrainAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.SendAsync()));

        gateway.Requests.Count.ShouldBe(10);
        gateway.Delivered.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData(500, DeliveryReason.ServerFault)]
    [InlineData(503, DeliveryReason.ServerFault)]
    [InlineData(408, DeliveryReason.TimedOut)]
    [InlineData(401, DeliveryReason.LogInRefused)]
    [InlineData(302, DeliveryReason.Redirected)]
    public async Task A_fault_that_may_pass_is_tried_again(int status, DeliveryReason reason)
    {
        await using var gateway = await UseAsync();
        gateway.Answer(status, ("Location", "http://127.0.0.1:1/steal"));
        var code = await ReceiveAsync();

        var waiting = await office.OneAsync(code, NoticeChannel.Sms);
        (waiting.State, waiting.Reason, waiting.DueAt).ShouldBe((DeliveryState.Waiting, reason, office.Clock.GetUtcNow().AddMinutes(1)));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.SendAsync();
        (await office.OneAsync(code, NoticeChannel.Sms)).State.ShouldBe(DeliveryState.Sent);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task A_refusal_for_good_is_not_tried_again(int status)
    {
        await using var gateway = await UseAsync();
        gateway.Answer(status);
        var code = await ReceiveAsync();

        (await office.OneAsync(code, NoticeChannel.Sms)).State.ShouldBe(DeliveryState.Failed);
        office.Clock.Advance(TimeSpan.FromHours(2));
        await office.SendAsync();
        gateway.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_gateway_that_is_busy_is_left_alone_for_as_long_as_it_asks()
    {
        await using var gateway = await UseAsync();
        gateway.Answer(429, ("Retry-After", "600"));
        var code = await ReceiveAsync();

        var waiting = await office.OneAsync(code, NoticeChannel.Sms);
        (waiting.Reason, waiting.DueAt).ShouldBe((DeliveryReason.Busy, office.Clock.GetUtcNow().AddMinutes(10)));
    }

    [Fact]
    public async Task A_gateway_that_is_too_slow_counts_as_not_answering()
    {
        await using var gateway = await UseAsync(timeout: 1);
        gateway.Faults.Enqueue(async context => await Task.Delay(TimeSpan.FromSeconds(10), context.RequestAborted));
        var code = await ReceiveAsync();

        (await office.OneAsync(code, NoticeChannel.Sms)).Reason.ShouldBe(DeliveryReason.TimedOut);
    }

    [Fact]
    public async Task Chat_goes_through_the_same_gateway_when_it_is_on()
    {
        await using var gateway = await UseAsync(chat: true);
        await ReceiveAsync();

        gateway.Requests.Select(r => r.Channel).Order().ShouldBe(["chat", "sms"]);
    }

    [Fact]
    public async Task A_channel_that_is_switched_off_meanwhile_piles_up_no_errors()
    {
        await using var gateway = await UseAsync();
        var code = await office.ReceiveFromAsync("Lý Thị Mười", null, "0912345678");
        await office.DrainAsync();
        await office.UseGatewayAsync(null);
        await office.SendAsync();

        var skipped = await office.OneAsync(code, NoticeChannel.Sms);
        (skipped.State, skipped.Reason).ShouldBe((DeliveryState.Skipped, DeliveryReason.ChannelOff));
        gateway.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_token_is_not_readable_in_the_database_and_does_not_follow_to_another_host()
    {
        await using var gateway = await UseAsync(token: "khong-ai-doc-duoc");
        (await office.WithDbAsync(db => db.Settings.Where(s => s.Key == ChannelSettings.GatewayKey).Select(s => s.Value).SingleAsync())).ShouldNotContain("khong-ai-doc-duoc");

        await office.UseGatewayAsync(new GatewaySettings(gateway.Url + "?v=2") { Sms = true });
        (await TokenAsync()).ShouldNotBeNull();
        await office.UseGatewayAsync(new GatewaySettings("https://khac.example.vn/send") { Sms = true });
        (await TokenAsync()).ShouldBeNull();
        await office.UseGatewayAsync(null);
    }

    [Fact]
    public async Task A_token_sealed_with_lost_keys_is_said_so_and_nothing_is_sent_without_it()
    {
        await using var gateway = await UseAsync();
        await office.ExecuteAsync($"update settings set value = (value::jsonb || '{{\"token\":\"khong phai\"}}')::text where key = '{ChannelSettings.GatewayKey}'");
        var code = await ReceiveAsync();

        (await office.OneAsync(code, NoticeChannel.Sms)).Reason.ShouldBe(DeliveryReason.SecretUnreadable);
        gateway.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://gateway.example.vn/send")]
    [InlineData("ftp://gateway.example.vn/send")]
    [InlineData("https://user:pass@gateway.example.vn/send")]
    [InlineData("không phải địa chỉ")]
    public async Task An_address_that_would_carry_the_token_in_clear_is_refused(string url) =>
        (await office.InScopeAsync(s => s.GetRequiredService<SaveGateway>().RunAsync(new(new GatewaySettings(url) { Sms = true }), default, default))).Error!.Code.ShouldBe("notices.bad-gateway");

    private Task<string?> TokenAsync() => office.InScopeAsync(async s => (await s.GetRequiredService<ChannelSettings>().GatewayAsync(default))!.Token);

    private async Task<string> ReceiveAsync()
    {
        var code = await office.ReceiveFromAsync("Đặng Hoàng Nguyên Thảo My", null, "0912345678");
        await office.DrainAsync();
        await office.SendAsync();
        return code;
    }

    private async Task<LocalGateway> UseAsync(string? token = null, bool chat = false, int timeout = 5)
    {
        var gateway = await LocalGateway.StartAsync();
        await office.ForgetWaitingAsync();
        await office.UseGatewayAsync(new GatewaySettings(gateway.Url) { Token = token, Sms = true, Chat = chat, TimeoutSeconds = timeout });
        return gateway;
    }
}
