using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>A template, saved or not, with the real figures of an agency in a period; nothing is written.</summary>
public sealed class PreviewTemplate(ComposeNarrative compose, CurrentOfficer officer, TimeProvider clock)
{
    public sealed record Input(TemplateText Text, AgencyId Agency, DateOnly From, DateOnly To);

    public async Task<Result<NarrativeContent>> RunAsync(Input input, CancellationToken ct)
    {
        if (!officer.Sees(input.Agency))
        {
            return NarrativeErrors.TemplateNotFound();
        }

        if (TemplateJson.MistakesOf(input.Text) is [var mistake, ..])
        {
            return NarrativeErrors.TemplateWrong(mistake);
        }

        return input.From <= input.To && input.From > clock.Now().Day
            ? NarrativeErrors.PeriodAhead(input.From)
            : await compose.PreviewAsync(input.Text, input.Agency, input.From, input.To, ct);
    }
}
