using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>A draft of a template that nobody needs is thrown away; what was published stays.</summary>
public sealed class DropTemplate(MotCuaDb db, CurrentOfficer officer)
{
    public sealed record Input(Guid Id);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var found = await OwnTemplates.FindAsync(db, officer, input.Id, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        if (found.Value.Status is TemplateStatus.Published)
        {
            return NarrativeErrors.PublishedIsReadOnly();
        }

        db.NarrativeTemplates.Remove(found.Value);
        return await OwnTemplates.SaveAsync(db, ct);
    }
}
