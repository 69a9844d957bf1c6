namespace MotCua.Dossiers.Watchdogs;

/// <summary>Which dossiers a set looks at before its own condition.</summary>
public enum WatchBase
{
    Open,
    Ready,

    /// <summary>Done in the period.</summary>
    Done,

    /// <summary>Open and overdue, or done late in the period.</summary>
    Late,

    /// <summary>On the sheet of slips that were taken back.</summary>
    Slips,

    /// <summary>Received and not handed over.</summary>
    NotReturned,
}

/// <summary>
/// A named set of dossiers ("danh sách theo dõi"): its count, its list and its export are the same SQL, and so are the morning
/// digest's and the cockpit's.
/// </summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">The head of its list.</param>
/// <param name="Rule">When a dossier is in it; {0} is the agency's number of days where the set has one.</param>
/// <param name="Good">What an empty list means.</param>
/// <param name="Base">What it looks at.</param>
/// <param name="Condition">SQL over <see cref="WatchSql"/>.</param>
public sealed record WatchSet(string Slug, string Title, string Rule, string Good, WatchBase Base, string Condition)
{
    /// <summary>Since when it has been so; the oldest are first.</summary>
    public string Since { get; init; } = WatchSql.DueInstant;

    /// <summary>Somebody must act: "không để treo".</summary>
    public bool IsWatchdog { get; init; }

    /// <summary>Its list says who held the dossier when it became late.</summary>
    public bool AsksWhoseFault { get; init; }

    /// <summary>The agency's number of days behind the rule.</summary>
    public Func<WatchLimits, int>? Days { get; init; }

    public bool IsByPeriod => Base is WatchBase.Done or WatchBase.Late;

    /// <summary>Its condition reads <see cref="WatchSql.Risk"/>.</summary>
    internal bool NeedsRisk { get; init; }

    /// <summary>Its condition reads <see cref="WatchSql.Present"/>.</summary>
    internal bool NeedsPresent { get; init; }
}

/// <summary>All of them, in one place.</summary>
public static class WatchSets
{
    public static readonly WatchSet Open = new(
        "dang-giai-quyet", "Đang giải quyết", "Đã nhận, chưa có kết quả.", "Không còn hồ sơ nào đang giải quyết", WatchBase.Open, "true");

    public static readonly WatchSet Today = new(
        "hen-hom-nay", "Hẹn trả hôm nay", "Hẹn trả hôm nay, chưa có kết quả.", "Hôm nay không còn hồ sơ nào phải trả",
        WatchBase.Open, $"d.stopped_at is null and coalesce(d.extended_due, d.due_day) = @today and not ({WatchSql.Overdue})");

    public static readonly WatchSet Overdue = new(
        "qua-han", "Quá hạn", "Đã qua ngày hẹn, chưa có kết quả.", "Không có hồ sơ quá hạn",
        WatchBase.Open, WatchSql.Overdue) { AsksWhoseFault = true };

    public static readonly WatchSet Paused = new(
        "tam-dung", "Tạm dừng", "Đồng hồ đang dừng.", "Không có hồ sơ tạm dừng", WatchBase.Open, "d.stopped_at is not null") { Since = "d.stopped_at" };

    public static readonly WatchSet AtRisk = new(
        "sap-tre", "Sắp trễ", "Các bước còn lại cần nhiều giờ làm việc hơn thời gian còn lại, hoặc còn dưới 1 ngày làm việc mà chưa ký.", "Không có hồ sơ sắp trễ",
        WatchBase.Open, $"d.stopped_at is null and not ({WatchSql.Overdue}) and {WatchSql.DueInstant} < case when d.status = 'signed' then r.signed_before else r.before end") { NeedsRisk = true };

    public static readonly WatchSet Unapologised = new(
        "chua-xin-loi", "Trễ mà chưa xin lỗi", "Đã quá hạn, chưa có văn bản xin lỗi.", "Không có hồ sơ trễ mà chưa xin lỗi",
        WatchBase.Open, $"{WatchSql.Overdue} and d.apology_at is null") { Since = WatchSql.LateAt, AsksWhoseFault = true };

    public static readonly WatchSet ToWrite = new(
        "giao-toi-soan", "Giao tôi soạn xin lỗi", "Lãnh đạo giao anh/chị soạn văn bản xin lỗi.", "Không có văn bản xin lỗi nào chờ anh/chị soạn",
        WatchBase.Open,
        """
        d.apology_at is null and exists (select from apology_tasks k where k.dossier_id = d.id and k.officer_id = @writer)
            and not exists (select from proposals w where w.dossier_id = d.id and w.kind = 'apology_issued' and w.decided_at is null)
        """);

    public static readonly WatchSet DoneUnapologised = new(
        "xong-tre-chua-xin-loi", "Đã xong trễ, không xin lỗi", "Xong sau ngày hẹn mà không có văn bản xin lỗi.", "Hồ sơ xong trễ nào cũng đã có văn bản xin lỗi",
        WatchBase.Done, "d.verdict = 'late' and d.apology_at is null") { Since = WatchSql.LateAt, AsksWhoseFault = true };

