using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>Kinds of documents that are numbered apart (NĐ 30/2020 Điều 7); an official letter has no abbreviation in its symbol.</summary>
public enum OutgoingType
{
    Resolution,
    Decision,
    Instruction,
    Regulation,
    Rules,
    Announcement,
    Conclusion,
    Guidance,
    Programme,
    Plan,
    Scheme,
    Project,
    Report,
    Minutes,
    Submission,
    Contract,
    Telegram,
    Invitation,
    Introduction,
    Letter,
}

/// <summary>How a document went out; who has no document software is left out of the electronic share (row 7.5.2).</summary>
public enum DocumentSending
{
    Electronic,
    Both,
    Paper,
    Outside,
}

/// <summary>What citizens may have of it (Law on access to information 2016, Điều 5 to 7).</summary>
public enum AccessClass
{
    Open,
    Conditional,
    Closed,
}

public static class OutgoingWords
{
    private static readonly Dictionary<OutgoingType, (string Label, string Short)> Types = new()
    {
        [OutgoingType.Resolution] = ("Nghị quyết", "NQ"),
        [OutgoingType.Decision] = ("Quyết định", "QĐ"),
        [OutgoingType.Instruction] = ("Chỉ thị", "CT"),
        [OutgoingType.Regulation] = ("Quy chế", "QC"),
        [OutgoingType.Rules] = ("Quy định", "QyĐ"),
        [OutgoingType.Announcement] = ("Thông báo", "TB"),
        [OutgoingType.Conclusion] = ("Kết luận", "KL"),
        [OutgoingType.Guidance] = ("Hướng dẫn", "HD"),
        [OutgoingType.Programme] = ("Chương trình", "CTr"),
        [OutgoingType.Plan] = ("Kế hoạch", "KH"),
        [OutgoingType.Scheme] = ("Phương án", "PA"),
        [OutgoingType.Project] = ("Đề án", "ĐA"),
        [OutgoingType.Report] = ("Báo cáo", "BC"),
        [OutgoingType.Minutes] = ("Biên bản", "BB"),
        [OutgoingType.Submission] = ("Tờ trình", "TTr"),
        [OutgoingType.Contract] = ("Hợp đồng", "HĐ"),
        [OutgoingType.Telegram] = ("Công điện", "CĐ"),
        [OutgoingType.Invitation] = ("Giấy mời", "GM"),
        [OutgoingType.Introduction] = ("Giấy giới thiệu", "GGT"),
        [OutgoingType.Letter] = ("Công văn", ""),
    };

    public static string Label(this OutgoingType type) => Types[type].Label;

    /// <summary>"QĐ-UBND"; a letter is only "UBND", the drafting unit comes after it.</summary>
    public static string Symbol(this OutgoingType type) => Types[type].Short is { Length: > 0 } abbreviation ? $"{abbreviation}-UBND" : "UBND";

    public static string Label(this DocumentSending sending) => sending switch
    {
        DocumentSending.Electronic => "Chỉ gửi điện tử",
        DocumentSending.Both => "Gửi điện tử và bản giấy",
        DocumentSending.Paper => "Chỉ gửi bản giấy",
        _ => "Nơi nhận không dùng phần mềm",
    };

    public static string Label(this AccessClass access) => access switch
    {
        AccessClass.Open => "Được tiếp cận",
        AccessClass.Conditional => "Tiếp cận có điều kiện",
        _ => "Không được tiếp cận",
    };
}

/// <summary>A document that the office issued ("văn bản đi"): its number is given by the register and stays.</summary>
public sealed class OutgoingDocument : BookRecord
{
    private const int LongestSummary = 2000;

