using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>An office writes down the numbers of a period that the system cannot compute. What has not changed adds no line.</summary>
public sealed class DeclareFigures(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    public static readonly IReadOnlyList<OfficeRole> Declarers = [OfficeRole.ReportOfficer, OfficeRole.Signer];

    /// <param name="Figure">Number of the indicator.</param>
    /// <param name="Value">Null takes back what was declared.</param>
    /// <param name="Document">Where the number stands.</param>
    /// <param name="Note">Printed beside it.</param>
    public sealed record Line(string Figure, decimal? Value, string? Document, string? Note);

    public sealed record Input(AgencyId Agency, DateOnly From, DateOnly To, IReadOnlyList<Line> Lines);

    /// <returns>How many lines were added.</returns>
    public async Task<Result<int>> RunAsync(Input input, CancellationToken ct)
    {
        if (!Declarers.Any(role => officer.Holds(role, input.Agency)))
        {
            return new Error("report.declare-not-allowed", "Chỉ {0} của đơn vị này mới kê khai được.", string.Join(", ", Declarers.Select(r => r.Name())));
        }

        var known = await db.DeclaredAsync(input.Agency, input.From, input.To, ct);
        var added = 0;
        foreach (var line in input.Lines)
        {
            var declared = DeclaredFigure.Declare(
                input.Agency, line.Figure, input.From, input.To, line.Value, line.Document, line.Note, officer.Id, clock.Now());
            if (!declared.Succeeded)
            {
                return declared.Error!.At(line.Figure);
            }

            var before = known.GetValueOrDefault(line.Figure);
            if (before is null ? line.Value is not null : !before.Says(declared.Value))
            {
                db.DeclaredFigures.Add(declared.Value);
                added++;
            }
        }

        await db.SaveChangesAsync(ct);
        return added;
    }
}
