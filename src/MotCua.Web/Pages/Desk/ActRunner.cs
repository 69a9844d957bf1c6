using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Desk;

/// <summary>What an act's form holds; each act reads the fields that it shows.</summary>
public sealed record ActInput
{
    public int? Revision { get; init; }

    public Guid? Officer { get; init; }

    public string? Words { get; init; }

    public Outcome Outcome { get; init; }

    public string? Number { get; init; }

    public FilingChannel Channel { get; init; }

    public string? Recipient { get; init; }
}

/// <summary>Leads each act to its use case.</summary>
public sealed class ActRunner(IServiceProvider services)
{
    public async Task<Result> RunAsync(DossierAct act, string code, ActInput input, CancellationToken ct)
    {
        var officer = input.Officer is { } id ? new OfficerId(id) : (OfficerId?)null;
        var words = string.IsNullOrWhiteSpace(input.Words) ? null : input.Words;
        return act.Kind switch
        {
            EventKind.Taken => await Get<TakeDossier>().RunAsync(new(code, input.Revision), ct),
            EventKind.StepFinished => await Get<FinishStep>().RunAsync(new(code, input.Revision, officer, words), ct),
            EventKind.SentForSignature when officer is null => NobodyChosen(),
            EventKind.SentForSignature => await Get<SendForSignature>().RunAsync(new(code, input.Revision, officer.Value, words), ct),
            EventKind.Signed => await Get<SignDossier>().RunAsync(new(code, input.Revision, words), ct),
            EventKind.SentBack => await Get<SendBack>().RunAsync(new(code, input.Revision, words ?? ""), ct),
            EventKind.ResultReady => await Get<MarkResultReady>().RunAsync(new(code, input.Revision, input.Outcome, input.Number), ct),
            EventKind.Returned => await Get<ReturnResult>().RunAsync(new(code, input.Revision, input.Channel, input.Recipient, words), ct),
            EventKind.SupplementRequested => await Get<AskForSupplement>().RunAsync(new(code, input.Revision, words ?? ""), ct),
            EventKind.Supplemented => await Get<ReceiveSupplement>().RunAsync(new(code, input.Revision), ct),
            EventKind.Assigned when officer is null => NobodyChosen(),
            EventKind.Assigned => await Get<AssignDossier>().RunAsync(new(code, input.Revision, officer.Value, words), ct),
            EventKind.Withdrawn => await Get<CloseWithoutResult>().RunAsync(new(code, input.Revision, Withdrawn: true, words ?? ""), ct),
            EventKind.Stopped => await Get<CloseWithoutResult>().RunAsync(new(code, input.Revision, Withdrawn: false, words ?? ""), ct),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private static Error NobodyChosen() => new("dossier.nobody-chosen", "Chọn người nhận hồ sơ.") { Field = nameof(ActInput.Officer) };
}
