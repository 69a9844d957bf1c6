using MotCua.Dossiers;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>Which template tells an officer of which event.</summary>
internal static class OfficerNotice
{
    /// <summary>The officer who holds the dossier after the line, and what to say.</summary>
    public static (OfficerId Officer, TemplateValues Words)? ToHolder(NoticeSource source)
    {
        var (kind, facts) = (source.Line.Kind, source.Line.ReadFacts());
        var holder = facts switch
        {
            HolderFacts f => f.Holder,
            StepFacts f => f.Holder,
            SignedFacts f => f.Holder,
            _ => source.Dossier.HolderId,
        };
        var words = (kind, facts) switch
        {
            (EventKind.Assigned, HolderFacts f) => Work(source, OfficerTemplates.Assigned, f.Reason),
            (EventKind.StepFinished, StepFacts f) => Work(source, OfficerTemplates.Assigned, f.Result),
            (EventKind.Signed, SignedFacts f) => Work(source, OfficerTemplates.Assigned, f.Remark),
            (EventKind.SentForSignature, HolderFacts) => Work(source, OfficerTemplates.ForSignature, source.Line.Note),
            (EventKind.SentBack, HolderFacts f) => Work(source, OfficerTemplates.SentBack, f.Reason),
            (EventKind.Supplemented, DueFacts f) => source.With(OfficerTemplates.Supplemented, ("han", NoticeSource.Promise(f.DueAt))),
            (EventKind.Resumed, DueFacts f) => source.With(OfficerTemplates.Resumed, ("han", NoticeSource.Promise(f.DueAt)), ("ly_do", f.Reason)),
            (EventKind.LegAnswered, LegAnsweredFacts f) => source.With(
                OfficerTemplates.LegAnswered, ("ly_do", f.Answer), ("noi_hoi", LegOf(source, f.No) is { } leg ? source.PlaceOf(leg.To, leg.ToWords) : null)),
            _ => null,
        };
        return holder is { } officer && words is not null ? (officer, words) : null;
    }

    /// <summary>The agencies of this system to which a leg goes out with the line.</summary>
    public static IEnumerable<(AgencyId Agency, TemplateValues Words)> ToLegAgencies(NoticeSource source)
    {
        IEnumerable<(AgencyId? To, string Task, DateTimeOffset? DueAt)> legs = source.Line.ReadFacts() switch
        {
            TransferFacts { Leg: { After: null } leg } => [(leg.To, leg.Task, leg.DueAt)],
            ConsultationFacts { Leg: var leg } => [(leg.To, leg.Task, leg.DueAt)],
            VerificationFacts { Leg: var leg } => [(leg.To, leg.Task, leg.DueAt)],
            LegAnsweredFacts f => f.Started.Select(s => LegOf(source, s.No) is { } leg ? (leg.To, leg.Task, s.DueAt) : default),
            _ => [],
        };
        return legs.Where(l => l.To is not null)
            .Select(l => (l.To!.Value, source.With(OfficerTemplates.LegReceived, ("ly_do", l.Task), ("han", NoticeSource.Promise(l.DueAt)))));
    }

    private static TemplateValues Work(NoticeSource source, string template, string? words) => source.With(
        template, ("nguoi_giao", source.ActorName), ("ly_do", words), ("han", NoticeSource.Promise(source.Dossier.DueAt)));

    private static DossierLeg? LegOf(NoticeSource source, int no) => source.Dossier.Legs.FirstOrDefault(l => l.No == no);
}
