namespace MotCua.Documents;

/// <summary>What a form is for. Numbers and names change with the <see cref="FormSet"/>; code never speaks of "form 05".</summary>
public enum FormKey
{
    /// <summary>Giấy tiếp nhận hồ sơ và hẹn trả kết quả.</summary>
    Receipt,

    /// <summary>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.</summary>
    Supplement,

    /// <summary>Phiếu từ chối tiếp nhận giải quyết hồ sơ.</summary>
    Refusal,

    /// <summary>2018: phiếu xin lỗi và hẹn lại ngày trả kết quả; 2025: văn bản xin lỗi và đề nghị gia hạn.</summary>
    ApologyExtension,

    /// <summary>Thông báo dừng giải quyết hồ sơ: only since 2025.</summary>
    StopNotice,

    /// <summary>Phiếu kiểm soát quá trình giải quyết hồ sơ.</summary>
    ControlSlip,

    /// <summary>Sổ theo dõi hồ sơ.</summary>
    Register,
}

/// <summary>Number and name of a form in one set.</summary>
public sealed record FormTitle(string Number, string Name);

/// <summary>The forms of one circular ("biểu mẫu"); a paper follows the set in force on its own day.</summary>
public sealed class FormSet
{
    private readonly Dictionary<FormKey, FormTitle> forms;

    private FormSet(string circular, DateOnly from, Dictionary<FormKey, FormTitle> forms) =>
        (Circular, From, this.forms) = (circular, from, forms);

    /// <summary>TT 01/2018/TT-VPCP, Điều 9.</summary>
    public static FormSet Of2018 { get; } = new("Thông tư số 01/2018/TT-VPCP", new DateOnly(2019, 1, 8), new()
    {
        [FormKey.Receipt] = new("01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
        [FormKey.Supplement] = new("02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
        [FormKey.Refusal] = new("03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ"),
        [FormKey.ApologyExtension] = new("04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả"),
        [FormKey.ControlSlip] = new("05", "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
        [FormKey.Register] = new("06", "Sổ theo dõi hồ sơ"),
    });

    /// <summary>TT 03/2025/TT-VPCP, Phụ lục I.</summary>
    public static FormSet Of2025 { get; } = new("Thông tư số 03/2025/TT-VPCP", new DateOnly(2025, 9, 15), new()
    {
        [FormKey.Receipt] = new("01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
        [FormKey.Supplement] = new("02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
        [FormKey.Refusal] = new("03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ"),
        [FormKey.ApologyExtension] = new("04", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"),
        [FormKey.StopNotice] = new("05", "Thông báo dừng giải quyết hồ sơ"),
        [FormKey.ControlSlip] = new("06", "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
        [FormKey.Register] = new("07", "Sổ theo dõi hồ sơ"),
    });

    public static IReadOnlyList<FormSet> All { get; } = [Of2018, Of2025];

    public string Circular { get; }

    /// <summary>First day in force.</summary>
    public DateOnly From { get; }

    /// <exception cref="KeyNotFoundException">The set has no such form; ask <see cref="Has"/> first.</exception>
    public FormTitle this[FormKey form] => forms[form];

    /// <summary>The set of the day a paper is dated. Older papers than the first set use the first.</summary>
    public static FormSet InForceOn(DateOnly day) => day >= Of2025.From ? Of2025 : Of2018;

    public bool Has(FormKey form) => forms.ContainsKey(form);

    /// <summary>"Mẫu số 01, Thông tư số 01/2018/TT-VPCP".</summary>
    public string Label(FormKey form) => $"Mẫu số {this[form].Number}, {Circular}";

    public string Title(FormKey form) => PaperText.Capitals(this[form].Name);
}
