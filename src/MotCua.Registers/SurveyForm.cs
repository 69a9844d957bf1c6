using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>
/// What a form asks besides the whole (NĐ 61/2018 Điều 31): time, staff, information, cost; each 1 to 5, null when not answered.
/// </summary>
public sealed record SurveyAnswers(int? Time, int? Staff, int? Information, int? Cost)
{
    public static readonly SurveyAnswers None = new(null, null, null, null);

    public IEnumerable<int?> All => [Time, Staff, Information, Cost];
}

/// <summary>
/// A rating form ("phiếu đánh giá") on paper or from the counter's device. With a dossier the rating itself stands in the dossier's
/// ledger, once; without one it counts in B.3 by the field that it names.
/// </summary>
public sealed class SurveyForm : RegisterRecord
{
    private SurveyForm()
    {
    }

    /// <summary>Null: the form names no dossier.</summary>
    public DossierId? DossierId { get; private set; }

    public string Field { get; private set; } = "";

    public DateTimeOffset RatedAt { get; private set; }

    /// <summary>Paper or kiosk.</summary>
    public RatingVia Via { get; private set; }

    /// <summary>1 to 5; 4 and 5 are satisfied.</summary>
    public int Rating { get; private set; }

    public int? TimeRating { get; private set; }

    public int? StaffRating { get; private set; }

    public int? InformationRating { get; private set; }

    public int? CostRating { get; private set; }

    /// <summary>The counter's device, as the office calls it.</summary>
    public string? Device { get; private set; }

    /// <summary>Who keyed it; null on the device.</summary>
    public OfficerId? EnteredBy { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    public static Result<SurveyForm> OnPaper(
        AgencyId agency, DossierId? dossier, string field, int rating, SurveyAnswers answers, Moment ratedAt, OfficerId by, Moment now)
    {
        if (answers.All.Append(rating).Any(a => a is < 1 or > 5))
        {
            return DossierErrors.Rating();
        }

        var form = new SurveyForm
        {
            DossierId = dossier,
            Field = field,
            RatedAt = ratedAt.Instant,
            Via = RatingVia.Paper,
            Rating = rating,
            EnteredBy = by,
            EnteredAt = now.Instant,
        };
        (form.TimeRating, form.StaffRating, form.InformationRating, form.CostRating) = answers;
        form.BelongTo(agency);
        form.Note("recorded", now, by);
        return form;
    }

    public static Result<SurveyForm> AtDevice(AgencyId agency, string field, int rating, string device, Moment now)
    {
        if (rating is < 1 or > 5)
        {
            return DossierErrors.Rating();
        }

        var form = new SurveyForm { Field = field, RatedAt = now.Instant, Via = RatingVia.Kiosk, Rating = rating, Device = device, EnteredAt = now.Instant };
        form.BelongTo(agency);
        form.Note("recorded", now, null);
        return form;
    }
}

/// <summary>Fields that a form without a dossier may name: what the agency was asked for in the last year first, then what is published.</summary>
public static class SurveyFields
{
    private const string Sql =
        """
        with used as (
            select field, count(*) as often from dossiers
            where agency_id = @agency and received_at >= @since and field <> '' group by field),
        known as (select distinct field from procedure_versions where status = 'published' and field <> '')
        select coalesce(u.field, k.field) from used u full join known k on k.field = u.field
        order by u.often desc nulls last, coalesce(u.field, k.field)
        """;

    public static async Task<IReadOnlyList<string>> OfAsync(System.Data.Common.DbConnection connection, AgencyId agency, Moment now, CancellationToken ct) =>
        [.. await Dapper.SqlMapper.QueryAsync<string>(
            connection, new Dapper.CommandDefinition(Sql, new { agency = agency.Value, since = now.Instant.AddDays(-366) }, cancellationToken: ct))];
}
