using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers.Recomputations;
using MotCua.Dossiers.Watchdogs;

namespace MotCua.Dossiers;

/// <summary>
/// Table of contents. Nouns: <see cref="Dossier"/>, <see cref="DossierEvent"/> (the ledger), <see cref="DossierMoves"/> (what may
/// follow what), <see cref="DossierLeg"/>, <see cref="Proposal"/> (what waits for the leader), <see cref="Filing"/> (online, before the
/// receipt), <see cref="WatchSets"/> (what hangs), <see cref="NoticeQueue"/> (who is told),
/// <see cref="DossierSpan"/>, <see cref="Person"/>, <see cref="IntakeDraft"/>. Use cases: the files named with a verb.
/// </summary>
public static class DossiersModule
{
    public static IServiceCollection AddDossiers(this IServiceCollection services) => services
        .AddSingleton<OfficeClocks>()
        .AddScoped<DossierDesk>()
        .AddScoped<InternalPlaces>()
        .AddScoped<Intake>()
        .AddScoped<HandledPosts>()
        .AddScoped<ReceiveDossier>()
        .AddScoped<RefuseAtDoor>()
        .AddScoped<SaveIntakeDraft>()
        .AddScoped<DiscardIntakeDraft>()
        .AddScoped<GuideToComplete>()
        .AddScoped<AssignDossier>()
        .AddScoped<TakeDossier>()
        .AddScoped<FinishStep>()
        .AddScoped<SendForSignature>()
        .AddScoped<SendBack>()
        .AddScoped<SignDossier>()
        .AddScoped<MarkResultReady>()
        .AddScoped<ReturnResult>()
        .AddScoped<AskForSupplement>()
        .AddScoped<ReceiveSupplement>()
        .AddScoped<CloseWithoutResult>()
        .AddScoped<CheckPapers>()
        .AddScoped<RateDossier>()
        .AddScoped<RateByCitizen>()
        .AddScoped<SendLeg>()
        .AddScoped<AskOpinion>()
        .AddScoped<OpenVerification>()
        .AddScoped<RecordLegAnswer>()
        .AddScoped<PauseClock>()
        .AddScoped<ResumeClock>()
        .AddScoped<PayFee>()
        .AddScoped<IssueApology>()
        .AddScoped<OpenCorrection>()
        .AddScoped<HandOverDossiers>()
        .AddScoped<FilingDesk>()
        .AddScoped<SubmitFiling>()
        .AddScoped<CompleteFiling>()
        .AddScoped<CloseFiling>()
        .AddScoped<PerformAct>()
        .AddScoped<ProposeAct>()
        .AddScoped<DecideProposal>()
        .AddScoped<TakeBackProposal>()
        .AddScoped<DecideWaiting>()
        .AddScoped<AskForApology>()
        .AddScoped<ScanSlip>()
        .AddScoped<DiscardSlip>()
        .AddScoped<SetWatchLimits>()
        .AddSingleton<StepHours>()
        .AddSingleton<WatchQuery>()
        .AddScoped<PreviewRecomputation>()
        .AddScoped<ChooseDossiers>()
        .AddScoped<DecideRecomputation>()
        .AddScoped<CarryOutRecomputation>()
        .AddScoped<ImportLedger>()
        .AddScoped<VerifyLedger>();
}
