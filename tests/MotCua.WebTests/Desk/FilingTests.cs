using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Desk;

/// <summary>Online filings before the receipt: examined once and completely, then received, refused or closed.</summary>
public sealed class FilingTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task The_clock_starts_at_the_receipt_and_not_when_it_was_filed()
    {
        office.Clock.Set("20/11/2026 21:15");
        var number = await SubmitAsync("Nguyễn Thị Mạng");
        number.ShouldBe("H99.31-DK-261120-0001");
        var filing = await FindAsync(number);
        (filing.Status, filing.PortalCode).ShouldBe((FilingStatus.Submitted, 1));

        // Friday night: seven and a half hours pass on Monday, Tuesday is the Culture Day, the last half hour is Wednesday's.
        filing.AnswerBy.ShouldBe(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.FromHours(7)));

        office.Clock.Set("23/11/2026 08:10");
        using var hanh = await office.LoggedInAsync(office.Hanh);
        (await hanh.OpenAsync("/tiep-nhan/truc-tuyen")).Words.ShouldContain("Nguyễn Thị Mạng");
        (await hanh.OpenAsync("/tiep-nhan")).Words.ShouldNotContain("Nguyễn Thị Mạng", customMessage: "it is not one of the counter's own drafts");
        (await hanh.OpenAsync($"/tiep-nhan?draft={filing.DraftId}")).One("input[value='Nguyễn Thị Mạng']");
        var code = await office.AsAsync(office.Hanh, async s => (await s.GetRequiredService<ReceiveDossier>().RunAsync(
            new(await FormOfAsync(filing.DraftId, ok: true), Ids.New(), filing.DraftId), default)).Value);

        var (dossier, lines) = await office.LoadAsync(code);
        dossier.ReceivedAt.ShouldBe(new DateTimeOffset(2026, 11, 23, 8, 10, 0, TimeSpan.FromHours(7)));
        dossier.Channel.ShouldBe(FilingChannel.Online);
        ((ReceivedFacts)lines[0].ReadFacts()).AssistedOnline.ShouldBeFalse();
        var after = await FindAsync(number);
        (after.Status, after.DossierCode).ShouldBe((FilingStatus.Received, code));
        (await hanh.OpenAsync("/tiep-nhan/truc-tuyen?nhom=da-xong")).Words.ShouldContain(number);
    }

    [Fact]
    public async Task What_is_missing_is_said_once_and_the_desk_looks_again_when_it_is_mended()
    {
        office.Clock.Set("23/11/2026 09:00");
        var number = await SubmitAsync("Trần Văn Thiếu");
        var draft = (await FindAsync(number)).DraftId;

        var guided = await office.AsAsync(office.Hanh, async s => await s.GetRequiredService<GuideToComplete>().RunAsync(new(await FormOfAsync(draft, ok: false), draft), default));
        guided.Succeeded.ShouldBeTrue(guided.Error?.ToString());
        var asked = await FindAsync(number);
        (asked.Status, asked.PortalCode).ShouldBe((FilingStatus.AskedToComplete, 5));
        asked.AskedFor!.ShouldContain("Tờ khai đăng ký lại khai sinh: Thiếu chữ ký");

        office.Clock.Set("24/11/2026 10:00");
        (await office.InScopeAsync(async s => await s.GetRequiredService<CompleteFiling>().RunAsync(new(number, await FormOfAsync(draft, ok: true)), default))).Succeeded.ShouldBeTrue();
        (await FindAsync(number)).Status.ShouldBe(FilingStatus.Submitted);
    }

    [Fact]
    public async Task A_filing_that_nobody_completes_is_closed_after_its_time_and_not_before()
    {
        office.Clock.Set("25/11/2026 09:00");
        var number = await SubmitAsync("Lê Thị Quên");
        var draft = (await FindAsync(number)).DraftId;
        await office.AsAsync(office.Hanh, async s => await s.GetRequiredService<GuideToComplete>().RunAsync(new(await FormOfAsync(draft, ok: false), draft), default));

        office.Clock.Set("10/12/2026 09:00");
        var id = (await FindAsync(number)).Id;
        (await office.AsAsync(office.Hanh, s => s.GetRequiredService<CloseFiling>().RunAsync(new(id, Withdrawn: false), default))).Error!.Code.ShouldBe("filing.not-expired");

        office.Clock.Set("28/12/2026 09:00");
        using var hanh = await office.LoggedInAsync(office.Hanh);
        var list = await hanh.OpenAsync("/tiep-nhan/truc-tuyen?nhom=cho-hoan-thien");
        var closed = await hanh.FollowAsync(await hanh.SubmitAsync(list, "main td form"));
        closed.Flash!.ShouldContain("quá hạn hoàn thiện");
        (await FindAsync(number)).PortalCode.ShouldBe(8);
    }

    [Fact]
    public async Task A_settled_filing_moves_no_more()
    {
        office.Clock.Set("26/11/2026 09:00");
        var number = await SubmitAsync("Phạm Văn Rút");
        var id = (await FindAsync(number)).Id;

        (await office.AsAsync(office.Hanh, s => s.GetRequiredService<CloseFiling>().RunAsync(new(id, Withdrawn: true), default))).Error!.Code.ShouldBe("dossier.reason-missing");
        (await office.AsAsync(office.Hanh, s => s.GetRequiredService<CloseFiling>().RunAsync(new(id, Withdrawn: true, "Nộp nhầm"), default))).Succeeded.ShouldBeTrue();
        (await office.AsAsync(office.Hanh, s => s.GetRequiredService<CloseFiling>().RunAsync(new(id, Withdrawn: true, "Nộp nhầm"), default))).Error!.Code.ShouldBe("filing.cannot-move");
    }

    [Fact]
    public async Task The_neighbour_sees_nothing_of_it()
    {
        office.Clock.Set("27/11/2026 09:00");
        var number = await SubmitAsync("Hoàng Thị Riêng");
        using var neighbour = await office.SignedInAt(office.OtherWard, MotCua.Organization.OfficeRole.Receptionist);

        (await neighbour.OpenAsync("/tiep-nhan/truc-tuyen")).Words.ShouldNotContain(number);
    }

    private Task<string> SubmitAsync(string name) => office.InScopeAsync(async s =>
    {
        var submitted = await s.GetRequiredService<SubmitFiling>().RunAsync(new(office.Ward, office.FormOf(name, phone: "0912000111") with { FeeDong = null, PaidBy = null }), default);
        submitted.Succeeded.ShouldBeTrue(submitted.Error?.ToString());
        return submitted.Value;
    });

    private Task<Filing> FindAsync(string number) => office.WithDbAsync(db => db.Filings.AsNoTracking().SingleAsync(f => f.Number == number));

    // As the officer leaves the form: fee keyed, papers judged.
    private Task<IntakeForm> FormOfAsync(Guid draft, bool ok) => office.WithDbAsync(async db =>
    {
        var form = (await db.IntakeDrafts.AsNoTracking().SingleAsync(d => d.Id == draft)).Content;
        return form with
        {
            FeeDong = 8000,
            Papers = [.. form.Papers.Select((p, i) => ok || i > 0 ? p with { Verdict = PaperVerdict.Ok } : p with { Verdict = PaperVerdict.Wrong, Reason = "Thiếu chữ ký" })],
        };
    });
}
