using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.TestKit;
using Npgsql;
using Xunit;

namespace MotCua.WebTests;

/// <summary>
/// The whole web program on a fresh database, for one test class (IClassFixture&lt;DeskApp&gt;): a province with two communes,
/// a clock that stands on Friday 20/11/2026 09:42, and browsers that log in as a person would.
/// </summary>
public class DeskApp(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Password = "bon tu khong lien quan";

    private WebApplicationFactory<Program>? factory;
    private int officers;

    public FakeClock Clock { get; } = new("20/11/2026 09:42");

    public string ConnectionString { get; private set; } = "";

    public IServiceProvider Services => factory!.Services;

    public AgencyId Province { get; private set; }

    /// <summary>UBND xã An Bình, H99.31.</summary>
    public AgencyId Ward { get; private set; }

    /// <summary>UBND xã Bình Minh, H99.32: the neighbour whose records nobody of An Bình may touch.</summary>
    public AgencyId OtherWard { get; private set; }

    /// <summary>A demo says so in its settings before the program starts.</summary>
    protected virtual bool IsDemo => false;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await postgres.NewDatabaseAsync();
        if (IsDemo)
        {
            await ExecuteAsync("insert into settings (key, value) values ('demo_clock_shift', '00:00:00')");
        }

        var home = Path.Combine(Path.GetTempPath(), $"motcua-desk-{Environment.ProcessId}");
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseSetting("MOTCUA_DATABASE", ConnectionString);
            web.UseSetting("MOTCUA_HOME", home);
            web.UseSetting("MOTCUA_WORKERS", "off");
            web.UseSetting("Logging:LogLevel:Default", "Error");
            web.UseSetting("Logging:LogLevel:Microsoft", "Error");
            web.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Clock);
                services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1);
            });
        });
        Province = await FoundAsync("H99", "UBND tỉnh Hòa Giang", AgencyLevel.Province, null);
        Ward = await FoundAsync("H99.31", "UBND xã An Bình", AgencyLevel.Commune, "H99");
        OtherWard = await FoundAsync("H99.32", "UBND xã Bình Minh", AgencyLevel.Commune, "H99");
        await PrepareAsync();
    }

    /// <summary>What the whole test class needs in the database.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    public Visitor NewVisitor() => new(factory!.Server.CreateHandler());

    public HttpClient NewHttpClient() => factory!.CreateClient();

    /// <summary>A new officer of the ward with these roles there, logged in.</summary>
    public Task<Visitor> SignedInAs(params OfficeRole[] roles) => SignedInAt(Ward, roles);

    public async Task<Visitor> SignedInAt(AgencyId agency, params OfficeRole[] roles)
    {
        var (_, userName) = await NewOfficerAsync(agency, roles);
        var browser = NewVisitor();
        await browser.LogInAsync(userName, Password);
        return browser;
    }

    public async Task<(OfficerId Id, string UserName)> NewOfficerAsync(AgencyId agency, params OfficeRole[] roles)
    {
        var number = Interlocked.Increment(ref officers);
        return await InScopeAsync(async services =>
        {
            var from = new DateOnly(2025, 7, 1);
            var facts = new OfficerFacts($"Phan Quốc {(char)('A' + (number % 26))} {number}", "Công chức", agency, null, from);
            var id = (await services.GetRequiredService<CreateOfficer>().RunAsync(new($"CB-{number:000}", facts), null, default)).Value;
            foreach (var role in roles)
            {
                _ = (await services.GetRequiredService<AssignRole>().RunAsync(new(id, role, agency, from), null, default)).Value;
            }

            var userName = $"canbo{number}";
            var account = new CreateAccount.Input(id, userName, Password) { MustChangePassword = false };
            _ = (await services.GetRequiredService<CreateAccount>().RunAsync(account, null, default)).Value;
            return (id, userName);
        });
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> WithDbAsync<T>(Func<MotCuaDb, Task<T>> work) => InScopeAsync(services => work(services.GetRequiredService<MotCuaDb>()));

    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private Task<AgencyId> FoundAsync(string code, string name, AgencyLevel level, string? parent) => InScopeAsync(async services =>
        (await services.GetRequiredService<FoundAgency>().RunAsync(new(code, name, level, parent, new DateOnly(2025, 7, 1)), null, default)).Value);
}

/// <summary>The same as a demo.</summary>
public sealed class DemoDeskApp(PostgresFixture postgres) : DeskApp(postgres)
{
    protected override bool IsDemo => true;
}
