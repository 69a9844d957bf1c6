using MotCua.Database;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Scenes;
using MotCua.Web.Pages.Admin.Calendar;
using MotCua.Web.Pages.Admin.Notices;
using MotCua.Web.Pages.Admin.Procedures;
using MotCua.Web.Pages.Desk;
using MotCua.Web.Pages.Inbox;
using MotCua.Web.Pages.Leader;
using MotCua.Web.Pages.Public;
using MotCua.Web.Pages.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

Cultures.SetInvariant();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var home = Path.GetFullPath(builder.Configuration["MOTCUA_HOME"] ?? ".local");
var port = builder.Configuration["port"] ?? "8080";
try
{
    await using var database = await MotCuaDatabase.OpenAsync(
        new DatabaseOptions { Home = home, Server = builder.Configuration["MOTCUA_DATABASE"], Binaries = builder.Configuration["MOTCUA_POSTGRES"] },
        TimeProvider.System,
        CancellationToken.None);
    if (builder.Configuration["demo"] == WardScene.Name)
    {
        await WardScene.LoadIfEmptyAsync(database.ConnectionString, TimeProvider.System.GetUtcNow(), CancellationToken.None);
    }

    var demo = await DemoMode.ReadAsync(database.DataSource);

    builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
        .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    builder.WebHost.UseUrls($"http://localhost:{port}");
    builder.WebHost.ConfigureKestrel(k =>
    {
        k.AddServerHeader = false;
        k.Limits.MaxRequestBodySize = WebShell.LargestForm;
    });
    builder.Services.AddMotCua(database.ConnectionString, demo.ClockOver(TimeProvider.System));
    builder.Services.AddSingleton(demo);
    builder.Services.AddSingleton(new FileStoreOptions(Path.Combine(home, "files")));
    builder.Services.AddDesk();
    builder.Services.AddShell(Path.Combine(home, "keys"));
    builder.Services.AddSecurity();
    builder.Services.AddProcedurePages();
    builder.Services.AddCalendarPages();
    builder.Services.AddInbox();
    builder.Services.AddPublicPages();
    builder.Services.AddRegisterPages();
    builder.Services.AddLeader();
    builder.Services.AddNoticePages();
    if (builder.Configuration["MOTCUA_WORKERS"] != "off")
    {
        builder.Services.AddNoticeWorkers();
    }

    await using var app = builder.Build();
    app.UseShell();
    app.UseSecurity();
    app.UseAntiforgery();
    app.MapShell();
    Announcement.WhenReady(app);
    await app.RunAsync();
    return 0;
}
catch (DatabaseException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"Cổng {port} đang có chương trình khác dùng. Chạy lại với cổng khác: ./run --port 8081\n(Port {port} is in use; choose another with --port.)");
    return 1;
}

/// <summary>Named for the web tests, which start the whole program in their own process.</summary>
public partial class Program;
