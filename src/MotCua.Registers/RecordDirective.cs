using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>The office enters a task that was assigned from above.</summary>
public sealed class RecordDirective(RegisterDesk desk)
{
    public sealed record Input(AgencyId Agency, DirectiveFacts Facts);

    public Task<Result<Guid>> RunAsync(Input input, CancellationToken ct) => desk.AddAsync(
        input.Agency, (now, by) => Directive.Record(input.Agency, input.Facts, now, by), RegisterErrors.Taken(input.Facts.Number), ct);
}
