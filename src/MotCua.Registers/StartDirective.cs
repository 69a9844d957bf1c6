using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>Work on a task begins: entered by the office, a leader or whoever does it.</summary>
public sealed class StartDirective(RegisterDesk desk, CurrentOfficer officer)
{
    public sealed record Input(Guid Id, int Revision, DateOnly Day);

    public Task<Result> RunAsync(Input input, CancellationToken ct) => desk.ActAsync<Directive>(
        input.Id, input.Revision, (directive, now, by) => directive.Start(input.Day, now, by), ct, directive => directive.HolderId == officer.Id);
}
