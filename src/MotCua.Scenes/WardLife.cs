using System.Globalization;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Scenes;

/// <summary>
/// Half a year at the desk: who came when for what. Each dossier is then lived by <see cref="WardDossier"/> up to "now".
/// </summary>
internal sealed class WardLife(Random random, DateTimeOffset now, WardStaff staff, IReadOnlyList<Offer> offers)
{
    /// <summary>Dossiers on a usual working day at the ward; the other communes see a part of it.</summary>
    private const int BusyDay = 19;

    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private readonly MadeUpPeople people = new(random);
    private readonly double allWeight = offers.Sum(o => o.Weight);
    private readonly Dictionary<(string Name, string Period), long> counters = [];

    /// <summary>The last number of every series that was used.</summary>
    public IReadOnlyDictionary<(string Name, string Period), long> Counters => counters;

    public IReadOnlyList<Dossier> Tell(DateOnly begin)
    {
        var dossiers = new List<Dossier>();
        var today = Moment.Of(now).Day;
        for (var day = begin; day <= today; day = day.AddDays(1))
        {
            if (!Clock.Calendar.IsWorkingDay(day))
            {
                continue;
            }

            foreach (var commune in staff.Communes)
            {
                var visits = commune == staff.Ward ? Around(BusyDay) : Around(BusyDay) / 12;
                dossiers.AddRange(Receipts(day, visits).Select(at => Receive(commune, at)));
            }
        }

        return dossiers;
    }

    private int Around(int usual) => Math.Max(0, usual + random.Next(-usual / 3, (usual / 3) + 1));

    /// <summary>Times of receipt of a day in order, mornings busier; nothing after "now".</summary>
    private IEnumerable<DateTimeOffset> Receipts(DateOnly day, int visits) => Enumerable.Range(0, visits)
        .Select(_ => random.Next(3) < 2
            ? new TimeOnly(7, 35).AddMinutes(random.Next(235))
            : new TimeOnly(13, 35).AddMinutes(random.Next(200)))
        .Select(time => Moment.At(day, time).Instant.AddSeconds(random.Next(60)))
        .Where(at => at <= now)
        .Order();

    private Dossier Receive(WardCommune commune, DateTimeOffset at)
    {
        var offer = Pick();
        var channel = Channel(offer);
        var immediate = offer.Version.Content.Immediate && channel is FilingChannel.Direct;
        var desk = commune == staff.Ward ? Actor.Of(staff.Officers[random.Next(3) == 0 ? "mai" : "hanh"]) : new Actor(null, $"CB-{commune.Code}");
        var dossier = Receive(commune, at, offer, channel, desk);
        var life = new WardDossier(dossier, Clock, random, now, commune == staff.Ward ? staff : null, desk, offer.Version.Content.Steps.Count == 4);
        life.Live(immediate, channel, offer.Version.Content.FeeFor(channel)?.Dong ?? 0);
        return dossier;
    }

    /// <summary>A receipt at the ward's counter whose life is told elsewhere.</summary>
    public Dossier ReceiveAtWard(DateTimeOffset at, Offer offer) => Receive(staff.Ward, at, offer, FilingChannel.Direct, Actor.Of(staff.Officers["hanh"]));

    private Dossier Receive(WardCommune commune, DateTimeOffset at, Offer offer, FilingChannel channel, Actor desk)
    {
        var moment = Moment.Of(at);
        var due = Clock.Start(at, offer.Limit);
        var fee = offer.Version.Content.FeeFor(channel)?.Dong ?? 0;
        var immediate = offer.Version.Content.Immediate && channel is FilingChannel.Direct;
        var facts = new ReceivedFacts
        {
            Agency = commune.Id,
            Desk = commune.Id,
            Procedure = offer.Version.ProcedureId,
            Version = offer.Version.Id,
            Channel = channel,
            Applicant = people.Next(commune.Name),
            Limit = offer.Limit.ToString(),
            OnSupplement = offer.Version.OnSupplement,
            DigitisationRequired = offer.Version.DigitisationRequired && !immediate,
            Slip = !immediate,
            DueDay = due.DueDay,
            DueAt = due.DueAt,
            ReceiptNumber = immediate ? null : Next($"TNHS:{commune.Id.Value}", moment.Day.Year.ToString(CultureInfo.InvariantCulture)),
            ReturnBy = channel is FilingChannel.Postal ? FilingChannel.Postal : FilingChannel.Direct,
            FeeDong = fee,
            Papers = Papers(offer.Version),
        };
        var serial = Next($"dossier:{commune.Code}", moment.Day.ToString("yyMMdd", CultureInfo.InvariantCulture));
        return Dossier.Receive(DossierCode.Of(commune.Code, moment.Day, serial), offer.Version.Field, facts, moment, desk);
    }

    private Offer Pick()
    {
        var at = random.NextDouble() * allWeight;
        foreach (var offer in offers)
        {
            at -= offer.Weight;
            if (at < 0)
            {
                return offer;
            }
        }

        return offers[^1];
    }

    private FilingChannel Channel(Offer offer)
    {
        var online = offer.Version.Content.Channels.Count == 0 || offer.Version.Content.Channels.Any(c => c.Channel == FilingChannel.Online);
        return random.Next(100) switch
        {
            < 42 when online => FilingChannel.Online,
            >= 97 => FilingChannel.Postal,
            _ => FilingChannel.Direct,
        };
    }

    private static List<PaperCheck> Papers(ProcedureVersion version) =>
    [
        .. version.Content.Papers.Where(p => p.Case is null || version.Content.Papers.All(q => q.Case is not null)).Take(6).Select((p, i) => new PaperCheck(i + 1, p.Name)
        {
            Originals = p.Originals,
            Certified = p.CertifiedCopies,
            Copies = p.Copies,
        }),
    ];

    private long Next(string name, string period) => counters[(name, period)] = counters.GetValueOrDefault((name, period)) + 1;
}
