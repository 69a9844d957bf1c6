using MotCua.Foundation;

namespace MotCua.Registers;

/// <summary>Of which kind a post is; chapter 4 of the annex counts each apart.</summary>
public enum StaffKind
{
    Administrative,
    PublicUnit,
    Contract,
    PartTime,
}

public static class StaffKinds
{
    public static string Label(this StaffKind kind) => kind switch
    {
        StaffKind.Administrative => "Biên chế hành chính",
        StaffKind.PublicUnit => "Người làm việc trong đơn vị sự nghiệp",
        StaffKind.Contract => "Hợp đồng lao động trong cơ quan hành chính",
        _ => "Người hoạt động không chuyên trách",
    };
}

/// <summary>
/// What an agency was given and has of a post from a day on ("vị trí việc làm, biên chế"; chapter 4 of the annex). A later line of the same
/// kind and post takes its place; a post that is gone gets a line of 0.
/// </summary>
public sealed class StaffPost : BookRecord
{
    internal static readonly IReadOnlyList<RegisterField> Fields =
    [
        new("day", "Từ ngày", RegisterFieldKind.Day) { Listed = true },
        new("kind", "Loại", RegisterFieldKind.Choice) { Choices = RegisterField.ChoicesOf<StaffKind>(k => k.Label()), Listed = true },
        new("post", "Vị trí việc làm", RegisterFieldKind.Line),
        new("quota", "Được giao", RegisterFieldKind.Whole) { Listed = true, Hint = "Số người; vị trí không còn thì ghi 0" },
        new("present", "Có mặt", RegisterFieldKind.Whole) { Listed = true },
        new("reduced", "Tinh giản", RegisterFieldKind.Whole) { Optional = true, Listed = true, Hint = "Số người thôi việc do tinh giản vào ngày này; để trống là 0" },
        new("document", "Văn bản giao, quyết định", RegisterFieldKind.Line),
    ];

    public StaffKind Kind { get; private set; }

    public string Post { get; private set; } = "";

    /// <summary>The post without marks: lines of the same post are known by it.</summary>
    public string PostKey { get; private set; } = "";

    public int Quota { get; private set; }

    public int Present { get; private set; }

    public int Reduced { get; private set; }

    public string Document { get; private set; } = "";

    public override string Identity => $"{Kind}|{PostKey}|{Day:yyyy-MM-dd}";

    public override string Title => Post;

    public override IReadOnlyDictionary<string, string> Values => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["day"] = $"{Day:yyyy-MM-dd}",
        ["kind"] = Kind.Text(),
        ["post"] = Post,
        ["quota"] = $"{Quota}",
        ["present"] = $"{Present}",
        ["reduced"] = $"{Reduced}",
        ["document"] = Document,
    };

    protected override Error? Write(RegisterValues values, bool isNew, Moment at)
    {
        (Day, Kind, Post) = (values.Day("day"), values.Choice<StaffKind>("kind"), values.Text("post"));
        (Quota, Present, Reduced, Document) = (values.Whole("quota"), values.Whole("present"), values.Whole("reduced"), values.Text("document"));
        PostKey = Vietnamese.SearchKey(Post);
        SearchKey = Vietnamese.SearchKey($"{Post} {Kind.Label()} {Document}");
        return null;
    }
}
