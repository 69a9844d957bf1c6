namespace MotCua.Dossiers;

/// <summary>What can happen to a dossier. The first sixteen are the contract's; the others are steps inside the office.</summary>
public enum EventKind
{
    Received,
    RefusedAtDoor,
    Forwarded,
    HandedOver,
    SupplementRequested,
    Supplemented,
    Paused,
    Resumed,
    ApologyIssued,
    ResultReady,
    Stopped,
    Withdrawn,
    Returned,
    Digitised,
    Paid,
    Rated,
    Assigned,
    Taken,
    StepFinished,
    SentForSignature,
    SentBack,
    Signed,
    PapersChecked,
    SlipReissued,
    VerificationOpened,
    ConsultationSent,
    LegAnswered,
    CorrectionOpened,
}
