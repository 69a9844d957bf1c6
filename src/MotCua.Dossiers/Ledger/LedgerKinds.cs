using MotCua.Foundation;

namespace MotCua.Dossiers.Ledger;

/// <summary>What an imported line does to its dossier; the answer says why it may not.</summary>
internal delegate Result LedgerAct(Dossier dossier, LedgerStamp stamp);

/// <summary>The members of each event of CONTRACT 3, and the verb it stands for; a row an event.</summary>
internal static class LedgerKinds
{
    private static readonly Dictionary<EventKind, Func<LineReader, LedgerBook, LedgerAct>> Readers = new()
    {
        [EventKind.Forwarded] = (line, book) =>
        {
            var to = book.Agency(line, "to");
            return (d, s) => d.Forward(to, s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.HandedOver] = (line, book) =>
        {
            var to = book.Agency(line, "to");
            return (d, s) => d.HandOver(to, s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.SupplementRequested] = (line, _) =>
        {
            var reason = line.Text("reason");
            return (d, s) => d.AskForSupplement(reason, s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.Supplemented] = (_, _) => (d, s) => d.Supplement(s.ClockOf(d), s.At, s.By, s.EnteredAt, s.Note),
        [EventKind.Paused] = (line, _) =>
        {
            var reason = line.OneOf<PauseReason>("reason");
            return (d, s) => d.Pause(reason, null, s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.Resumed] = (_, _) => (d, s) => d.Resume(s.ClockOf(d), s.At, s.By, s.EnteredAt, s.Note),
        [EventKind.ApologyIssued] = (line, _) =>
        {
            var apology = new ApologyFacts(line.Text("number"), line.Day("new_due"), line.Text("cause"), line.Name("signer"));
            return (d, s) => d.Apologise(apology, s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.ResultReady] = (line, _) =>
        {
            var outcome = line.OneOf<Outcome>("outcome");
            return (d, s) => d.MarkResultReady(outcome, null, s.ClockOf(d), s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.Stopped] = (line, _) =>
        {
            var reason = line.Text("reason");
            return (d, s) => d.Stop(reason, s.ClockOf(d), s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.Withdrawn] = (line, _) =>
        {
            var reason = line.Text("reason");
            return (d, s) => d.Withdraw(reason, s.ClockOf(d), s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.Returned] = (line, _) =>
        {
            var channel = line.OneOf<Procedures.FilingChannel>("channel");
            return (d, s) => d.Return(channel, null, s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.Digitised] = (line, _) =>
        {
            var part = line.OneOf<DigitisedPart>("part");
            return (d, s) => d.Digitise(part, s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.Paid] = (line, _) =>
        {
            var payment = new PaymentFacts(line.Amount("amount"), line.OneOf<PaymentMethod>("method"), line.Text("reference", mayBeBlank: true));
            return (d, s) => d.Pay(payment, s.At, s.By, s.EnteredAt, s.Note);
        },
        [EventKind.Rated] = (line, _) =>
        {
            var rating = new RatingFacts(line.Number("rating", 1, 5), line.OneOf<RatingVia>("via"), line.OptionalText("officer"));
            return (d, s) => d.Rate(rating, s.At, s.By, s.EnteredAt, s.Note);
        },
    };

    /// <summary>The events that a file may hold; the office's inner steps are not among them.</summary>
    public static readonly IReadOnlySet<EventKind> Contract = Readers.Keys.Append(EventKind.Received).Append(EventKind.RefusedAtDoor).ToHashSet();

    public static LedgerAct Read(LineReader line, EventKind kind, LedgerBook book) => Readers[kind](line, book);
}