    public static readonly WatchSet Late = new(
        "tre-han", "Trễ hạn", "Đang quá hạn, hoặc xong trễ trong kỳ.", "Không có hồ sơ trễ hạn", WatchBase.Late, "true") { Since = WatchSql.LateAt, AsksWhoseFault = true };

    public static readonly WatchSet Done = new(
        "da-xong", "Đã giải quyết", "Có kết quả hoặc dừng giải quyết trong kỳ.", "Chưa có hồ sơ nào xong trong kỳ", WatchBase.Done, "true") { Since = "d.finished_at" };

    public static readonly WatchSet DoneLate = new(
        "xong-tre", "Giải quyết trễ hạn", "Xong sau ngày hẹn, trong kỳ.", "Không có hồ sơ nào xong trễ trong kỳ",
        WatchBase.Done, "d.verdict = 'late'") { Since = "d.finished_at", AsksWhoseFault = true };

    public static readonly WatchSet Ready = new(
        "cho-tra", "Có kết quả, chờ trả", "Đã có kết quả, chưa trả cho người nộp.", "Mọi kết quả đã trao hết", WatchBase.Ready, "true") { Since = "d.finished_at" };

    public static readonly WatchSet Still = new(
        "khong-chuyen-dong", "Không có chuyển động", "Thời hạn vẫn chạy mà {0} ngày làm việc rồi không ai ghi việc gì.", "Hồ sơ nào cũng có người đang làm",
        WatchBase.Open, "d.stopped_at is null and d.last_event_at < l.still_before") { Since = "d.last_event_at", IsWatchdog = true, Days = l => l.StillDays };

    public static readonly WatchSet OnShelf = new(
        "chua-tra", "Có kết quả mà chưa trả", "Có kết quả {0} ngày rồi mà người nộp chưa nhận.", "Không có kết quả nào nằm lâu ở quầy",
        WatchBase.Ready, "d.finished_at < l.shelf_before") { Since = "d.finished_at", IsWatchdog = true, Days = l => l.ShelfDays };

    public static readonly WatchSet SlipsOpen = new(
        "phieu-chua-dong", "Đã trao bằng giấy, chưa đóng trên máy", "Giấy hẹn đã thu về mà sổ chưa ghi trả kết quả.", "Mọi giấy hẹn thu về đều đã ghi trả",
        WatchBase.Slips, "d.returned_at is null") { Since = "s.scanned_at", IsWatchdog = true };

    public static readonly WatchSet SupplementLong = new(
        "cho-bo-sung-lau", "Chờ bổ sung quá lâu", "Chờ người nộp bổ sung {0} ngày rồi; đề nghị dừng giải quyết.", "Không có hồ sơ nào chờ bổ sung quá lâu",
        WatchBase.Open, "d.status = 'waiting_supplement' and d.stopped_at < l.supplement_before") { Since = "d.stopped_at", IsWatchdog = true, Days = l => l.SupplementDays };

    public static readonly WatchSet LegLate = new(
        "chang-tre", "Nơi khác trả lời trễ", "Nơi được hỏi hoặc được nhờ làm đã quá hạn trả lời.", "Nơi nào cũng trả lời đúng hạn",
        WatchBase.Open, "d.leg_due_at < @now") { Since = "d.leg_due_at", IsWatchdog = true };

    public static readonly WatchSet NobodyThere = new(
        "vang-nguoi", "Người giữ không còn làm", "Đang ở tay người đã nghỉ hoặc không còn vai ở đơn vị, chưa giao lại.", "Hồ sơ nào cũng ở tay người đang làm việc",
        WatchBase.Open, "d.holder_id is not null and (p.officer_id is null or not p.agencies && (array[d.agency_id, d.desk_id] || d.open_leg_agencies))") { Since = "d.held_since", IsWatchdog = true, NeedsPresent = true };

    public static readonly WatchSet NotTold = new(
        "tin-khong-toi", "Tin không tới người nộp", "Tin báo cho người nộp bị từ chối hoặc bị kẹt, chưa cách nào khác tới nơi.", "Tin nào cũng đã tới người nộp",
        WatchBase.NotReturned, $"d.id in ({WatchSql.Untold})") { Since = "d.last_event_at", IsWatchdog = true };

    public static readonly IReadOnlyList<WatchSet> All =
    [
        Still, OnShelf, SlipsOpen, SupplementLong, LegLate, NobodyThere, NotTold,
        Open, Today, Overdue, Paused, AtRisk, Unapologised, ToWrite, DoneUnapologised, Late, Done, DoneLate, Ready,
    ];

    public static readonly IReadOnlyList<WatchSet> Watchdogs = [.. All.Where(s => s.IsWatchdog)];

    public static WatchSet? Find(string slug) => All.FirstOrDefault(s => s.Slug == slug);
}
