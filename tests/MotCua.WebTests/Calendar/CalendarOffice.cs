using System.Text;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Procedures;
using MotCua.TestKit;
using Npgsql;

namespace MotCua.WebTests.Calendar;

/// <summary>Friday 20/11/2026: a province with two wards, one procedure, and dossiers as each test needs them.</summary>
public sealed class CalendarOffice(PostgresFixture postgres) : DeskApp(postgres)
{
    private const string Procedures = """
        code,name,field,limit,on_supplement,digitisation,fee_vnd
        1.004884,Đăng ký lại khai sinh,Hộ tịch,3wd,resume,required,0
        """;

    private int number;

    /// <summary>Received under the plain calendar, so promised as it has it; answers the code.</summary>
    public async Task<string> AddAsync(string received, string limit = "3wd", AgencyId? agency = null, Action<Dossier>? then = null)
    {
        var code = $"H99-{Interlocked.Increment(ref number):000000}";
        await AddAsync([code], received, limit, agency, then);
        return code;
    }

    public async Task AddManyAsync(int count, string received) =>
        await AddAsync([.. Enumerable.Range(0, count).Select(_ => $"H99-{Interlocked.Increment(ref number):000000}")], received, "3wd", null, null);

    public Task<Dossier> FindAsync(string code) => WithDbAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Code == code));

    public async Task<T?> AskAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }

    /// <summary>Closed by the use case, without a page.</summary>
    public Task CloseAsync(AgencyId agency, DateOnly day) => InScopeAsync(async services =>
    {
        var closed = await services.GetRequiredService<CloseAgency>().RunAsync(new(agency, day, null, "Nghỉ tránh bão", false, "15/QĐ-UBND"), null, default);
        return closed.Succeeded ? true : throw new InvalidOperationException(closed.Error!.ToString());
    });

    protected override Task PrepareAsync() => InScopeAsync(services => services.GetRequiredService<ImportProcedures>().RunAsync(
        new(new MemoryStream(Encoding.UTF8.GetBytes(Procedures)), Json: false, FirstFrom: new DateOnly(2025, 7, 1)), new ImportProblems("test"), default));

    private Task<int> AddAsync(IReadOnlyList<string> codes, string received, string limit, AgencyId? agency, Action<Dossier>? then) => WithDbAsync(async db =>
    {
        var at = DossierStory.At(received);
        var due = new DeadlineClock(WorkingCalendar.BuiltIn, OfficeHours.Default).Start(at.Instant, TimeLimit.Parse(limit));
        var procedure = await db.Procedures.SingleAsync(p => p.Code == "1.004884");
        var version = await db.ProcedureVersions.SingleAsync(v => v.ProcedureId == procedure.Id);
        var place = agency ?? Ward;
        foreach (var code in codes)
        {
            var dossier = Dossier.Receive(code, version.Field, new ReceivedFacts
            {
                Agency = place,
                Desk = place,
                Procedure = procedure.Id,
                Version = version.Id,
                Channel = FilingChannel.Direct,
                Applicant = new Person("Trần Thị Thanh Hương"),
                Limit = limit,
                OnSupplement = SupplementPolicy.Resume,
                Slip = true,
                DueDay = due.DueDay,
                DueAt = due.DueAt,
            }, at, Actor.System);
            then?.Invoke(dossier);
            db.Add(dossier);
        }

        return await db.SaveChangesAsync();
    });
}
