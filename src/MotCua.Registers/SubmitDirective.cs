using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>The result of a task is sent up, with what shows that it is done.</summary>
public sealed class SubmitDirective(RegisterDesk desk, CurrentOfficer officer)
{
    public sealed record Input(Guid Id, int Revision, DateOnly Day, string? Evidence);

    public Task<Result> RunAsync(Input input, CancellationToken ct) => desk.ActAsync<Directive>(
        input.Id,
        input.Revision,
        (directive, now, by) => directive.Submit(input.Day, input.Evidence, now, by),
        ct,
        directive => directive.HolderId == officer.Id);
}
