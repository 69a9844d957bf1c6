using MotCua.Foundation;

namespace MotCua.Registers;

/// <summary>Who assigned a task has confirmed that it is done; the office or a leader enters it.</summary>
public sealed class ConfirmDirective(RegisterDesk desk)
{
    public sealed record Input(Guid Id, int Revision, DateOnly Day);

    public Task<Result> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync<Directive>(input.Id, input.Revision, (directive, now, by) => directive.Confirm(input.Day, now, by), ct);
}
