using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>
/// Leads an order to its use case. What needs the leader's consent becomes a proposal; the same order is performed when the
/// leader agrees.
/// </summary>
public sealed class PerformAct(IServiceProvider services, ProposeAct propose)
{
    /// <summary>What came of the order.</summary>
    /// <param name="Proposed">The proposal that waits for the leader; null when the act is done.</param>
    /// <param name="NewCode">The dossier that the act opened.</param>
    public sealed record Done(ProposalId? Proposed = null, string? NewCode = null);

    public async Task<Result<Done>> RunAsync(ActOrder order, CancellationToken ct)
    {
        var done = await DoAsync(order, consent: null, ct);
        if (done.Error is not { Code: DossierErrors.NeedsConsentCode })
        {
            return done;
        }

        var proposed = await propose.RunAsync(order, ct);
        return proposed.Succeeded ? new Done(proposed.Value) : proposed.Error!;
    }

    /// <summary>With the leader's consent: the dossier may have moved since it was proposed, which its own rules then say.</summary>
    internal Task<Result<Done>> RunWithConsentAsync(ActOrder order, Consent consent, CancellationToken ct) =>
        DoAsync(order with { SeenRevision = null }, consent, ct);

    internal static IssueApology.Input ApologyOf(ActOrder order) => new(order.Code, order.SeenRevision, order.Cause, order.Words, order.NewDue ?? default);

    private async Task<Result<Done>> DoAsync(ActOrder order, Consent? consent, CancellationToken ct)
    {
        var result = await InsideAsync(order, consent, ct);
        return result switch
        {
            { Succeeded: false } => result.Error!,
            Result<string> opened => new Done(NewCode: opened.Value),
            _ => new Done(),
        };
    }

    // Steps inside the office.
    private Task<Result> InsideAsync(ActOrder order, Consent? consent, CancellationToken ct)
    {
        var (code, seen, words) = (order.Code, order.SeenRevision, Blank(order.Words));
        return order.Kind switch
        {
            EventKind.Taken => Run(Get<TakeDossier>().RunAsync(With(new TakeDossier.Input(code, seen)), ct)),
            EventKind.StepFinished => Run(Get<FinishStep>().RunAsync(With(new FinishStep.Input(code, seen, order.Officer, words)), ct)),
            EventKind.SentForSignature or EventKind.Assigned when order.Officer is null => Refused(DossierErrors.NobodyChosen()),
            EventKind.SentForSignature => Run(Get<SendForSignature>().RunAsync(With(new SendForSignature.Input(code, seen, order.Officer.Value, words)), ct)),
            EventKind.Assigned => Run(Get<AssignDossier>().RunAsync(With(new AssignDossier.Input(code, seen, order.Officer.Value, words)), ct)),
            EventKind.Signed => Run(Get<SignDossier>().RunAsync(With(new SignDossier.Input(code, seen, words)), ct)),
            EventKind.SentBack => Run(Get<SendBack>().RunAsync(With(new SendBack.Input(code, seen, words ?? "")), ct)),
            EventKind.Forwarded when order.Agency is null => Refused(DossierErrors.LegPlaceMissing()),
            EventKind.Forwarded => Run(Get<SendLeg>().RunAsync(With(new SendLeg.Input(code, seen, order.Agency.Value, words ?? "", order.Limit, order.Leg)), ct)),
            EventKind.ConsultationSent => Run(Get<AskOpinion>().RunAsync(With(new AskOpinion.Input(code, seen, order.Agency, Blank(order.Where), words ?? "", order.Limit)), ct)),
            EventKind.VerificationOpened => Run(Get<OpenVerification>().RunAsync(With(new OpenVerification.Input(code, seen, order.Agency, Blank(order.Where), words ?? "", order.Limit, Blank(order.Number))), ct)),
            EventKind.LegAnswered => Run(Get<RecordLegAnswer>().RunAsync(With(new RecordLegAnswer.Input(code, seen, order.Leg ?? 0, words ?? "", order.Recalled)), ct)),
            _ => OutsideAsync(order, consent, ct),
        };

        T With<T>(T input)
            where T : ActInput => PerformAct.With(input, order, consent);
    }

    // What reaches the citizen.
    private Task<Result> OutsideAsync(ActOrder order, Consent? consent, CancellationToken ct)
    {
        var (code, seen, words) = (order.Code, order.SeenRevision, Blank(order.Words));
        return order.Kind switch
        {
            EventKind.SupplementRequested => Run(Get<AskForSupplement>().RunAsync(With(new AskForSupplement.Input(code, seen, words ?? "")), ct)),
            EventKind.Supplemented => Run(Get<ReceiveSupplement>().RunAsync(With(new ReceiveSupplement.Input(code, seen)), ct)),
            EventKind.Paused => Run(Get<PauseClock>().RunAsync(With(new PauseClock.Input(code, seen, order.PauseReason, Blank(order.Number), words, order.AmountDong)), ct)),
            EventKind.Resumed => Run(Get<ResumeClock>().RunAsync(With(new ResumeClock.Input(code, seen, words)), ct)),
            EventKind.Paid => Run(Get<PayFee>().RunAsync(With(new PayFee.Input(code, seen, order.AmountDong ?? 0, order.Method, Blank(order.Number))), ct)),
            EventKind.ApologyIssued => Run(Get<IssueApology>().RunAsync(With(ApologyOf(order)), ct)),
            EventKind.ResultReady => Run(Get<MarkResultReady>().RunAsync(With(new MarkResultReady.Input(code, seen, order.Outcome, Blank(order.Number), words)), ct)),
            EventKind.Returned => Run(Get<ReturnResult>().RunAsync(With(new ReturnResult.Input(code, seen, order.Channel, Blank(order.Recipient), words)), ct)),
            EventKind.Withdrawn => Run(Get<CloseWithoutResult>().RunAsync(With(new CloseWithoutResult.Input(code, seen, Withdrawn: true, words ?? "")), ct)),
            EventKind.Stopped => Run(Get<CloseWithoutResult>().RunAsync(With(new CloseWithoutResult.Input(code, seen, Withdrawn: false, words ?? "")), ct)),
            EventKind.CorrectionOpened => Run(Get<OpenCorrection>().RunAsync(With(new OpenCorrection.Input(code, seen, words ?? "")), ct)),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order.Kind, "No use case."),
        };

        T With<T>(T input)
            where T : ActInput => PerformAct.With(input, order, consent);
    }

    private static T With<T>(T input, ActOrder order, Consent? consent)
        where T : ActInput => (T)((ActInput)input with { Late = order.Late, Consent = consent });

    private static async Task<Result> Run<T>(Task<Result<T>> act) => await act;

    private static Task<Result> Refused(Error error) => Task.FromResult<Result>(error);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
