using MotCua.Web.Shell;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var home = Path.GetFullPath(builder.Configuration["MOTCUA_HOME"] ?? ".local");
if (builder.Configuration["port"] is { } port)
{
    builder.WebHost.UseUrls($"http://localhost:{port}");
}

builder.WebHost.ConfigureKestrel(k =>
{
    k.AddServerHeader = false;
    k.Limits.MaxRequestBodySize = WebShell.LargestForm;
});
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(DemoMode.Off);
builder.Services.AddShell(Path.Combine(home, "keys"));

var app = builder.Build();
app.UseShell();
app.UseAntiforgery();
app.MapShell();
await app.RunAsync();

/// <summary>Named for the web tests, which start the whole program in their own process.</summary>
public partial class Program;
