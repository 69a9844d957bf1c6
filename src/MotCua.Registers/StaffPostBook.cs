namespace MotCua.Registers;

/// <summary>The register of staff posts and quota ("sổ biên chế, vị trí việc làm"): chapter 4 of the annex, as it stood on the last day.</summary>
public sealed class StaffPostBook : RegisterBook<StaffPost>
{
    private const string Administrative = "kind = 'administrative'", PublicUnit = "kind = 'public_unit'", Contract = "kind = 'contract'";

    /// <summary>The first day after the quota with which the annex compares ("tính đến 31/12/2015").</summary>
    private static readonly DateOnly SinceBaseline = new(2016, 1, 1);

    public override string Name => "staff-posts";

    public override string Address => "bien-che";

    public override string Title => "Sổ biên chế, vị trí việc làm";

    public override string About => "Mỗi dòng là số được giao và có mặt của một vị trí kể từ một ngày; dòng sau thay dòng trước. Chương 4 của phụ lục 1 tính từ đây.";

    public override string Noun => "dòng";

    public override string TitleHead => "Vị trí việc làm";

    public override string Table => "staff_posts";

    public override string SameThing => "kind, post_key";

    public override IReadOnlyList<RegisterField> Fields => StaffPost.Fields;

    public override IReadOnlyList<RegisterFigure> Figures { get; } =
    [
        new("hanh-chinh-giao", "4.1.quota", "Biên chế hành chính được giao", RegisterSpan.LastDay, $"{Administrative} and quota > 0") { Sum = "quota", Kept = $"r.{Administrative}" },
        new("hanh-chinh-co-mat", "4.1.present", "Biên chế hành chính có mặt", RegisterSpan.LastDay, $"{Administrative} and present > 0") { Sum = "present", Kept = $"r.{Administrative}" },
        new("hop-dong", "4.1.contracts", "Hợp đồng lao động trong cơ quan hành chính", RegisterSpan.LastDay, $"{Contract} and present > 0") { Sum = "present", Kept = $"r.{Contract}" },
        Reduced("hanh-chinh-tinh-gian", "4.1.reduced_period", "Biên chế hành chính tinh giản trong kỳ", RegisterSpan.Period, Administrative),
        Baseline("hanh-chinh-2015", "4.1.baseline_2015", "Biên chế hành chính năm 2015", Administrative),
        Reduced("hanh-chinh-tu-2016", "4.1.reduced_since_2016", "Biên chế hành chính tinh giản từ năm 2016", RegisterSpan.Since, Administrative),
        new("su-nghiep-giao", "4.2.quota", "Số người làm việc được giao", RegisterSpan.LastDay, $"{PublicUnit} and quota > 0") { Sum = "quota", Kept = $"r.{PublicUnit}" },
        new("su-nghiep-co-mat", "4.2.present", "Số người làm việc có mặt", RegisterSpan.LastDay, $"{PublicUnit} and present > 0") { Sum = "present", Kept = $"r.{PublicUnit}" },
        Reduced("su-nghiep-tinh-gian", "4.2.reduced_period", "Số người làm việc tinh giản trong kỳ", RegisterSpan.Period, PublicUnit),
        Baseline("su-nghiep-2015", "4.2.baseline_2015", "Số người làm việc năm 2015", PublicUnit),
        Reduced("su-nghiep-tu-2016", "4.2.reduced_since_2016", "Số người làm việc tinh giản từ năm 2016", RegisterSpan.Since, PublicUnit),
    ];

    internal override BookRecord New() => new StaffPost();

    private static RegisterFigure Reduced(string name, string indicator, string label, RegisterSpan span, string kind) =>
        new(name, indicator, label, span, $"{kind} and reduced > 0") { Sum = "reduced", Standing = true, Since = SinceBaseline, Kept = $"r.{kind}" };

    private static RegisterFigure Baseline(string name, string indicator, string label, string kind) =>
        new(name, indicator, label, RegisterSpan.Before, $"{kind} and quota > 0") { Sum = "quota", Since = SinceBaseline, Kept = $"r.{kind}" };
}
