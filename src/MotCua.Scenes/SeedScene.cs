using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Calendar;
using MotCua.Database;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Registers;
using MotCua.Reports;
using Npgsql;

namespace MotCua.Scenes;

/// <summary>
/// A scene that rebuilds the facts behind one of the five real reports (CONTRACT 6): made-up people, real numbers, so that the forms
/// give back what the report should have said. The same every time.
/// </summary>
public sealed record SeedScene
{
    internal SeedScene(string name, SeedAgency agency, DateOnly from, DateOnly to) => (Name, Agency, From, To) = (name, agency, from, to);

    public static IReadOnlyList<SeedScene> All { get; } = [Seed000.Scene, Seed002.Scene, Seed003.Scene, Seed004.Scene];

    public string Name { get; }

    public DateOnly From { get; }

    public DateOnly To { get; }

    /// <summary>Whose report it was.</summary>
    public string AgencyCode => Agency.Code;

    internal SeedAgency Agency { get; }

    /// <summary>Agencies under it.</summary>
    internal IReadOnlyList<SeedAgency> Under { get; init; } = [];

    internal IReadOnlyList<SeedProcedure> Procedures { get; init; } = [];

    /// <summary>The dossiers: so many of a kind.</summary>
    internal IReadOnlyList<SeedCase> Cases { get; init; } = [];

    internal IReadOnlyList<DirectiveFacts> Directives { get; init; } = [];

    internal IReadOnlyList<PlanTaskFacts> PlanTasks { get; init; } = [];

    /// <summary>Indicator → what the report printed.</summary>
    internal IReadOnlyList<(string Figure, decimal Value)> Declared { get; init; } = [];

    internal string DeclaredIn { get; init; } = "";

    public static SeedScene? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    /// <summary>Loads the scene into an empty database.</summary>
    /// <returns>How many dossiers were made, or null when the database already holds agencies.</returns>
    public async Task<int?> LoadIfEmptyAsync(string connectionString, CancellationToken ct)
    {
        var now = Moment.At(From.AddDays(-90), new TimeOnly(8, 0));
        await using var services = new ServiceCollection().AddLogging().AddMotCua(connectionString, new SceneClock(now.Instant)).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MotCuaDb>();
        if (await db.Agencies.AnyAsync(ct))
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var agencies = await FoundAsync(scope.ServiceProvider.GetRequiredService<FoundAgency>(), ct);
        var versions = Register(db, now);
        Keep(db, agencies[Agency.Code], now);
        await db.SaveChangesAsync(ct);
        var dossiers = new SeedLife(this, agencies, versions).Tell();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await new DossierCopy(connection).WriteAsync(dossiers, ct);
        await transaction.CommitAsync(ct);
        await connection.ExecuteAsync("analyze dossiers, dossier_events, dossier_spans, dossier_payments, applicant_names");
        return dossiers.Count;
    }

    private async Task<Dictionary<string, AgencyId>> FoundAsync(FoundAgency found, CancellationToken ct)
    {
        var ids = new Dictionary<string, AgencyId>(StringComparer.Ordinal);
        foreach (var agency in Under.Prepend(Agency))
        {
            var input = new FoundAgency.Input(agency.Code, agency.Name, agency.Level, agency == Agency ? null : Agency.Code, new DateOnly(2000, 1, 1));
            ids[agency.Code] = Must(await found.RunAsync(input, null, ct));
        }

        return ids;
    }

    private Dictionary<string, ProcedureVersion> Register(MotCuaDb db, Moment now)
    {
        var versions = new Dictionary<string, ProcedureVersion>(StringComparer.Ordinal);
        foreach (var made in Procedures)
        {
            var procedure = Must(Procedure.Register(made.Code));
            Must(procedure.Import(made.Text, null, null, now));
            db.Procedures.Add(procedure);
            versions[made.Code] = procedure.Versions[0];
        }

        return versions;
    }

    private void Keep(MotCuaDb db, AgencyId agency, Moment now)
    {
        foreach (var directive in Directives.Select(d => Must(Directive.Record(agency, d, now, null))))
        {
            db.Add(directive);
            db.AddRange(directive.NewChanges);
        }

        foreach (var task in PlanTasks.Select(t => Must(PlanTask.Record(agency, t, now, null))))
        {
            db.Add(task);
            db.AddRange(task.NewChanges);
        }

        db.AddRange(Declared.Select(d => Must(DeclaredFigure.Declare(agency, d.Figure, From, To, d.Value, DeclaredIn, null, null, now))));
    }

    private static T Must<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException(result.Error!.ToString());
}

internal sealed record SeedAgency(string Code, string Name, AgencyLevel Level);

internal sealed record SeedProcedure(string Code, string Name, string Field, string Limit)
{
    public string Level { get; init; } = "Cấp xã";

    public ProcedureContent Content { get; init; } = new();

    public VersionText Text => new() { Name = Name, Field = Field, Level = Level, Limit = TimeLimit.Parse(Limit), Content = Content };
}

/// <summary>How a dossier of a scene ends.</summary>
internal enum SeedEnd
{
    OnTime,
    Late,
    Withdrawn,
    PendingWithin,
    PendingOverdue,

    /// <summary>Finished before the period; only its rating falls into it.</summary>
    DoneBefore,
}

/// <summary>So many dossiers of one kind.</summary>
internal sealed record SeedCase(int Count, string Procedure, SeedEnd End)
{
    /// <summary>Competent agencies, in turn; empty: the scene's own.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    public FilingChannel Channel { get; init; } = FilingChannel.Direct;

    /// <summary>Received before the period, finished in it.</summary>
    public bool Carried { get; init; }

    public bool Exempt { get; init; }

    public bool Digitised { get; init; }

    public bool Apologised { get; init; }

    /// <summary>How many of them are rated; of these the first <see cref="Satisfied"/> are satisfied.</summary>
    public int Rated { get; init; }

    public int Satisfied { get; init; }

    public PaymentFacts? Payment { get; init; }

    public FilingChannel ReturnBy { get; init; } = FilingChannel.Direct;
}
