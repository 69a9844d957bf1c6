using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

/// <summary>Two communes merge: open dossiers go to the heir by one reviewed act, and nothing of the past changes.</summary>
public sealed class MergerTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task Open_dossiers_go_over_by_one_reviewed_act_and_keep_code_receipt_and_due_date()
    {
        office.Clock.Set("20/11/2026 09:42");
        var open = await office.ReceiveAsync("Trần Thị Mở");
        var ready = await office.ReadyAsync("Lê Văn Sẵn");
        var before = (await office.LoadAsync(open)).Dossier;
        using var preparing = await office.SignedInAt(office.Province, OfficeRole.Administrator);
        var (_, heirName) = await office.NewOfficerAsync(office.OtherWard, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.ReportOfficer);
        using var stranger = office.NewVisitor();
        await stranger.LogInAsync(heirName, DeskApp.Password);
        (await stranger.GetAsync($"/ho-so/{open}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await preparing.OpenAsync("/Admin/Agencies/HandOver?ma=H99.31")).Words.ShouldContain("Cơ quan này còn hoạt động");

        var asked = await preparing.FillAsync("/Admin/Agencies/Succeed?ma=H99.31", ("Kind", "Merge"), ("ToCodes", "H99.32"), ("Day", "24/11/2026"), ("DecisionNo", "15/NQ-HĐND"));
        (await preparing.FollowAsync(await preparing.SubmitAsync(asked, "main form"))).Flash.ShouldNotBeNull();
        office.Clock.Set("24/11/2026 08:00");
        using var administrator = await office.SignedInAt(office.Province, OfficeRole.Administrator);
        using var heir = office.NewVisitor();
        await heir.LogInAsync(heirName, DeskApp.Password);

        // The heir sees and hands back what the old commune left, before anything is handed over.
        (await heir.OpenAsync($"/ho-so/{open}")).Words.ShouldContain("Trần Thị Mở");
        var scanned = await heir.OpenAsync($"/tra-ket-qua?ma={ready}");
        (await heir.FollowAsync(await heir.SubmitAsync(scanned, "main form[method=post]"))).Flash!.ShouldContain("Đã trả kết quả");

        (await administrator.OpenAsync("/Admin/Agencies/Show?ma=H99.31")).Words.ShouldContain("Còn 1 hồ sơ đang giải quyết");
        var look = await administrator.FillAsync("/Admin/Agencies/HandOver?ma=H99.31", ("To", "H99.32"), ("DecisionNo", "15/NQ-HĐND"));
        look.Words.ShouldContain("1 hồ sơ cho UBND xã Bình Minh");
        var done = await administrator.FollowAsync(await administrator.SubmitAsync(look, "main form"));
        done.Flash.ShouldNotBeNull().ShouldContain("Đã bàn giao 1 hồ sơ");

        var (after, lines) = await office.LoadAsync(open);
        (after.Code, after.ReceivedAt, after.DueAt, after.Status).ShouldBe((open, before.ReceivedAt, before.DueAt, before.Status));
        after.AgencyId.ShouldBe(office.OtherWard);
        lines[^1].Kind.ShouldBe(EventKind.HandedOver);
        lines[^1].Note.ShouldBe("15/NQ-HĐND");
        (await office.WithDbAsync(db => db.Audit.AnyAsync(a => a.Action == "dossiers.handed_over"))).ShouldBeTrue();

        // The old code is found, and the heir goes on with it.
        (await heir.OpenAsync($"/ho-so/{open}")).Words.ShouldContain("Bàn giao cho UBND xã Bình Minh");
        office.Clock.Set("24/11/2026 09:00");
        (await PendingAsync("H99.31", new(2026, 11, 23))).ShouldBe(1);
        (await PendingAsync("H99.31", new(2026, 11, 24))).ShouldBe(0);
        (await PendingAsync("H99.32", new(2026, 11, 24))).ShouldBe(1);
    }

    // The office's own row of B.1 up to a day.
    private Task<int> PendingAsync(string agency, DateOnly to) => office.InScopeAsync(async services =>
    {
        var list = await services.GetRequiredService<ListFigure>().RunAsync(
            new ListFigure.Input("pending", agency, new(2026, 11, 1), to, office.Clock.Now().Instant), CancellationToken.None);
        return list.Value.Rows.Count;
    });
}
