using System.Globalization;
using System.Reflection;
using System.Text;
using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using Npgsql;

namespace MotCua.Scenes;

/// <summary>
/// Generated dossiers for measurements: a province of communes and two and a half years of receipts that end on a fixed day, so that
/// the same numbers and seed give the same dossiers. They are lived by the desk's own verbs and written by COPY.
/// </summary>
public sealed class MakeDemo(MotCuaDb db, ImportAgencies importAgencies, ImportProcedures importProcedures, CuratedLimits limits)
{
    public const string Province = "H98";

    /// <summary>Dossiers with one random source; chunks are made side by side and written in order.</summary>
    private const int ChunkSize = 1_000;

    private const int WriteSize = 20;

    private static readonly DateOnly First = new(2024, 1, 2);

    private static readonly DateTimeOffset Until = new(2026, 6, 30, 17, 0, 0, Moment.VietnamOffset);

    /// <param name="Dossiers">How many.</param>
    /// <param name="Agencies">How many communes share them.</param>
    /// <param name="Seed">The same seed gives the same data.</param>
    /// <param name="Progress">Told how many are written, now and then.</param>
    public sealed record Input(int Dossiers, int Agencies, int Seed, Action<int>? Progress = null);

    /// <summary>Null when the demo's province is already there.</summary>
    public async Task<long?> RunAsync(Input input, CancellationToken ct)
    {
        if (await db.Agencies.AnyAsync(a => a.Code == Province, ct))
        {
            return null;
        }

        var communes = await OpenAsync(input.Agencies, ct);
        var offers = await WardOffers.LoadAsync(db, Moment.Of(Until).Day, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var copy = new DossierCopy(connection);
        var (written, events) = (0, 0L);
        foreach (var some in Plan(input, communes).Chunk(ChunkSize).Select((visits, number) => (visits, number)).Chunk(WriteSize))
        {
            var dossiers = some.AsParallel().AsOrdered().WithCancellation(ct)
                .SelectMany(c => DemoLife.Tell(new Random(HashOf(input.Seed, c.number)), c.visits, offers, Until)).ToList();
            await copy.WriteAsync(dossiers, ct);
            written += dossiers.Count;
            events += dossiers.Sum(d => (long)d.Events.Count);
            input.Progress?.Invoke(written);
        }

        await transaction.CommitAsync(ct);
        await connection.ExecuteAsync("analyze dossiers, dossier_events, dossier_spans, dossier_payments, applicant_names");
        return events;
    }

    /// <summary>Who comes where on which day, in time order; some communes are much busier than others.</summary>
    private static IEnumerable<DemoVisit> Plan(Input input, IReadOnlyList<WardCommune> communes)
    {
        var random = new Random(input.Seed);
        var days = new List<DateOnly>();
        for (var day = First; day < Moment.Of(Until).Day; day = day.AddDays(1))
        {
            if (WorkingCalendar.BuiltIn.IsWorkingDay(day))
            {
                days.Add(day);
            }
        }

        var visits = Enumerable.Range(0, input.Dossiers)
            .Select(_ => (Day: random.Next(days.Count), Commune: (int)(communes.Count * Math.Pow(random.NextDouble(), 1.5)), Minute: random.Next(0, 420)))
            .OrderBy(v => v.Day).ThenBy(v => v.Commune).ThenBy(v => v.Minute);
        var (last, serial) = ((-1, -1), 0);
        foreach (var visit in visits)
        {
            serial = last == (visit.Day, visit.Commune) ? serial + 1 : 1;
            last = (visit.Day, visit.Commune);
            var time = visit.Minute < 230 ? new TimeOnly(7, 35).AddMinutes(visit.Minute) : new TimeOnly(13, 35).AddMinutes(visit.Minute - 230);
            yield return new DemoVisit(communes[visit.Commune], Moment.At(days[visit.Day], time), serial);
        }
    }

    private async Task<IReadOnlyList<WardCommune>> OpenAsync(int count, CancellationToken ct)
    {
        var problems = new ImportProblems("demo");
        await using (var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("procedures.json")!)
        {
            await importProcedures.RunAsync(new ImportProcedures.Input(file, Json: true), problems, ct);
        }

        await limits.ApplyAsync(First, ct);
        var csv = new StringBuilder("code,name,level,parent,valid_from,valid_to\n").Append(CultureInfo.InvariantCulture, $"{Province},Tỉnh Dữ Liệu Mẫu,province,,2000-01-01,\n");
        for (var i = 1; i <= count; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Province}.{i:000},Xã Mẫu {i:000},commune,{Province},2000-01-01,\n");
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
        await importAgencies.RunAsync(new ImportAgencies.Input(stream), problems, ct);
        if (problems.Any)
        {
            throw new InvalidOperationException(problems.All[0].Reason);
        }

        var tree = await AgencyTree.LoadAsync(db, ct);
        return [.. tree.ChildrenOf(tree.ByCode(Province)!.Id, Moment.Of(Until).Day).Select(a => new WardCommune(a.Id, a.Code, a.Stages[^1].Name))];
    }

    /// <summary>HashCode differs from run to run; this does not.</summary>
    private static int HashOf(int seed, int chunk) => unchecked((seed * 397) ^ (chunk * 486_187_739));
}
