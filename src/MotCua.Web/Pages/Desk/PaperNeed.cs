using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Desk;

/// <summary>
/// Whether a listed paper is asked for here. The source says it in words only: in the heading above the paper or in its
/// name ("Trường hợp ủy quyền …"). The words only decide how the line starts; the officer decides.
/// </summary>
public enum PaperNeed
{
    Always,

    /// <summary>The words name a condition: "không cần" is offered.</summary>
    Perhaps,

    /// <summary>Only in a special case: starts as "không cần".</summary>
    InACase,
}

public static class PaperNeeds
{
    private static readonly string[] Starts = ["truong hop", "doi voi", "neu "];

    private static readonly string[] Inside = [" truong hop ", " neu ", " doi voi "];

    public static PaperNeed NeedOn(this RequiredPaper paper, FilingChannel channel)
    {
        var name = Vietnamese.SearchKey(paper.Name);
        if ((paper.Case is { } heading && IsCondition(heading)) || Array.Exists(Starts, s => name.StartsWith(s, StringComparison.Ordinal)) || IsForAnotherChannel(name, channel))
        {
            return PaperNeed.InACase;
        }

        return IsCondition(paper.Name) && !IsForThisChannel(name, channel) ? PaperNeed.Perhaps : PaperNeed.Always;
    }

    /// <summary>A heading as "Giấy tờ phải nộp" only groups papers; "Trường hợp ủy quyền" is a condition.</summary>
    public static bool IsCondition(string heading)
    {
        var key = $" {Vietnamese.SearchKey(heading)} ";
        return Array.Exists(Inside, i => key.Contains(i, StringComparison.Ordinal));
    }

    private static bool IsForAnotherChannel(string name, FilingChannel channel) => NamesOnly(name, channel == FilingChannel.Online ? "truc tiep" : "truc tuyen");

    private static bool IsForThisChannel(string name, FilingChannel channel) => NamesOnly(name, channel == FilingChannel.Online ? "truc tuyen" : "truc tiep");

    // "… nếu người có yêu cầu lựa chọn nộp hồ sơ theo hình thức trực tuyến": one of the two ways, and not the other.
    private static bool NamesOnly(string name, string way) =>
        name.Contains($"hinh thuc {way}", StringComparison.Ordinal) && !name.Contains($"hinh thuc {(way == "truc tiep" ? "truc tuyen" : "truc tiep")}", StringComparison.Ordinal);
}
