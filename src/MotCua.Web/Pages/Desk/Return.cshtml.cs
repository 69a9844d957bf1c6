using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Scan the slip, Enter; read what comes, Enter: handed over and closed. Works the same without JavaScript.</summary>
[Allow(OfficeRole.Receptionist, OfficeRole.Clerk)]
public sealed class ReturnModel(DossierReader reader, DossierSearch search, ReturnResult returns, ReadyList ready, Text t) : PageModel
{
    /// <summary>What the scanner typed: a code, or the slip's look-up address.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Scanned { get; set; }

    [FromQuery(Name = "trang")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public int? Revision { get; set; }

    [BindProperty]
    public FilingChannel Channel { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Handed over earlier and keyed only now.</summary>
    [BindProperty]
    public DateTimeOffset? HappenedAt { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    public DossierView? View { get; private set; }

    /// <summary>Nothing of that code among the records this officer may read.</summary>
    public bool Unknown { get; private set; }

    public IReadOnlyList<ReadyRow> Waiting { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, ReadyList.PageSize, 0, "");

    public bool MayHandOver => View is not null && View.Acts.Contains(DossierActs.HandOver);

    /// <summary>Late and nobody said sorry: the desk writes down what it told the citizen.</summary>
    public bool LateWithoutApology => View is { LateWithoutApology: true };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (View is null)
        {
            return await ShowAsync(ct);
        }

        if (LateWithoutApology && string.IsNullOrWhiteSpace(Note) && MayHandOver)
        {
            ModelState.AddModelError(nameof(Note), t["Hồ sơ trễ hẹn mà chưa có văn bản xin lỗi. Ghi đã nói gì với người nhận"]);
            return await ShowAsync(ct);
        }

        if (!ModelState.IsValid || SaysLateHalf())
        {
            return await ShowAsync(ct);
        }

        var late = HappenedAt is { } at ? new LateEntry(at, LateReason ?? "") : null;
        var result = await returns.RunAsync(new ReturnResult.Input(View.Code, Revision, Channel, Recipient, Note) { Late = late }, ct);
        var again = (await reader.FindAsync(View.Code, ct))!;
        if (result.Succeeded || ActModel.WasMine(result, again, Revision, EventKind.Returned))
        {
            TempData.Flash(t["Đã trả kết quả hồ sơ {0} cho {1}", View.ShortCode, string.IsNullOrWhiteSpace(Recipient) ? View.Applicant.Name : Vietnamese.Tidy(Recipient)], t["Mở hồ sơ"], $"/ho-so/{View.Code}");
            return Redirect("/tra-ket-qua");
        }

        View = again;
        ModelState.AddModelError(FieldOf(result.Error!), t[result.Error!]);
        return await ShowAsync(ct);
    }

    private static string FieldOf(Error error) => error switch
    {
        { Code: "dossier.return-late-reason" } => nameof(Note),
        { Code: "dossier.out-of-order" } => nameof(HappenedAt),
        { Field: nameof(HappenedAt) or nameof(LateReason) } => error.Field,
        _ => "",
    };

    // A reason without the hour says nothing; the hour without a reason is the domain's to refuse.
    private bool SaysLateHalf()
    {
        if (HappenedAt is null && !string.IsNullOrWhiteSpace(LateReason))
        {
            ModelState.AddModelError(nameof(HappenedAt), t["Ghi ngày và giờ việc đã xảy ra"]);
        }

        return !ModelState.IsValid;
    }

    private async Task FindAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Scanned))
        {
            return;
        }

        var code = await search.CodeOfScanAsync(Scanned, ct);
        View = code is null ? null : await reader.FindAsync(code, ct);
        Unknown = View is null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var (rows, total) = await ready.ReadAsync(PageNumber, ct);
        Waiting = rows;
        Paging = new Paging(Math.Max(PageNumber, 1), ReadyList.PageSize, total, t["hồ sơ"]);
        return Page();
    }

    /// <summary>What to tell the person at the counter when there is nothing to hand over.</summary>
    public IReadOnlyList<string> WhatToSay()
    {
        var view = View!;
        var holder = view.HolderName ?? t["người được phân công"];
        return view.Status switch
        {
            DossierStatus.Returned => [t["Kết quả đã được trả lúc {0}.", view.ReturnedAt], LastWords(EventKind.Returned)],
            DossierStatus.Withdrawn => [t["Hồ sơ đã được rút, không có kết quả để trả."], LastWords(EventKind.Withdrawn)],
            DossierStatus.RefusedAtDoor => [t["Hồ sơ này không được tiếp nhận, không có kết quả để trả."]],
            DossierStatus.WaitingSupplement => [t["Hồ sơ đang chờ người nộp bổ sung, thời hạn tạm dừng."], LastWords(EventKind.SupplementRequested), t["Nộp đủ giấy tờ thì thời hạn mới chạy tiếp."]],
            _ when view.State.Stopped => [t["Hồ sơ đang tạm dừng tính thời hạn."], LastWords(EventKind.Paused)],
            DossierStatus.ForSignature => [t["Kết quả đang chờ {0} ký.", holder], Promise(view)],
            DossierStatus.Signed => [t["Kết quả đã ký, văn thư đang vào sổ."], Promise(view)],
            DossierStatus.Received => [t["Hồ sơ mới tiếp nhận, chưa có người thẩm định."], Promise(view)],
            DossierStatus.Done or DossierStatus.RefusedOnMerit or DossierStatus.Stopped => [t["Kết quả đã có, nhưng trả tại {0}.", view.AgencyName]],
            _ => [t["Hồ sơ đang ở {0}, đang giải quyết.", holder], Promise(view)],
        };
    }

    private string Promise(DossierView view)
    {
        if (view.ExtendedDue is { } extended)
        {
            return t["Đã xin lỗi và hẹn lại {0}.", Vietnamese.LongDate(extended)];
        }

        if (view.DueAt is not { } due)
        {
            return t["Thủ tục này không hẹn ngày; ghi số điện thoại để báo khi có kết quả."];
        }

        var when = $"{Vietnamese.Time(due)}, {Vietnamese.LongDate(Moment.Of(due).Day)}";
        return view.Due.Kind is DueKind.Overdue
            ? t["Đã quá hẹn {0}. Xin lỗi người dân, ghi lại số điện thoại và báo lãnh đạo ngay.", when]
            : t["Hẹn trả trước {0}.", when];
    }

    private string LastWords(EventKind kind) => View!.History.FirstOrDefault(h => h.Kind == kind)?.Words ?? "";
}