    internal static readonly IReadOnlyList<RegisterField> Fields =
    [
        new("number", "Số", RegisterFieldKind.Whole) { Given = true, Optional = true },
        new("type", "Loại văn bản", RegisterFieldKind.Choice) { Choices = RegisterField.ChoicesOf<OutgoingType>(t => t.Label()), Listed = true },
        new("symbol", "Ký hiệu", RegisterFieldKind.Line) { Optional = true, Longest = 60, Hint = "Để trống thì theo loại, ví dụ QĐ-UBND; công văn ghi thêm đơn vị soạn, ví dụ UBND-VP" },
        new("day", "Ngày văn bản", RegisterFieldKind.Day) { Listed = true },
        new("summary", "Trích yếu", RegisterFieldKind.Words) { Longest = LongestSummary, Listed = true },
        new("signer", "Người ký", RegisterFieldKind.Line) { Longest = 100, Listed = true },
        new("recipients", "Nơi nhận", RegisterFieldKind.Words) { Optional = true, Longest = LongestSummary },
        new("signed", "Đã ký số", RegisterFieldKind.Choice) { Choices = RegisterField.YesNo, Listed = true, Default = "yes" },
        new("sending", "Cách gửi", RegisterFieldKind.Choice) { Choices = RegisterField.ChoicesOf<DocumentSending>(s => s.Label()), Listed = true, Default = "electronic" },
        new("access", "Phân loại tiếp cận thông tin", RegisterFieldKind.Choice) { Choices = RegisterField.ChoicesOf<AccessClass>(a => a.Label()), Default = "open" },
        new("reform", "Văn bản chỉ đạo cải cách hành chính", RegisterFieldKind.Choice) { Choices = RegisterField.YesNo, Default = "no", Hint = "Kết luận, chỉ thị, công văn chỉ đạo, quán triệt; tính vào mục 1.1 của phụ lục 1" },
    ];

    public OutgoingType Type { get; private set; }

    /// <summary>Of the number's series.</summary>
    public int Year { get; private set; }

    /// <summary>From 1 each year; 0 until the register gives it.</summary>
    public int Number { get; private set; }

    public string Symbol { get; private set; } = "";

    /// <summary>"Trích yếu".</summary>
    public string Summary { get; private set; } = "";

    public string Signer { get; private set; } = "";

    public string Recipients { get; private set; } = "";

    /// <summary>Carries the signer's and the agency's digital signature.</summary>
    public bool Signed { get; private set; }

    public DocumentSending Sending { get; private set; }

    public AccessClass Access { get; private set; }

    /// <summary>Directs the reform: row 1.1 of the annex.</summary>
    public bool Reform { get; private set; }

    public override bool IsIdentified => Number > 0;

    public override string Identity => $"{Year}|{Type}|{Number}";

    /// <summary>"05/QĐ-UBND": numbers under ten carry a zero (NĐ 30/2020, Phụ lục I).</summary>
    public override string Title => $"{Number:00}/{Symbol}";

    public override IReadOnlyDictionary<string, string> Values => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["number"] = Number == 0 ? "" : $"{Number}",
        ["type"] = Type.Text(),
        ["symbol"] = Symbol,
        ["day"] = $"{Day:yyyy-MM-dd}",
        ["summary"] = Summary,
        ["signer"] = Signer,
        ["recipients"] = Recipients,
        ["signed"] = Signed ? "yes" : "no",
        ["sending"] = Sending.Text(),
        ["access"] = Access.Text(),
        ["reform"] = Reform ? "yes" : "no",
    };

    internal (AgencyId Agency, int Year, OutgoingType Type) Series => (AgencyId, Year, Type);

    internal void Give(int number)
    {
        Number = number;
        SetSearchKey();
    }

    protected override Error? Write(RegisterValues values, bool isNew, Moment at)
    {
        var (type, day, number) = (values.Choice<OutgoingType>("type"), values.Day("day"), values.Whole("number"));
        var symbol = values.Text("symbol");
        (Summary, Signer, Recipients) = (values.Text("summary"), values.Text("signer"), values.Text("recipients"));
        (Signed, Sending) = (values.Flag("signed"), values.Choice<DocumentSending>("sending"));
        (Access, Reform) = (values.Choice<AccessClass>("access"), values.Flag("reform"));
        if (!isNew && (type, day.Year) != (Type, Year))
        {
            return RegisterErrors.SeriesFixed();
        }

        if (day > at.Day)
        {
            return RegisterErrors.InFuture("day");
        }

        (Type, Day, Year, Symbol) = (type, day, day.Year, symbol.Length == 0 ? type.Symbol() : symbol);
        Number = isNew ? number : Number;
        SetSearchKey();
        return null;
    }

    private void SetSearchKey() => SearchKey = Vietnamese.SearchKey($"{Title} {Summary} {Signer} {Recipients} {Type.Label()}");
}
