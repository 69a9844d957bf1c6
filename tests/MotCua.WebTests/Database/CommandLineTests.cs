using System.Diagnostics;
using System.Text.Json;
using MotCua.Cli;
using MotCua.Database;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Database;

/// <summary>Exit codes and streams, which other programs rely on (CONTRACT 1).</summary>
public sealed class CommandLineTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    [Theory]
    [InlineData("")]
    [InlineData("dance")]
    [InlineData("database dance")]
    [InlineData("database erase")]
    [InlineData("import agencies")]
    [InlineData("import agencies /nowhere/file.csv")]
    [InlineData("report b1")]
    public async Task Wrong_usage_is_2_with_a_word_on_standard_error(string command)
    {
        (await RunAsync(command)).ShouldBe(2);

        errors.ToString().ShouldContain("Sai cách dùng");
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_1_and_says_so_in_two_languages()
    {
        var nowhere = new DatabaseOptions { Home = "/nowhere", Server = "Host=127.0.0.1;Port=1;Username=a;Password=b;Database=c;Timeout=2" };

        (await RunAsync("database status", nowhere)).ShouldBe(1);

        errors.ToString().ShouldContain("Không kết nối được");
        errors.ToString().ShouldContain("Cannot connect");
    }

    [Fact]
    public async Task Done_is_0_and_JSON_is_one_document()
    {
        (await RunAsync("database status")).ShouldBe(0);

        JsonDocument.Parse(output.ToString()).RootElement.GetProperty("migration").GetString().ShouldBe(Migration.All[^1].Name);
        errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_is_never_erased()
    {
        (await RunAsync("database erase --yes")).ShouldBe(2);

        (await RunAsync("database status")).ShouldBe(0);
    }

    [Fact]
    public async Task Standard_output_is_UTF8_without_a_byte_order_mark_whatever_the_locale()
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "motcua.dll"), "--help"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["LC_ALL"] = "en_US.ISO-8859-1", ["LANG"] = "en_US.ISO-8859-1" },
        })!;
        using var bytes = new MemoryStream();
        await program.StandardOutput.BaseStream.CopyToAsync(bytes);
        await program.WaitForExitAsync();

        program.ExitCode.ShouldBe(0);
        bytes.ToArray()[0].ShouldNotBe((byte)0xEF);
        System.Text.Encoding.UTF8.GetString(bytes.ToArray()).ShouldContain("Một Cửa");
    }

    private Task<int> RunAsync(string command, DatabaseOptions? options = null) => CommandLine.RunAsync(
        command.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        new CliContext(database.Clock, output, errors, options ?? new DatabaseOptions { Home = "/nowhere", Server = database.ConnectionString }));
}
