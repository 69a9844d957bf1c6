using Dapper;
using MotCua.TestKit;
using Npgsql;

namespace MotCua.WebTests.Dossiers;

/// <summary>A province with a few agencies and procedures, and short ways to import lines and to look at what came of them.</summary>
public sealed class LedgerOffice(FreshDatabase database, CommandRun command)
{
    public const string Agencies =
        """
        code,name,level,parent,valid_from,valid_to
        H57,Tỉnh Thử,province,,2000-01-01,
        H57.01,Xã Một,commune,H57,2000-01-01,
        H57.02,Xã Hai,commune,H57,2000-01-01,2025-06-30

        """;

    public const string Procedures =
        """
        code,name,field,limit,on_supplement,digitisation,fee_vnd
        1.000001,Thủ tục một,Hộ tịch,3wd,restart,required,8000
        1.000002,Thủ tục hai,Đất đai,8h,resume,exempt,
        1.000003,Thủ tục ba,Đất đai,none,,,

        """;

    public static string Received(string code, string at = "2026-05-05T08:10:00+07:00", string more = "") =>
        $$"""{"dossier":"{{code}}","event":"received","at":"{{at}}","agency":"H57.01","procedure":"1.000001","channel":"direct","applicant":{"name":"Lê Văn An"},"slip":true{{more}}}""";

    public static string Line(string code, string kind, string at, string more = "") =>
        $$"""{"dossier":"{{code}}","event":"{{kind}}","at":"{{at}}"{{more}}}""";

    public async Task OpenAsync()
    {
        if ((await command.RunAsync("import", "agencies", command.Write("agencies.csv", Agencies))).Code != 0
            || (await command.RunAsync("import", "procedures", command.Write("procedures.csv", Procedures))).Code != 0)
        {
            throw new InvalidOperationException("The test's own office does not load.");
        }
    }

    public Task<CommandAnswer> ImportAsync(params string[] lines) => ImportTextAsync(string.Join('\n', lines));

    public Task<CommandAnswer> ImportTextAsync(string text, params string[] more) =>
        command.RunAsync(["import", "ledger", command.Write("ledger.ndjson", text), .. more]);

    public async Task<T?> AskAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }

    public async Task<int> DossiersAsync() => await AskAsync<int>("select count(*)::int from dossiers");
}
