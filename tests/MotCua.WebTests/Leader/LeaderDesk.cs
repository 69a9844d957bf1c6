using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.TestKit;
using MotCua.WebTests.Dossiers;
using Shouldly;

namespace MotCua.WebTests.Leader;

/// <summary>Dossiers with a past for the ward of <see cref="DossierOffice"/> on Friday 20/11/2026 09:42, and what officers propose.</summary>
internal static class LeaderDesk
{
    public const string Now = "20/11/2026 09:42";

    public static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    /// <summary>Received on 09/11 with five working days it is due on Monday 16/11.</summary>
    public const string OverdueSince = "09/11/2026 08:00";

    public static Moment At(string time) => DossierStory.At(time);

    /// <summary>A dossier received at a time, lived on by the domain's own verbs.</summary>
    public static async Task<string> AddAsync(this DossierOffice office, string serial, string received, Action<Dossier>? then = null, string limit = "5wd", AgencyId? agency = null)
    {
        var place = agency ?? office.Ward;
        var code = $"{(place == office.Ward ? "H99.31" : "H99.32")}-{At(received).Day:yyMMdd}-{serial}";
        await office.WithDbAsync(async db =>
        {
            var at = At(received);
            var due = Clock.Start(at.Instant, TimeLimit.Parse(limit));
            var procedure = await db.Procedures.SingleAsync(p => p.Code == DossierOffice.Birth);
            var dossier = Dossier.Receive(code, "Hộ tịch", new ReceivedFacts
            {
                Agency = place,
                Desk = place,
                Procedure = procedure.Id,
                Version = office.Version,
                Channel = FilingChannel.Direct,
                Applicant = new Person($"Người Nộp {serial}") { Phone = "0912345678" },
                Limit = limit,
                OnSupplement = SupplementPolicy.Restart,
                Slip = true,
                DueDay = due.DueDay,
                DueAt = due.DueAt,
            }, at, Actor.Of(office.Hanh.Id));
            then?.Invoke(dossier);
            db.Add(dossier);
            return await db.SaveChangesAsync();
        });
        return code;
    }

    public static void Must(this Result result) => result.Succeeded.ShouldBeTrue(result.Error?.ToString());

    /// <summary>Before the signer, at the third step.</summary>
    public static Action<Dossier> Presented(this DossierOffice office, string at, (OfficerId Id, string UserName)? signer = null) => dossier =>
    {
        dossier.Take(office.Bao.Id, At(at), Actor.Of(office.Bao.Id), step: 2).Must();
        dossier.SendForSignature((signer ?? office.Vinh).Id, At(at), Actor.Of(office.Bao.Id), "Dự thảo trích lục", step: 3).Must();
    };

    public static Action<Dossier> Taken(this DossierOffice office, string at) => dossier => dossier.Take(office.Bao.Id, At(at), Actor.Of(office.Bao.Id), step: 2).Must();

    /// <summary>An officer's order; answers the proposal that waits.</summary>
    public static async Task<ProposalId> ProposeAsync(this DossierOffice office, (OfficerId Id, string UserName) by, ActOrder order)
    {
        var done = await office.AsAsync(by, s => s.GetRequiredService<PerformAct>().RunAsync(order, default));
        done.Succeeded.ShouldBeTrue(done.Error?.ToString());
        return done.Value.Proposed.ShouldNotBeNull();
    }

    public static Task<ProposalId> ProposeApologyAsync(this DossierOffice office, string code, string words = "Chi nhánh đất đai chưa trả lời") =>
        office.ProposeAsync(office.Bao, new ActOrder(EventKind.ApologyIssued, code) { Cause = DelayCause.OtherAgencyLate, Words = words, NewDue = new DateOnly(2026, 11, 27) });

    public static Task<Proposal> ProposalAsync(this DossierOffice office, ProposalId id) => office.WithDbAsync(db => db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id));

    /// <summary>The value of the box that ticks a row.</summary>
    public static string KeyOf(this WebPage page, string code, bool proposal) => page.Document.QuerySelectorAll("tr[data-row]")
        .Where(r => r.InnerHtml.Contains(DossierCode.Short(code), StringComparison.Ordinal))
        .Select(r => r.QuerySelector("input[name=viec]")!.GetAttribute("value")!)
        .Single(k => k.StartsWith(proposal ? "p:" : "d:", StringComparison.Ordinal));

    /// <summary>The codes that a list shows, in order.</summary>
    public static IReadOnlyList<string> Codes(this WebPage page) =>
        [.. page.Document.QuerySelectorAll("tr[data-row] .mc-sub .mc-num").Select(e => e.TextContent.Trim())];

    public static string Row(this WebPage page, string code) => string.Join(' ', page.Document.QuerySelectorAll("tr[data-row]")
        .First(r => r.TextContent.Contains(DossierCode.Short(code), StringComparison.Ordinal)).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
