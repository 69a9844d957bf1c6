using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Documents.Forms;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Documents;

/// <summary>Sổ theo dõi hồ sơ: what a desk received, numbered from 01 on in each year without a gap.</summary>
public sealed class RegisterBook(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <summary>More do not fit one print; the days must be fewer.</summary>
    public const int MostEntries = 1000;

    private const string Read =
        """
        select * from (
            select row_number() over (order by d.received_at, d.code) as number, d.code, v.name as procedure, d.applicant ->> 'name' as applicant,
                   d.applicant ->> 'address' as address, d.applicant_phone as phone, d.agency_id, d.received_at, d.due_at, d.returned_at, d.return_channel,
                   coalesce((e.facts ->> 'sets')::int, 1) as sets
            from dossiers d
            join procedure_versions v on v.id = d.procedure_version_id
            join dossier_events e on e.dossier_id = d.id and e.seq = 1
            where d.desk_id = @agency and d.received_at >= @year and d.received_at < @end
        ) book where received_at >= @begin
        order by number limit @most
        """;

    public static Error TooMany { get; } =
        new("documents.register-too-long", "Khoảng này có hơn {0} hồ sơ. Chọn ít ngày hơn rồi in từng phần.", MostEntries) { Field = "tu" };

    public static Error WrongDays { get; } =
        new("documents.register-days", "Ngày đầu phải trước ngày cuối, và cùng một năm vì mỗi năm là một quyển.") { Field = "tu" };

    public async Task<Result<RegisterInput>> OpenAsync(AgencyId agency, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (from > to || from.Year != to.Year)
        {
            return WrongDays;
        }

        var parameters = new
        {
            agency = agency.Value,
            year = Moment.At(new DateOnly(from.Year, 1, 1), default).Instant,
            begin = Moment.At(from, default).Instant,
            end = Moment.At(to.AddDays(1), default).Instant,
            most = MostEntries + 1,
        };
        var rows = (await db.Database.GetDbConnection().QueryAsync<Row>(new CommandDefinition(Read, parameters, cancellationToken: ct))).ToList();
        if (rows.Count > MostEntries)
        {
            return TooMany;
        }

        var contact = await db.Agencies.AsNoTracking().Where(a => a.Id == agency).Select(a => a.Contact).SingleOrDefaultAsync(ct);
        var today = clock.Now().Day;
        return new RegisterInput
        {
            Issuer = Issuers.Of(agency, contact, officer.Agencies, to),
            Day = today,
            BookNumber = $"01/{from.Year}",
            From = from,
            To = to,
            Entries = [.. rows.Select(r => r.Entry(officer.Agencies))],
            KeeperName = officer.Name,
        };
    }

    private sealed class Row
    {
        public long Number { get; init; }

        public string Code { get; init; } = "";

        public string Procedure { get; init; } = "";

        public string Applicant { get; init; } = "";

        public string? Address { get; init; }

        public string? Phone { get; init; }

        public Guid AgencyId { get; init; }

        public DateTimeOffset ReceivedAt { get; init; }

        public DateTimeOffset? DueAt { get; init; }

        public DateTimeOffset? ReturnedAt { get; init; }

        public string? ReturnChannel { get; init; }

        public int Sets { get; init; }

        public RegisterEntry Entry(AgencyTree agencies) => new()
        {
            Number = (int)Number,
            DossierCode = Code,
            ProcedureName = Procedure,
            Sets = Sets,
            ApplicantName = Applicant,
            Address = Address,
            Phone = Phone,
            CompetentAgency = agencies.NameOf(new AgencyId(AgencyId), Moment.Of(ReceivedAt).Day),
            ReceivedAt = ReceivedAt,
            DueAt = DueAt,
            ReturnedAt = ReturnedAt,
            ReturnHow = Snake.Parse<FilingChannel>(ReturnChannel)?.Label(),
        };
    }
}
