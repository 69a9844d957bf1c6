using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Leader;

/// <summary>The one act that a line of a list offers.</summary>
public sealed record WatchAct(string Words, string Icon, string Href);

/// <summary>Lists of the leader's side in words: where a dossier is, why it hangs, whose fault, and what to do now.</summary>
public sealed class WatchWords(Text t, CurrentOfficer officer, OfficerFrame frame, TimeProvider time)
{
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["assign"] = Text.Key("Phân công"),
        ["appraise"] = Text.Key("Thẩm định"),
        ["elsewhere"] = Text.Key("Xác minh, nơi khác"),
        ["sign"] = Text.Key("Trình ký"),
        ["register"] = Text.Key("Vào sổ"),
        ["paused"] = Text.Key("Tạm dừng"),
    };

    /// <summary>The text of every set, for the test of translations.</summary>
    public static IEnumerable<string> Texts => WatchSets.All.SelectMany(s => new[] { s.Title, s.Rule, s.Good }).Concat(Places.Values).Concat(DelayCauseNames);

    private static IEnumerable<string> DelayCauseNames => Enum.GetValues<DelayCause>().Select(c => c.Name());

    private DateOnly Today => time.Now().Day;

    public static string PlaceWords(string place) => Places.GetValueOrDefault(place, place);

    public string RuleOf(WatchSet set, WatchLimits limits) => set.Days is { } days ? t[set.Rule, days(limits)] : t[set.Rule];

    public string AgencyName(Guid id) => officer.Agencies.NameOf(new AgencyId(id), Today);

    public string LegPlace(DossierLeg leg) => leg.To is { } agency ? officer.Agencies.NameOf(agency, Today) : leg.ToWords ?? t["nơi khác"];

    /// <summary>The step a dossier is at.</summary>
    public string Step(WatchedDossier row) => row.State switch
    {
        DossierStatus.ForSignature => t["Trình ký"],
        DossierStatus.InProcess or DossierStatus.Received when row.StepName is { Length: > 0 } name => name,
        var state => t[StatusTag.Of(state.ToString()).Officers],
    };

    public string Holder(WatchedDossier row) => row switch
    {
        { FinishedAt: not null } => "",
        { HolderId: null } => t["Chưa có người giữ"],
        _ => row.Holder ?? "",
    };

    /// <summary>Why it is late, will be late, or hangs.</summary>
    public string Why(WatchedDossier row, DeadlineClock clock, TimeSpan? workLeft = null)
    {
        var now = time.Now().Instant;
        return row switch
        {
            _ when row.LateLegs(now).FirstOrDefault() is { } leg => t["{0} chưa trả lời", LegPlace(leg)],
            { ExtendedDue: { } again, Apologised: true } => t["Đã xin lỗi, hẹn lại {0}", again],
            { HolderLeft: { } left } => t["{0} nghỉ từ {1}", row.Holder, left.AddDays(1)],
            { State: DossierStatus.ForSignature, HeldSince: { } since } => t["Chờ ký từ {0}", Day(since)],
            { HolderId: null, FinishedAt: null } => t["Chưa giao cho ai từ {0}", Day(row.HeldSince ?? row.ReceivedAt)],
            _ when row.Legs.Any(l => l.IsOpen && !l.Reported) => t["Chờ {0} trả lời", LegPlace(row.Legs.First(l => l.IsOpen && !l.Reported))],
            _ when workLeft is { } left && RiskRule.Of(left, Left(row, clock, now), clock.DayOf(now), row.State is DossierStatus.Signed) is RiskReason.WorkLeft => t["Các bước còn lại cần {0}", Span(left, clock.DayOf(now))],
            _ when workLeft is not null => t["Còn dưới 1 ngày làm việc, chưa ký"],
            _ => t["Việc gần nhất {0}", Day(row.LastEventAt)],
        };
    }

    /// <summary>Whom to call when no notice arrives.</summary>
    public string CallWords(string? phone) => string.IsNullOrWhiteSpace(phone) ? t["Không có số điện thoại; báo khi người nộp đến hỏi"] : t["Gọi báo {0}", phone];

    /// <summary>"Thẩm định, Phan Quốc Bảo": where and in whose hands it was when it became late.</summary>
    public (string Place, string Who) WhoseFault(WatchedDossier row)
    {
        var lateAt = LateAt(row);
        var leg = row.Legs.FirstOrDefault(l => l.SentAt <= lateAt && (l.AnsweredAt is null || l.AnsweredAt > lateAt) && !l.Reported);
        return leg is not null
            ? (t["Xác minh, nơi khác"], LegPlace(leg))
            : (t[PlaceWords(row.LatePlace ?? "assign")], row.LateHolder ?? t["chưa ai giữ"]);
    }

    public bool MayApologise(WatchedDossier row) => DossierMoves.All[EventKind.ApologyIssued] is var move
        && move.Roles.Concat(move.Proposers).Any(role => officer.Holds(role, new AgencyId(row.AgencyId)) || officer.Holds(role, new AgencyId(row.DeskId)));

    public bool IsLeaderOf(WatchedDossier row) => officer.Holds(OfficeRole.Signer, new AgencyId(row.AgencyId));

    /// <summary>The next act of a line, as its list is meant.</summary>
    public WatchAct ActOf(WatchedDossier row, WatchSet set)
    {
        var path = frame.DossierPath(row.Code);
        var leader = IsLeaderOf(row);
        return set.Slug switch
        {
            _ when row.State is DossierStatus.ForSignature && leader && (row.HolderId is null || row.HolderId == officer.Id.Value) => new(t["Ký ngay"], "signature", "/cho-duyet?loai=ky"),
            _ when row.ApologyWaits && leader => new(t["Ký văn bản xin lỗi"], "signature", "/cho-duyet?loai=xin-loi"),
            "chua-xin-loi" or "sap-tre" or "giao-toi-soan" when Writable(row) => new(t["Soạn xin lỗi"], "mail", path + "/viec/xin-loi"),
            "cho-bo-sung-lau" when leader || MayApologise(row) => new(t["Đề nghị dừng"], "hand-stop", path + "/viec/dung"),
            "vang-nguoi" or "khong-chuyen-dong" or "qua-han" or "sap-tre" when leader => new(t["Giao lại"], "user-plus", path + "/viec/phan-cong"),
            "chua-tra" or "cho-tra" when officer.HoldsAnywhere(OfficeRole.Receptionist) => new(t["Trả kết quả"], "package", path),
            "tin-khong-toi" when officer.HoldsAnywhere(OfficeRole.Administrator) => new(t["Xem tin gửi đi"], "send", "/Admin/Notices"),
            "phieu-chua-dong" => new(t["Ghi trả kết quả"], "package", "/phieu-thu-ve"),
            _ => new(t["Xem"], "eye", path),
        };
    }

    /// <summary>On the cockpit the leader acts on the work itself; the apology has its own card.</summary>
    public WatchAct CockpitAct(WatchedDossier row) => row switch
    {
        { State: DossierStatus.ForSignature } when IsLeaderOf(row) && (row.HolderId is null || row.HolderId == officer.Id.Value) => new(t["Ký ngay"], "signature", "/cho-duyet?loai=ky"),
        { HolderId: null } when IsLeaderOf(row) => new(t["Phân công"], "user-plus", frame.DossierPath(row.Code) + "/viec/phan-cong"),
        _ when IsLeaderOf(row) && !row.LateLegs(time.Now().Instant).Any() => new(t["Giao lại"], "user-plus", frame.DossierPath(row.Code) + "/viec/phan-cong"),
        _ => new(t["Xem"], "eye", frame.DossierPath(row.Code)),
    };

    /// <summary>An apology may still be written for it, by whoever looks.</summary>
    public bool Writable(WatchedDossier row) => row is { Apologised: false, FinishedAt: null, ApologyWaits: false } && MayApologise(row);

    /// <summary>How long it has been in the set: "5 ngày", "2 giờ"; in calendar days, as people count waiting.</summary>
    public string Since(WatchedDossier row)
    {
        if (row.Since is not { } since)
        {
            return "";
        }

        var days = Today.DayNumber - Moment.Of(since).Day.DayNumber;
        return days switch
        {
            < 0 => t["hạn {0}", Vietnamese.ShortDate(Moment.Of(since).Day)],
            0 => t["Từ {0} hôm nay", Vietnamese.Time(since)],
            _ => t["{0} ngày", days],
        };
    }

    public string Span(TimeSpan work, TimeSpan day)
    {
        var (days, hours) = ((int)(work / day), (int)Math.Round(work.TotalHours % day.TotalHours));
        return days == 0 ? t["{0} giờ làm việc", Math.Max(1, hours)] : hours == 0 ? t["{0} ngày làm việc", days] : t["{0} ngày {1} giờ làm việc", days, hours];
    }

    public static TimeSpan Left(WatchedDossier row, DeadlineClock clock, DateTimeOffset now) =>
        (row.ExtendedDue is { } extended ? clock.ClosingOf(extended) : row.DueAt) is { } due ? clock.WorkingTimeBetween(now, due) : TimeSpan.MaxValue;

    private static DateTimeOffset LateAt(WatchedDossier row) => row.Limit.EndsWith('h') && row.DueAt is { } due
        ? due
        : row.DueDay is { } day ? Moment.At(day.AddDays(1), TimeOnly.MinValue).Instant : DateTimeOffset.MaxValue;

    private static string Day(DateTimeOffset instant) => Vietnamese.ShortDate(Moment.Of(instant).Day);
}
