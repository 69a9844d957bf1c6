using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Public;

/// <summary>The citizen rates on the tracking page: once, after the finish, and only who gave the second fact.</summary>
public sealed class RateOnlineTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task A_finished_dossier_is_rated_once_by_who_gave_the_second_fact()
    {
        office.Clock.Set("12/11/2026 10:00");
        var code = await (await new TrackedLife(office).ReceivedAsync("09/11/2026 08:10")).Ready("11/11/2026 09:00").WrittenAsync();
        using var citizen = office.NewVisitor();
        var opened = await citizen.FollowAsync(await citizen.FillAsync($"/tra-cuu/{code}/chi-tiet", ("Digits", TrackedLife.Phone[^4..])));

        var rated = await citizen.FollowAsync(await citizen.SubmitAsync(opened, "#danh-gia", ("rating", "5")));

        rated.Flash!.ShouldContain("Đã ghi đánh giá");
        rated.Words.ShouldContain("Hồ sơ đã được đánh giá: Rất hài lòng");
        rated.Document.QuerySelector("#danh-gia").ShouldBeNull();
        (await citizen.FollowAsync(await citizen.SubmitAsync(opened, "#danh-gia", ("rating", "1")))).Flash!.ShouldContain("đã có đánh giá");
        (await LedgerAsync(code)).ShouldBe(["5 online"]);
    }

    [Fact]
    public async Task Nobody_rates_without_the_second_fact_or_before_the_finish_or_beside_the_scale()
    {
        office.Clock.Set("12/11/2026 10:00");
        var open = await (await new TrackedLife(office).ReceivedAsync("09/11/2026 08:10")).WrittenAsync();
        var done = await (await new TrackedLife(office).ReceivedAsync("09/11/2026 08:10")).Ready("11/11/2026 09:00").WrittenAsync();
        using var citizen = office.NewVisitor();
        var early = await citizen.FollowAsync(await citizen.FillAsync($"/tra-cuu/{open}/chi-tiet", ("Digits", TrackedLife.Phone[^4..])));
        early.Document.QuerySelector("#danh-gia").ShouldBeNull();
        var page = await citizen.FollowAsync(await citizen.FillAsync($"/tra-cuu/{done}/chi-tiet", ("Digits", TrackedLife.Phone[^4..])));

        (await citizen.FollowAsync(await citizen.SubmitAsync(page, "#danh-gia", ("rating", "6")))).Flash!.ShouldContain("từ 1 đến 5");
        using var other = office.NewVisitor();
        var token = (await other.GetAsync($"/tra-cuu/{done}/chi-tiet")).One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var refused = await other.PostAsync($"/tra-cuu/{done}?handler=Rate", ("rating", "5"), ("__RequestVerificationToken", token));

        refused.Location.ShouldBe($"/tra-cuu/{done}/chi-tiet");
        (await LedgerAsync(done)).ShouldBeEmpty();
    }

    private Task<List<string>> LedgerAsync(string code) => office.WithDbAsync(async db =>
    {
        var events = await (
            from e in db.DossierEvents
            join d in db.Dossiers on e.DossierId equals d.Id
            where d.Code == code && e.Kind == EventKind.Rated
            select e).ToListAsync();
        return events.Select(e => (RatingFacts)e.ReadFacts()).Select(f => $"{f.Rating} {f.Via.Text()}").ToList();
    });
}
