using Microsoft.AspNetCore.Mvc;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Inbox;

/// <summary>Which part of the office's work a list shows.</summary>
public enum InboxTab
{
    Mine,
    Unassigned,
    Paused,
    DoneThisWeek,
    WholeOffice,

    /// <summary>Legs of other agencies' dossiers that lie here ("liên thông đến").</summary>
    Legs,
}

public enum DueFilter
{
    Overdue,
    Today,
    Soon,
    Paused,
    NoLimit,
}

/// <summary>What the address of the list says; every part may be missing. The Vietnamese names are those of the address.</summary>
public sealed class InboxFilter
{
    public static readonly IReadOnlyDictionary<string, InboxTab> Tabs = new Dictionary<string, InboxTab>(StringComparer.Ordinal)
    {
        ["cua-toi"] = InboxTab.Mine,
        ["cho-phan-cong"] = InboxTab.Unassigned,
        ["tam-dung"] = InboxTab.Paused,
        ["xong-tuan-nay"] = InboxTab.DoneThisWeek,
        ["ca-don-vi"] = InboxTab.WholeOffice,
        ["lien-thong-den"] = InboxTab.Legs,
    };

    public static readonly IReadOnlyDictionary<string, DueFilter> Dues = new Dictionary<string, DueFilter>(StringComparer.Ordinal)
    {
        ["qua-han"] = DueFilter.Overdue,
        ["hom-nay"] = DueFilter.Today,
        ["duoi-2-ngay"] = DueFilter.Soon,
        ["tam-dung"] = DueFilter.Paused,
        ["khong-hen-ngay"] = DueFilter.NoLimit,
    };

    /// <summary>Longest text searched for; the rest of a pasted page is cut off.</summary>
    private const int LongestText = 200;

    [FromQuery(Name = "nhom")]
    public string? Nhom { get; set; }

    [FromQuery(Name = "q")]
    public string? Q { get; set; }

    [FromQuery(Name = "linh-vuc")]
    public string? LinhVuc { get; set; }

    [FromQuery(Name = "han")]
    public string? Han { get; set; }

    [FromQuery(Name = "kenh")]
    public string? Kenh { get; set; }

    /// <summary>"nguoi-khac": held by somebody else.</summary>
    [FromQuery(Name = "giu")]
    public string? Giu { get; set; }

    [FromQuery(Name = "trang")]
    public string? Trang { get; set; }

    /// <summary>"tat-ca": the whole list on one page, every row ticked.</summary>
    [FromQuery(Name = "chon")]
    public string? Chon { get; set; }

    public InboxTab Tab => Tabs.GetValueOrDefault(Nhom ?? "", InboxTab.Mine);

    public DueFilter? Due => Dues.TryGetValue(Han ?? "", out var due) ? due : null;

    public FilingChannel? Channel => Foundation.Snake.Parse<FilingChannel>(Kenh);

    public string Text => Q is null ? "" : Q.Trim()[..Math.Min(Q.Trim().Length, LongestText)];

    public bool HeldByOthers => Giu == "nguoi-khac";

    public bool All => Chon == "tat-ca";

    public int Page => int.TryParse(Trang, out var page) ? Math.Clamp(page, 1, 100_000) : 1;

    public bool IsNarrowed => Text.Length > 0 || !string.IsNullOrEmpty(LinhVuc) || Due is not null || Channel is not null || HeldByOthers;

    /// <summary>The filter of a list's address, as a dossier's page carries it on ("?nhom=ca-don-vi&amp;han=qua-han").</summary>
    public static InboxFilter OfQuery(string query)
    {
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        string? Value(string name) => values.TryGetValue(name, out var found) ? found.ToString() : null;
        return new InboxFilter { Nhom = Value("nhom"), Q = Value("q"), LinhVuc = Value("linh-vuc"), Han = Value("han"), Kenh = Value("kenh"), Giu = Value("giu") };
    }

    public static string NameOf(InboxTab tab) => Tabs.Single(t => t.Value == tab).Key;
}
