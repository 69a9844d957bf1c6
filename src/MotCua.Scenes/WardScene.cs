using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Calendar;
using MotCua.Database;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using Npgsql;

namespace MotCua.Scenes;

/// <summary>
/// The demo ward: xã An Bình in the made-up province Hòa Giang, half a year of life that ends "today" at 09:42 on a working
/// day. The same for the same day and seed. Every dossier is made by the desk's own verbs; none is written by hand.
/// </summary>
public static class WardScene
{
    public const string Name = "ward";

    private const int Seed = 20260705;
    private const int Months = 6;

    /// <summary>Loads the ward into an empty database.</summary>
    /// <returns>How many dossiers were made, or null when the database already holds agencies.</returns>
    public static async Task<int?> LoadIfEmptyAsync(string connectionString, DateTimeOffset realNow, CancellationToken ct)
    {
        var today = SceneClock.WorkingMorning(realNow, WorkingCalendar.BuiltIn);
        var clock = new SceneClock(today.AddMonths(-Months).AddDays(-7));
        await using var services = new ServiceCollection().AddLogging().AddMotCua(connectionString, clock)
            .AddScoped<WardOffice>().AddScoped<CuratedLimits>().AddScoped<WardReports>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MotCuaDb>();
        if (await db.Agencies.AnyAsync(ct))
        {
            return null;
        }

        // One transaction around everything: a demo that was cut off leaves an empty database behind.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ImportProceduresAsync(scope.ServiceProvider, ct);
        var begin = Moment.Of(clock.At).Day;
        await scope.ServiceProvider.GetRequiredService<CuratedLimits>().ApplyAsync(begin, ct);
        var staff = await scope.ServiceProvider.GetRequiredService<WardOffice>().OpenAsync(Moment.Of(today).Day, ct);
        WardRegisters.Keep(db, staff.Ward.Id, staff.Officers["lien"], staff.Officers["bao"], Moment.Of(today));
        WardRegisters.BeginReport(db, staff.Ward.Id, staff.Officers["lien"], Moment.Of(today));
        await WardBooks.KeepAsync(db, staff.Ward.Id, staff.Officers["hoa"], staff.Officers["lien"], Moment.Of(today), ct);
        await db.SaveChangesAsync(ct);
        var offers = await WardOffers.LoadAsync(db, begin, ct);
        var life = new WardLife(new Random(Seed), today, staff, offers);
        var dossiers = life.Tell(begin.AddDays(7)).ToList();
        var waiting = new WardWaiting(life, staff, offers, today);
        waiting.Tell(dossiers);
        dossiers.AddRange(waiting.Dossiers);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await new DossierCopy(connection).WriteAsync(dossiers, ct);
        db.AddRange(waiting.Rows);
        await db.SaveChangesAsync(ct);
        await WardFilings.SendAsync(db, scope.ServiceProvider.GetRequiredService<SubmitFiling>(), clock, Moment.Of(today).Day, staff, offers, ct);
        await scope.ServiceProvider.GetRequiredService<WardReports>().KeepAsync(staff, Moment.Of(today).Day, ct);
        await RememberAsync(connection, life, today, realNow);
        await transaction.CommitAsync(ct);
        await connection.ExecuteAsync("analyze dossiers, dossier_events, applicant_names, procedures, procedure_versions");
        return dossiers.Count;
    }

    private static async Task ImportProceduresAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("procedures.json")!;
        var problems = new ImportProblems("procedures.json");
        await services.GetRequiredService<ImportProcedures>().RunAsync(new ImportProcedures.Input(file, Json: true), problems, ct);
        if (problems.Any)
        {
            throw new InvalidOperationException("The demo's own list of procedures does not load.");
        }
    }

    /// <summary>The counters go on where the made-up numbers end, and the installation knows that it is a demo.</summary>
    private static async Task RememberAsync(NpgsqlConnection connection, WardLife life, DateTimeOffset today, DateTimeOffset realNow)
    {
        await connection.ExecuteAsync(
            "insert into series (name, period, last) values (@Name, @Period, @Last)",
            life.Counters.Select(c => new { c.Key.Name, c.Key.Period, Last = c.Value }));
        var shift = realNow - today;
        await connection.ExecuteAsync(
            "insert into settings (key, value) values ('demo_clock_shift', @shift)",
            new { shift = shift.ToString("c", CultureInfo.InvariantCulture) });
    }
}
