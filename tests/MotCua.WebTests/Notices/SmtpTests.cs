using MimeKit;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.WebTests.Dossiers;
using Shouldly;
using SmtpServer.Protocol;
using Xunit;

namespace MotCua.WebTests.Notices;

/// <summary>E-mail against a real SMTP server.</summary>
public sealed class SmtpTests(DossierOffice office) : IClassFixture<DossierOffice>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await office.ForgetWaitingAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_letter_arrives_once_with_its_marks_and_its_own_number()
    {
        await using var mail = new LocalMail();
        await office.UseMailAsync(NoticeRun.To(mail));
        var code = await office.ReceiveFromAsync("Đặng Hoàng Nguyên Thảo My", "my@example.vn", null);
        await office.DrainAsync();
        await office.SendAsync();

        var delivery = await office.OneAsync(code, NoticeChannel.Email);
        (delivery.State, delivery.Attempts, delivery.Reason).ShouldBe((DeliveryState.Sent, 1, null));
        var message = mail.Messages.ShouldHaveSingleItem();
        message.MessageId.ShouldBe($"{delivery.Id.Value:N}@anbinh.gov.vn");
        message.Subject.ShouldStartWith($"Đã nhận hồ sơ {code}, hẹn trả ");
        message.From.Mailboxes.Single().Name.ShouldBe("UBND xã An Bình");
        message.To.Mailboxes.Single().Address.ShouldBe("my@example.vn");
        message.Date.ShouldBe(office.Clock.GetUtcNow());
        message.TextBody!.ShouldContain("Kính gửi anh/chị Đặng Hoàng Nguyên Thảo My,");
        message.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        (await office.SendOneAsync(NoticeChannel.Email)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_cannot_bring_a_header_or_a_second_receiver()
    {
        await using var mail = new LocalMail();
        await office.UseMailAsync(NoticeRun.To(mail) with { FromName = "Xã\r\nBcc: all@example.vn" });
        var code = await office.ReceiveFromAsync("Hồ Văn Bcc: x@example.vn", "tu@example.vn", null);
        await office.ReceiveFromAsync("Người xấu", "xau@example.vn\r\nBcc: all@example.vn", null);
        await office.DrainAsync();
        await office.SendAsync();

        var message = mail.Messages.ShouldHaveSingleItem();
        message.Bcc.ShouldBeEmpty();
        message.To.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe("tu@example.vn");
        message.TextBody!.ShouldContain("Hồ Văn Bcc: x@example.vn");
        (await office.OneAsync(code, NoticeChannel.Email)).State.ShouldBe(DeliveryState.Sent);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_gets_the_letter_after_a_minute()
    {
        await using var mail = new LocalMail();
        await office.UseMailAsync(NoticeRun.To(mail));
        mail.Answers.Enqueue(new SmtpResponse((SmtpReplyCode)451, "greylisted"));
        var code = await office.ReceiveFromAsync("Lý Thị Ba", "ba@example.vn", null);
        await office.DrainAsync();
        await office.SendAsync();

        var waiting = await office.OneAsync(code, NoticeChannel.Email);
        (waiting.State, waiting.Reason, waiting.Attempts).ShouldBe((DeliveryState.Waiting, DeliveryReason.ServerFault, 1));
        waiting.Detail!.ShouldContain("451");
        waiting.DueAt.ShouldBe(office.Clock.GetUtcNow().AddMinutes(1));

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.SendAsync();
        (await office.OneAsync(code, NoticeChannel.Email)).State.ShouldBe(DeliveryState.Sent);
        mail.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_the_server_does_not_know_is_refused_for_good()
    {
        await using var mail = new LocalMail { Unknown = "nobody@example.vn" };
        await office.UseMailAsync(NoticeRun.To(mail));
        var code = await office.ReceiveFromAsync("Lý Thị Tư", "nobody@example.vn", null);
        await office.DrainAsync();
        await office.SendAsync();

        var failed = await office.OneAsync(code, NoticeChannel.Email);
        (failed.State, failed.Reason).ShouldBe((DeliveryState.Failed, DeliveryReason.AddressRefused));
        mail.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_whose_answer_was_lost_goes_out_again_under_the_same_number()
    {
        await using var mail = new LocalMail { AnswerAfter = TimeSpan.FromSeconds(4) };
        await office.UseMailAsync(NoticeRun.To(mail) with { TimeoutSeconds = 1 });
        var code = await office.ReceiveFromAsync("Lý Thị Năm", "nam@example.vn", null);
        await office.DrainAsync();
        await office.SendAsync();
        (await office.OneAsync(code, NoticeChannel.Email)).Reason.ShouldBe(DeliveryReason.TimedOut);

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.UseMailAsync(NoticeRun.To(mail));
        await office.SendAsync();

        (await office.OneAsync(code, NoticeChannel.Email)).State.ShouldBe(DeliveryState.Sent);
        mail.Messages.Count.ShouldBe(2);
        mail.Messages.Select(m => m.MessageId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_server_without_a_trusted_certificate_gets_neither_letter_nor_password()
    {
        await using var mail = new LocalMail(withCertificate: true);
        await office.UseMailAsync(NoticeRun.To(mail, SmtpSecurity.StartTls) with { UserName = "motcua", Password = LocalMail.Password });
        var code = await office.ReceiveFromAsync("Lý Thị Sáu", "sau@example.vn", null);
        await office.DrainAsync();
        await office.SendAsync();

        (await office.OneAsync(code, NoticeChannel.Email)).Reason.ShouldBe(DeliveryReason.NotEncrypted);
        mail.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_is_not_spoken_to_in_clear()
    {
        await using var mail = new LocalMail();
        await office.UseMailAsync(NoticeRun.To(mail, SmtpSecurity.StartTls));
        var code = await office.ReceiveFromAsync("Lý Thị Bảy", "bay@example.vn", null);
        await office.DrainAsync();
        await office.SendAsync();

        (await office.OneAsync(code, NoticeChannel.Email)).Reason.ShouldBe(DeliveryReason.NotEncrypted);
        mail.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dead_server_is_tried_with_longer_waits_and_then_stuck_until_a_person_sends_it_again()
    {
        await using var mail = new LocalMail();
        await office.UseMailAsync(NoticeRun.To(mail) with { Host = "127.0.0.1", Port = LocalMail.FreePort() });
        var code = await office.ReceiveFromAsync("Lý Thị Tám", "tam@example.vn", null);
        await office.DrainAsync();
        var waits = new List<double>();
        for (var i = 0; i < ChannelSettings.DefaultAttempts; i++)
        {
            await office.SendAsync();
            var known = await office.OneAsync(code, NoticeChannel.Email);
            waits.Add((known.DueAt - office.Clock.GetUtcNow()).TotalMinutes);
            office.Clock.Set(known.DueAt);
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60]);
        var stuck = await office.OneAsync(code, NoticeChannel.Email);
        (stuck.State, stuck.Reason, stuck.Attempts).ShouldBe((DeliveryState.Stuck, DeliveryReason.Unreachable, 8));

        await office.UseMailAsync(NoticeRun.To(mail));
        using var admin = await office.SignedInAs(OfficeRole.Administrator);
        var list = await admin.OpenAsync("/Admin/Notices");
        list.Words.ShouldContain("Không nối được với máy chủ");
        await admin.FollowAsync(await admin.SubmitAsync(list, "main form[method=post]", ("ma", stuck.Id.Value.ToString())));
        await office.SendAsync();
        (await office.OneAsync(code, NoticeChannel.Email)).State.ShouldBe(DeliveryState.Sent);
        mail.Messages.ShouldHaveSingleItem();
    }
}
