using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>
/// The proof of the figures: random legal ledgers, imported for real, and every form and list compared with a second
/// implementation that reads the file's lines with plain loops and knows no SQL.
/// </summary>
public sealed class FigureOracleTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private const int QuestionsAWorld = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Forms_and_lists_over_a_random_ledger_are_what_the_contract_says(int seed)
    {
        var world = new RandomWorld(seed, $"W{seed}", dossiers: 150);
        using var command = new CommandRun(database);
        await MustAsync(command, "agencies", command.Write("agencies.csv", world.AgencyCsv));
        await MustAsync(command, "procedures", command.Write("procedures.csv", world.ProcedureCsv));
        await MustAsync(command, "ledger", command.Write("ledger.ndjson", world.Ndjson));

        var dice = new Random(seed);
        for (var i = 0; i < QuestionsAWorld; i++)
        {
            var asked = world.Ask(dice);
            var all = world.Figures.Of(asked);
            await CompareFormAsync(world, asked, all, dice);
            await CompareRowsAsync(Form.B2, asked, NaiveLate.B2(asked, all));
            await CompareRowsAsync(Form.B3, asked, NaiveLate.B3(all));
            await CompareCountsAsync(asked, all);
            await CompareListAsync(asked, all, NaiveFigures.Names[dice.Next(NaiveFigures.Names.Length)]);
            await CompareLengthsAsync(asked, (Grouping)dice.Next(Enum.GetValues<Grouping>().Length));
        }
    }

    private async Task CompareFormAsync(RandomWorld world, NaiveQuestion asked, IReadOnlyList<(NaiveDossier Dossier, HashSet<string> Figures)> all, Random dice)
    {
        var form = dice.Next(2) == 0 ? Form.B1 : Form.Ii06;
        var by = (Grouping)dice.Next(4);
        var basis = asked.Extended ? Basis.Extended : Basis.Original;
        using var json = await database.InScopeAsync(async services =>
        {
            var report = await services.GetRequiredService<WriteReport>()
                .RunAsync(new WriteReport.Input(form, asked.Agency, asked.From, asked.To, asked.At, by, basis), CancellationToken.None);
            using var stream = new MemoryStream();
            ReportJson.Write(stream, report.Value);
            return JsonDocument.Parse(stream.ToArray());
        });

        var root = json.RootElement;
        var label = $"{form.Name} {asked} by {by}";
        root.GetProperty("at").GetDateTimeOffset().ShouldBe(asked.End, label);
        root.GetProperty("agency").GetProperty("name").GetString().ShouldBe(world.Figures.Place(asked.Agency, asked.LastDay).Name, label);
        root.GetProperty("checks").EnumerateArray().ShouldAllBe(c => c.GetProperty("ok").GetBoolean(), label);
        Text(root.GetProperty("totals")).ShouldBe(Text(NaiveForms.Cells(form.Name, all)), label);
        root.GetProperty("rows").EnumerateArray().Select(r => $"{r.GetProperty(by.Text()).GetString()}|{r.GetProperty("name").GetString()}|{Text(r, by.Text(), "name")}").Order(StringComparer.Ordinal)
            .ShouldBe(
                NaiveForms.Rows(world.Figures, asked, by.Text(), all).Select(r => $"{r.Key}|{r.Name}|{Text(NaiveForms.Cells(form.Name, r.Told))}").Order(StringComparer.Ordinal),
                label);
    }

    private async Task CompareRowsAsync(Form form, NaiveQuestion asked, IEnumerable<string> rows)
    {
        var basis = asked.Extended ? Basis.Extended : Basis.Original;
        using var json = await database.InScopeAsync(async services =>
        {
            var report = await services.GetRequiredService<WriteReport>()
                .RunAsync(new WriteReport.Input(form, asked.Agency, asked.From, asked.To, asked.At, null, basis), CancellationToken.None);
            using var stream = new MemoryStream();
            ReportJson.Write(stream, report.Value);
            return JsonDocument.Parse(stream.ToArray());
        });

        var label = $"{form.Name} {asked}";
        json.RootElement.GetProperty("checks").EnumerateArray().ShouldAllBe(c => c.GetProperty("ok").GetBoolean(), label);
        json.RootElement.GetProperty("rows").EnumerateArray()
            .Select(r => string.Join(' ', r.EnumerateObject().Select(c => $"{c.Name}={(c.Value.ValueKind is JsonValueKind.Null ? "null" : c.Value.ToString())}")))
            .ShouldBe(rows, label);
    }

    private async Task CompareListAsync(NaiveQuestion asked, IReadOnlyList<(NaiveDossier Dossier, HashSet<string> Figures)> all, string figure)
    {
        var input = new ListFigure.Input(figure, asked.Agency, asked.From, asked.To, asked.At) { Basis = asked.Extended ? Basis.Extended : Basis.Original };
        var listed = await database.InScopeAsync(services => services.GetRequiredService<ListFigure>().RunAsync(input, CancellationToken.None));

        listed.Value.Rows.Select(r => $"{r.Dossier} {r.Agency} {r.Procedure} {r.Received:O} {r.DueDay:O} {r.Finished:O}").ShouldBe(
            all.Where(t => t.Figures.Contains(figure)).Select(t => t.Dossier).OrderBy(d => d.Code, StringComparer.Ordinal)
                .Select(d => $"{d.Code} {d.Agency} {d.Procedure.Code} {d.Received:O} {d.Due.DueDay:O} {d.Finished:O}"),
            $"{figure} {asked}");
    }

    /// <summary>
    /// Every figure is the length of its list, whole and cut by any dimension: six worlds, sixty questions, 28 figures, so 10,080
    /// cases of (ledger, period, figure).
    /// </summary>
    private async Task CompareLengthsAsync(NaiveQuestion asked, Grouping by) => await database.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<MotCuaDb>();
        var tree = await AgencyTree.LoadAsync(db);
        var query = new FigureQuery(db.Database.GetDbConnection());
        var period = Period.Of(asked.From, asked.To, asked.At).Value;
        var basis = asked.Extended ? Basis.Extended : Basis.Original;
        var under = tree.WithDescendants(tree.ByCode(asked.Agency)!.Id, asked.LastDay);
        List<Figure> counted = [.. Figures.All.Where(f => f.Sum is null)];
        var counts = await query.CountAsync(counted, period, basis, under, by, CancellationToken.None);
        foreach (var figure in counted)
        {
            var question = new FigureQuestion(figure, period, basis, under);
            (await query.LengthAsync(question, CancellationToken.None)).ShouldBe(counts.Sum(c => c[figure.Name]), $"{figure.Name} by {by} {asked}");
        }

        if (by is Grouping.Channel or Grouping.Field or Grouping.Procedure or Grouping.Officer)
        {
            var (key, some) = counts.GroupBy(c => c.Key!).Select(g => (g.Key, g.ToList())).FirstOrDefault((Key: "", []));
            var filter = by switch
            {
                Grouping.Channel => new FigureFilter { Channel = key },
                Grouping.Field => new FigureFilter { Field = key },
                Grouping.Procedure => new FigureFilter { Procedure = key },
                _ => new FigureFilter { Officer = key },
            };
            foreach (var figure in some.Count == 0 ? [] : counted)
            {
                var listed = await query.ListAsync(new FigureQuestion(figure, period, basis, under) { Filter = filter }, default, (0, int.MaxValue), CancellationToken.None);
                listed.Count.ShouldBe((int)some.Sum(c => c[figure.Name]), $"{figure.Name} of {by} {key} {asked}");
            }
        }

        return true;
    });

    /// <summary>Counts and, for the one figure that is a sum, the sum.</summary>
    private async Task CompareCountsAsync(NaiveQuestion asked, IReadOnlyList<(NaiveDossier Dossier, HashSet<string> Figures)> all)
    {
        var counts = await database.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<MotCuaDb>();
            var tree = await AgencyTree.LoadAsync(db);
            return await new FigureQuery(db.Database.GetDbConnection()).CountAsync(
                [.. NaiveFigures.Names.Select(Figures.Get)],
                Period.Of(asked.From, asked.To, asked.At).Value,
                asked.Extended ? Basis.Extended : Basis.Original,
                tree.WithDescendants(tree.ByCode(asked.Agency)!.Id, asked.LastDay),
                Grouping.Agency,
                CancellationToken.None);
        });
        NaiveFigures.Names.Select(n => $"{n}={counts.Sum(c => c[n])}").ShouldBe(NaiveFigures.Names.Select(n => $"{n}={NaiveFigures.Value(all, n, asked)}"), $"{asked}");
    }

    private static async Task MustAsync(CommandRun command, string kind, string file)
    {
        var answer = await command.RunAsync("import", kind, file);
        answer.Code.ShouldBe(0, answer.Errors);
    }

    private static string Text(JsonElement cells, params string[] without) => string.Join(" ", cells.EnumerateObject().Where(c => !without.Contains(c.Name))
        .OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => $"{c.Name}={(c.Value.ValueKind is JsonValueKind.Null ? "null" : c.Value.GetDecimal().ToString("0.####"))}"));

    private static string Text(Dictionary<string, decimal?> cells) =>
        string.Join(" ", cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value?.ToString("0.####") ?? "null"}"));
}
