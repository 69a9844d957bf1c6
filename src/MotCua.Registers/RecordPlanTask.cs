using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>A task of a plan is entered in the register.</summary>
public sealed class RecordPlanTask(RegisterDesk desk)
{
    public sealed record Input(AgencyId Agency, PlanTaskFacts Facts);

    public Task<Result<Guid>> RunAsync(Input input, CancellationToken ct) => desk.AddAsync(
        input.Agency, (now, by) => PlanTask.Record(input.Agency, input.Facts, now, by), RegisterErrors.Taken(input.Facts.Number), ct);
}
