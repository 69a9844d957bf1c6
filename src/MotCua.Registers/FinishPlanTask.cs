using MotCua.Foundation;

namespace MotCua.Registers;

/// <summary>The product of a plan's task is there, with what shows it.</summary>
public sealed class FinishPlanTask(RegisterDesk desk)
{
    public sealed record Input(Guid Id, int Revision, DateOnly Day, string? Evidence);

    public Task<Result> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync<PlanTask>(input.Id, input.Revision, (task, now, by) => task.Finish(input.Day, input.Evidence, now, by), ct);
}
