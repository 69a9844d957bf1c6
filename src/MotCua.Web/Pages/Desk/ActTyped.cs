using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Desk;

/// <summary>What the form of an act holds, as typed; an act reads its own boxes (<see cref="ActFields"/>).</summary>
public sealed class ActTyped
{
    public int? Revision { get; set; }

    public Guid? Officer { get; set; }

    public string? Words { get; set; }

    public Outcome Outcome { get; set; }

    public string? Number { get; set; }

    public FilingChannel Channel { get; set; }

    public string? Recipient { get; set; }

    /// <summary>A place as typed: to search by, or its name when it is outside this system.</summary>
    public string? Where { get; set; }

    /// <summary>The id of the chosen agency, or <see cref="AsTyped"/>.</summary>
    public string? Agency { get; set; }

    public string? LimitCount { get; set; }

    public string? LimitUnit { get; set; }

    public int? Leg { get; set; }

    public bool Recalled { get; set; }

    public PauseReason? LegalReason { get; set; }

    public string? Amount { get; set; }

    public PaymentMethod Method { get; set; }

    public DelayCause? Cause { get; set; }

    public DateOnly? NewDue { get; set; }

    public DateTimeOffset? HappenedAt { get; set; }

    public string? LateReason { get; set; }

    /// <summary>The place is none of this system's agencies.</summary>
    public const string AsTyped = "nhu-da-go";

    public AgencyId? AgencyId => Guid.TryParse(Agency, out var id) ? new AgencyId(id) : null;

    public string? Limit => string.IsNullOrWhiteSpace(LimitCount) && LimitUnit != "same" ? null : IntakeLimit.Join(LimitCount, LimitUnit ?? "wd");

    public bool LimitReadable => Limit is null || TimeLimit.TryParse(Limit, out _);

    /// <summary>"1.500.000" → 1500000; null when it is no amount.</summary>
    public long? Dong
    {
        get
        {
            var digits = (Amount ?? "").Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("đồng", "", StringComparison.OrdinalIgnoreCase).Trim('đ', 'Đ');
            return long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var dong) ? dong : null;
        }
    }

    public bool SaysLate => HappenedAt is not null || !string.IsNullOrWhiteSpace(LateReason);

    public ActOrder Order(DossierAct act, string code) => new(act.Kind, code)
    {
        SeenRevision = Revision,
        Late = act.MayBeLate && HappenedAt is { } at ? new LateEntry(at, LateReason ?? "") : null,
        Officer = act.Has(ActFields.Officer) && Officer is { } id ? new OfficerId(id) : null,
        Words = Words,
        Outcome = Outcome,
        Number = Number,
        Channel = Channel,
        Recipient = Recipient,
        Agency = act.Has(ActFields.Place) ? AgencyId : null,
        Where = act.Has(ActFields.AnyPlace) && AgencyId is null ? Where : null,
        Limit = act.Has(ActFields.Limit) ? Limit : null,
        Leg = act.Has(ActFields.Leg) || act.Has(ActFields.After) ? Leg : null,
        Recalled = act.Has(ActFields.Leg) && Recalled,
        PauseReason = act.Has(ActFields.LegalReason) ? LegalReason ?? act.PauseReason : act.PauseReason,
        AmountDong = act.Has(ActFields.Amount) ? Dong : null,
        Method = Method,
        Cause = Cause ?? default,
        NewDue = NewDue,
    };

    /// <summary>What a page carries on that does not show the boxes.</summary>
    public IReadOnlyDictionary<string, string> Hidden() => new Dictionary<string, string?>
    {
        [nameof(Revision)] = $"{Revision}",
        [nameof(Officer)] = Officer?.ToString(),
        [nameof(Words)] = Words,
        [nameof(Outcome)] = $"{Outcome}",
        [nameof(Number)] = Number,
        [nameof(Channel)] = $"{Channel}",
        [nameof(Recipient)] = Recipient,
        [nameof(Where)] = Where,
        [nameof(Agency)] = Agency,
        [nameof(LimitCount)] = LimitCount,
        [nameof(LimitUnit)] = LimitUnit,
        [nameof(Leg)] = Leg?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        [nameof(Recalled)] = Recalled ? "true" : null,
        [nameof(LegalReason)] = LegalReason?.ToString(),
        [nameof(Amount)] = Amount,
        [nameof(Method)] = $"{Method}",
        [nameof(Cause)] = Cause?.ToString(),
        [nameof(NewDue)] = NewDue is { } due ? Vietnamese.Date(due) : null,
        [nameof(HappenedAt)] = HappenedAt is { } at ? Vietnamese.DateAndTime(at) : null,
        [nameof(LateReason)] = LateReason,
    }.Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Key, f => f.Value!, StringComparer.Ordinal);
}
