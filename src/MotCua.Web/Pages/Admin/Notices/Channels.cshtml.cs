using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Notices;

/// <summary>Mail server and message gateway of the whole installation; only who administers all of it changes them.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class ChannelsModel(
    ChannelSettings settings, SaveSmtp saveSmtp, SaveGateway saveGateway, SaveAttempts saveAttempts, OrderTestNotice test, CurrentOfficer officer, Text t) : PageModel
{
    [BindProperty]
    public string? Host { get; set; }

    [BindProperty]
    public int? Port { get; set; }

    [BindProperty]
    public SmtpSecurity Security { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? FromName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty(Name = "Url")]
    public string? Address { get; set; }

    [BindProperty]
    public bool Sms { get; set; }

    [BindProperty]
    public bool Chat { get; set; }

    [BindProperty]
    public int TimeoutSeconds { get; set; } = 20;

    [BindProperty]
    public int Attempts { get; set; }

    [BindProperty]
    public NoticeChannel Channel { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public SmtpSettings? Smtp { get; private set; }

    public GatewaySettings? Gateway { get; private set; }

    public int MostAttempts { get; private set; }

    public bool MayChange => officer.AdministersAll;

    public IReadOnlyList<FieldOption> Securities => [.. DeliveryWords.Securities.Select(s => new FieldOption(s.Key.ToString(), t[s.Value]))];

    public IReadOnlyList<FieldOption> TestChannels => [.. new[] { NoticeChannel.Email, NoticeChannel.Sms, NoticeChannel.Chat }
        .Where(c => c switch { NoticeChannel.Email => Smtp is not null, NoticeChannel.Sms => Gateway is { Sms: true }, _ => Gateway is { Chat: true } })
        .Select(c => new FieldOption(c.ToString(), t[DeliveryWords.Channels[c]]))];

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostSmtpAsync(CancellationToken ct)
    {
        var given = string.IsNullOrWhiteSpace(Host) ? null : new SmtpSettings(Host, Port ?? 0, Security, From ?? "")
        {
            FromName = FromName,
            UserName = UserName,
            Password = Secret,
            TimeoutSeconds = TimeoutSeconds,
        };
        return await SaveAsync(() => saveSmtp.RunAsync(new(given), officer.Id, ct), given is null ? t["Đã tắt kênh thư điện tử."] : t["Đã lưu máy chủ thư. Gửi thử một thư để chắc chắn."], ct);
    }

    public async Task<IActionResult> OnPostGatewayAsync(CancellationToken ct)
    {
        var given = string.IsNullOrWhiteSpace(Address) ? null : new GatewaySettings(Address) { Token = Secret, Sms = Sms, Chat = Chat, TimeoutSeconds = TimeoutSeconds };
        return await SaveAsync(() => saveGateway.RunAsync(new(given), officer.Id, ct), given is null ? t["Đã tắt cổng tin nhắn."] : t["Đã lưu cổng tin nhắn. Gửi thử một tin để chắc chắn."], ct);
    }

    public Task<IActionResult> OnPostAttemptsAsync(CancellationToken ct) => SaveAsync(() => saveAttempts.RunAsync(new(Attempts), officer.Id, ct), t["Đã lưu số lần thử."], ct);

    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct)
    {
        if (!MayChange)
        {
            return this.Only(OfficeRole.Administrator);
        }

        var ordered = await test.RunAsync(new(Channel, To), officer.Id, officer.AgencyId, ct);
        if (ordered.Succeeded)
        {
            TempData.Flash(t["Đã xếp tin thử; trang này cho thấy kết quả."]);
            return RedirectToPage("Show", new { id = ordered.Value.Value });
        }

        ModelState.Refuse(t, ordered.Error!);
        await ShowAsync(ct);
        return Page();
    }

    private async Task<IActionResult> SaveAsync(Func<Task<Result>> save, string done, CancellationToken ct)
    {
        if (!MayChange)
        {
            return this.Only(OfficeRole.Administrator);
        }

        if (ModelState.IsValid)
        {
            var saved = await save();
            if (saved.Succeeded)
            {
                TempData.Flash(done);
                return RedirectToPage();
            }

            ModelState.Refuse(t, saved.Error!);
        }

        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        (Smtp, Gateway, MostAttempts) = (await settings.SmtpAsync(ct), await settings.GatewayAsync(ct), await settings.MostAttemptsAsync(ct));
    }
}
