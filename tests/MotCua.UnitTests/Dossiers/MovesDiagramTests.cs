using System.Text;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

/// <summary>docs/moves.md is the table of moves, drawn. MOTCUA_UPDATE_SNAPSHOTS=1 draws it anew.</summary>
public class MovesDiagramTests
{
    private static readonly string Picture = Path.Combine(Repository.Root, "docs", "moves.md");

    [Fact]
    public void The_picture_in_the_docs_is_the_table_in_the_code()
    {
        var drawn = Draw();
        if (Environment.GetEnvironmentVariable("MOTCUA_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Picture, drawn);
        }

        File.ReadAllText(Picture).ShouldBe(drawn, "run the unit tests with MOTCUA_UPDATE_SNAPSHOTS=1");
    }

    [Fact]
    public void Every_open_status_has_a_way_to_an_end() =>
        DossierStatuses.Open.ShouldAllBe(s => DossierMoves.All[EventKind.Withdrawn].From.Contains(s) && DossierMoves.All[EventKind.Stopped].From.Contains(s));

    [Fact]
    public void Nothing_leads_out_of_a_refusal_at_the_door() =>
        DossierMoves.All.Values.ShouldAllBe(m => !m.From.Contains(DossierStatus.RefusedAtDoor));

    [Fact]
    public void Every_status_has_a_code_of_the_national_portal() =>
        Enum.GetValues<DossierStatus>().ShouldAllBe(s => s.PortalCode() >= 2 && s.PortalCode() <= 10);

    private static string Draw()
    {
        var text = new StringBuilder(
            """
            # The table of moves

            Drawn by a test from `DossierMoves`; a pause leads to the status of its reason (financial: `waiting_payment`,
            verification: `verifying`, other agency: `inter_agency`, legal: `suspended`), a denied result to `refused_on_merit`.

            ```mermaid
            stateDiagram-v2
                [*] --> received: received
                [*] --> refused_at_door: refused_at_door

            """);
        foreach (var (kind, move) in DossierMoves.All.Where(m => m.Value.To is not null))
        {
            foreach (var from in move.From)
            {
                text.Append("    ").Append(from.Text()).Append(" --> ").Append(move.To!.Value.Text()).Append(": ").AppendLine(kind.Text());
            }
        }

        text.AppendLine("```").AppendLine()
            .AppendLine("Roles act in the competent or the receiving agency; for a leg's answer also in the leg's. Who proposes waits for the leader's consent.")
            .AppendLine("A second supplement request, a legal pause, and an act keyed late that changes a verdict need that consent from everybody but a signer.")
            .AppendLine().AppendLine("| event | from | to | the clock must | who | proposes | form |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var (kind, move) in DossierMoves.All)
        {
            text.AppendLine($"| {kind.Text()} | {string.Join(", ", move.From.Select(f => f.Text()))} | {move.To?.Text() ?? "(stays)"} | {Clock(move.Clock)} | {Roles(move.Roles)} | {Roles(move.Proposers)} | {move.Form} |");
        }

        text.AppendLine().AppendLine("The status codes of the National Portal (TT 01/2023; DOMAIN 2.3):").AppendLine()
            .AppendLine("| status | portal |").AppendLine("|---|---|");
        foreach (var status in Enum.GetValues<DossierStatus>())
        {
            text.AppendLine($"| {status.Text()} | {status.PortalCode()} |");
        }

        return text.ToString();
    }

    [Fact]
    public void Every_form_of_the_table_is_one_of_the_form_sets() =>
        DossierMoves.All.Values.Select(m => m.Form).OfType<string>().ShouldAllBe(form => Snake.Parse<MotCua.Documents.FormKey>(form) != null);

    [Fact]
    public void Every_event_but_the_first_has_a_row_in_the_table() =>
        Enum.GetValues<EventKind>().Except(DossierMoves.All.Keys).ShouldBe([EventKind.Received, EventKind.RefusedAtDoor]);

    private static string Roles(IEnumerable<MotCua.Organization.OfficeRole> roles) => string.Join(", ", roles.Select(r => Snake.Text(r)));

    private static string Clock(ClockRule rule) => rule switch
    {
        ClockRule.Running => "run",
        ClockRule.Paused => "stand for a pause",
        ClockRule.WaitingForSupplement => "stand for a supplement",
        _ => "",
    };
}
