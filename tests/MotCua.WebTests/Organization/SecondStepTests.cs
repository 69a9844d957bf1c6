using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Organization;

public sealed class SecondStepTests(DeskApp app) : IClassFixture<DeskApp>
{
    [Fact]
    public async Task An_officer_joins_a_telephone_and_needs_its_code_from_then_on()
    {
        var (_, name) = await app.NewOfficerAsync(app.Ward);
        var (secret, recovery) = await JoinAsync(name);

        using var browser = app.NewVisitor();
        var first = await browser.FillAsync("/Account/LogIn?ve=/Account", ("UserName", name), ("Password", DeskApp.Password));
        first.Location.ShouldNotBeNull().ShouldStartWith("/Account/Code");
        (await browser.GetAsync("/Account")).Status.ShouldBe(HttpStatusCode.Redirect, "one step is not enough");

        var wrong = await browser.FillAsync(first.Location, ("Code", "000000"));
        wrong.Errors.ShouldHaveSingleItem().ShouldContain("Mã chưa đúng");

        var right = await browser.FillAsync(first.Location, ("Code", CodeOf(secret)));
        right.Location.ShouldBe("/Account");
        (await browser.OpenAsync("/Account")).Words.ShouldContain(name);

        using var lost = app.NewVisitor();
        await lost.FillAsync("/Account/LogIn", ("UserName", name), ("Password", DeskApp.Password));
        (await lost.FillAsync("/Account/Code", ("Code", recovery))).Status.ShouldBe(HttpStatusCode.Redirect);

        using var again = app.NewVisitor();
        await again.FillAsync("/Account/LogIn", ("UserName", name), ("Password", DeskApp.Password));
        (await again.FillAsync("/Account/Code", ("Code", recovery))).Status.ShouldBe(HttpStatusCode.OK, "a recovery code works once");
    }

    [Fact]
    public async Task The_secret_is_not_in_the_database_in_clear()
    {
        var (_, name) = await app.NewOfficerAsync(app.Ward);
        var (secret, _) = await JoinAsync(name);
        var rows = await app.WithDbAsync(async db =>
        {
            await Task.Yield();
            return Dapper.SqlMapper.Query<string>(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database), "select value from account_secrets").ToList();
        });
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(v => !v.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Passkey_options_name_this_host_and_a_made_up_answer_is_refused()
    {
        using var browser = await app.SignedInAs(OfficeRole.Receptionist);
        var page = await browser.OpenAsync("/Account/Passkeys");
        var token = page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var options = await browser.PostAsync("/Account/Passkeys?handler=Options", ("__RequestVerificationToken", token));
        options.Status.ShouldBe(HttpStatusCode.OK);
        options.Document.Body!.TextContent.ShouldContain("\"challenge\"");

        var made = await browser.SubmitAsync(page, "main form[data-passkey-add]", ("credential", "{\"id\":\"x\"}"), ("KeyName", "Máy ở quầy"));
        made.Errors.ShouldHaveSingleItem().ShouldContain("Chưa thêm được khóa");
    }

    private async Task<(string Secret, string Recovery)> JoinAsync(string name)
    {
        using var browser = app.NewVisitor();
        await browser.LogInAsync(name, DeskApp.Password);
        var begun = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync("/Account/Totp"), "main form[action*=Start]"));
        var secret = begun.One("main code").TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        begun.One("main img").GetAttribute("src").ShouldNotBeNull().ShouldStartWith("data:image/svg+xml");
        var done = await browser.SubmitAsync(begun, "main form[action*=Confirm]", ("Code", CodeOf(secret)));
        var codes = done.Document.QuerySelectorAll("#ma-du-phong li").Select(l => l.TextContent.Trim()).ToList();
        codes.Count.ShouldBe(10, done.Words);
        return (secret, codes[0]);
    }

    /// <summary>RFC 6238 by hand, so that Identity is not tested with itself. Identity reads the machine's clock, as telephones do.</summary>
    private static string CodeOf(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        Span<byte> counter = stackalloc byte[8];
#pragma warning disable RS0030 // The authenticator's clock is the real one.
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning restore RS0030
#pragma warning disable CA5350 // RFC 6238 says SHA-1.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & 0x7fffffff) % 1_000_000).ToString("D6");
    }
}
