using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

/// <summary>The ledger on a real PostgreSQL: numbers, append-only, and row and ledger that agree.</summary>
public sealed class LedgerTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task Two_hundred_intakes_at_once_get_codes_that_are_unique_and_without_gaps()
    {
        office.Clock.Set("23/11/2026 08:00");

        var codes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => office.ReceiveAsync($"Người Thứ {i}", null, null)));

        codes.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 200).Select(n => $"H99.31-261123-{n:0000}"));
        var ids = await office.WithDbAsync(db => db.Dossiers.Where(d => codes.Contains(d.Code)).Select(d => d.Id).ToListAsync());
        var lines = await office.WithDbAsync(db => db.DossierEvents.Where(e => e.Kind == EventKind.Received && ids.Contains(e.DossierId)).ToListAsync());
        var numbers = lines.Select(e => ((ReceivedFacts)e.ReadFacts()).ReceiptNumber!.Value).Order().ToList();
        numbers.ShouldBe(Enumerable.Range(0, 200).Select(n => numbers[0] + n));
    }

    [Theory]
    [InlineData("update dossier_events set note = 'x'")]
    [InlineData("delete from dossier_events")]
    public async Task The_database_itself_refuses_to_change_the_ledger(string sql)
    {
        await office.ReceiveAsync();

        (await Should.ThrowAsync<PostgresException>(() => office.ExecuteAsync(sql))).Message.ShouldContain("append-only");
    }

    [Fact]
    public async Task A_whole_story_read_back_equals_the_replay_of_its_ledger()
    {
        office.Clock.Set("25/11/2026 08:00");
        var code = await office.ReceiveAsync();
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        await office.ActAsync<CheckPapers>(office.Bao, c => c.RunAsync(new(code, null, [new PaperCheck(1, "Tờ khai") { Verdict = PaperVerdict.Wrong, Reason = "Thiếu chữ ký" }]), default));
        await office.ActAsync<AskForSupplement>(office.Bao, c => c.RunAsync(new(code, null, "Ký lại tờ khai"), default));
        office.Clock.Set("27/11/2026 10:00");
        await office.ActAsync<ReceiveSupplement>(office.Hanh, c => c.RunAsync(new(code, null), default));
        await office.SignedAsync(code);
        office.Clock.Set("30/11/2026 15:00");
        await office.ActAsync<MarkResultReady>(office.Hoa, c => c.RunAsync(new(code, null, Outcome.Granted, "12/GKS"), default));
        await office.ActAsync<ReturnResult>(office.Hanh, c => c.RunAsync(new(code, null, Recipient: "Hoàng Thị Ngọc Diệp"), default));

        var (dossier, lines) = await office.LoadAsync(code);

        var replayed = Dossier.Replay(dossier.Id, dossier.Code, dossier.Field, lines);
        State(replayed).ShouldBe(State(dossier));
        DossierLedger.FirstBroken(lines, dossier.LastSeq, dossier.LastHash).ShouldBeNull();
    }

    [Fact]
    public async Task A_missing_or_swapped_line_is_found()
    {
        var code = await office.ReadyAsync();
        var (dossier, lines) = await office.LoadAsync(code);

        DossierLedger.FirstBroken([.. lines.Where(l => l.Seq != 3)], dossier.LastSeq, dossier.LastHash).ShouldBe(3);
        DossierLedger.FirstBroken([lines[0], lines[2], lines[1], .. lines.Skip(3)], dossier.LastSeq, dossier.LastHash).ShouldBe(2);
        DossierLedger.FirstBroken([.. lines.SkipLast(1)], dossier.LastSeq, dossier.LastHash).ShouldBe(lines.Count);
    }

    [Fact]
    public async Task A_request_that_is_refused_takes_no_number()
    {
        var code = await office.ReadyAsync();
        long Last() => office.WithDbAsync(async db => await db.Database.SqlQueryRaw<long>("select coalesce(max(last), 0) as \"Value\" from series where name like 'HDHS%'").SingleAsync()).GetAwaiter().GetResult();
        var before = Last();

        var refused = await office.AsAsync(office.Bao, s => s.GetRequiredService<AskForSupplement>().RunAsync(new(code, null, "Muộn rồi"), default));

        refused.Error!.Code.ShouldBe("dossier.cannot-move");
        Last().ShouldBe(before);
    }

    /// <summary>Every stored member but those that grow while loading.</summary>
    private static string State(Dossier dossier) => JsonSerializer.Serialize(
        typeof(Dossier).GetProperties()
            .Where(p => p.Name is not (nameof(Dossier.Events) or nameof(Dossier.PastSpans) or nameof(Dossier.Payments) or nameof(Dossier.TimeLimit) or nameof(Dossier.Deadline)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(p => p.Name, p => p.GetValue(dossier)),
        JsonColumn.Options);
}
