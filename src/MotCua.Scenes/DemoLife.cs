using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Scenes;

/// <summary>One person at one desk: where, when, the how manieth there that day.</summary>
internal sealed record DemoVisit(WardCommune Commune, Moment At, int Serial);

/// <summary>Makes dossiers of visits and lives them as the ward's are lived, without naming officers.</summary>
internal static class DemoLife
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    public static IReadOnlyList<Dossier> Tell(Random random, IReadOnlyList<DemoVisit> visits, IReadOnlyList<Offer> offers, DateTimeOffset until)
    {
        var people = new MadeUpPeople(random);
        var weight = offers.Sum(o => o.Weight);
        return [.. visits.Select(visit => Receive(random, people, visit, Pick(offers, random.NextDouble() * weight), until))];
    }

    private static Dossier Receive(Random random, MadeUpPeople people, DemoVisit visit, Offer offer, DateTimeOffset until)
    {
        var version = offer.Version;
        var channel = random.Next(100) switch { < 40 => FilingChannel.Online, >= 97 => FilingChannel.Postal, _ => FilingChannel.Direct };
        var immediate = version.Content.Immediate && channel is FilingChannel.Direct;
        var due = Clock.Start(visit.At.Instant, offer.Limit);
        var desk = new Actor(null, $"CB-{visit.Commune.Code}");
        var fee = version.Content.FeeFor(channel)?.Dong ?? 0;
        var facts = new ReceivedFacts
        {
            Agency = visit.Commune.Id,
            Desk = visit.Commune.Id,
            Procedure = version.ProcedureId,
            Version = version.Id,
            Channel = channel,
            Applicant = people.Next(visit.Commune.Name),
            Limit = offer.Limit.ToString(),
            OnSupplement = version.OnSupplement,
            DigitisationRequired = version.DigitisationRequired && !immediate,
            Slip = !immediate,
            DueDay = due.DueDay,
            DueAt = due.DueAt,
            ReturnBy = channel is FilingChannel.Postal ? FilingChannel.Postal : FilingChannel.Direct,
            FeeDong = fee,
        };
        var dossier = Dossier.Receive(DossierCode.Of(visit.Commune.Code, visit.At.Day, visit.Serial), version.Field, facts, visit.At, desk);
        new WardDossier(dossier, Clock, random, until, staff: null, desk, fourSteps: false).Live(immediate, channel, fee);
        return dossier;
    }

    private static Offer Pick(IReadOnlyList<Offer> offers, double at)
    {
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
}
