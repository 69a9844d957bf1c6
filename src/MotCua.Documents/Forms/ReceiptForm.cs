using MotCua.Foundation;

namespace MotCua.Documents.Forms;

/// <summary>Everything that the slip says ("giấy hẹn"), ready to print.</summary>
public sealed record ReceiptInput
{
    public required Issuer Issuer { get; init; }

    /// <summary>Running number of the slip: 1187 → "Số: 1187/TNHS".</summary>
    public required int Number { get; init; }

    public required string DossierCode { get; init; }

    public required Applicant Applicant { get; init; }

    /// <summary>Who stood at the counter, when it was not the applicant.</summary>
    public string? Submitter { get; init; }

    public required string ProcedureName { get; init; }

    public required string ProcedureCode { get; init; }

    /// <summary>Who settles it, when that is not the issuer's agency.</summary>
    public string? CompetentAgency { get; init; }

    public IReadOnlyList<PaperLine> Papers { get; init; } = [];

    public int Sets { get; init; } = 1;

    /// <summary>"3 ngày làm việc".</summary>
    public required string LimitWords { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The promised instant; null when the procedure has no limit.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Which days of the limit count and which do not (<see cref="CountedDays"/>); null leaves the line out.</summary>
    public string? Counting { get; init; }

    /// <summary>Where and how the result is handed over: "Trực tiếp tại quầy 5, Trung tâm xã An Bình".</summary>
    public required string ReturnHow { get; init; }

    /// <summary>"15.000 đồng, đã chuyển khoản, biên lai 0004512", or "Không thu".</summary>
    public required string Fee { get; init; }

    /// <summary>"Quyển số" of the book; null leaves it to be filled in by hand.</summary>
    public string? BookNumber { get; init; }

    /// <summary>"Số thứ tự" in the book.</summary>
    public int? BookEntry { get; init; }

    public required string ReceiverName { get; init; }

    /// <summary>A look-up address or the code itself; never personal data.</summary>
    public required string Qr { get; init; }

    public Counterpart Counterpart { get; init; }

    /// <summary>The date was promised anew after the receipt; null on the first slip.</summary>
    public SlipAdjustment? Adjusted { get; init; }
}

/// <summary>A slip that is issued again with another date ("điều chỉnh ngày hẹn trả"): no apology.</summary>
/// <param name="Round">Which one it is, from 1.</param>
/// <param name="At">When the new date was promised; the slip is dated then.</param>
/// <param name="DueAt">The instant promised now.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="LimitWords">The limit, where it is another one.</param>
public sealed record SlipAdjustment(int Round, DateTimeOffset At, DateTimeOffset? DueAt, string Reason, string? LimitWords = null);

/// <summary>Giấy tiếp nhận hồ sơ và hẹn trả kết quả, A5. The day of receipt decides the form set.</summary>
public static class ReceiptForm
{
    public static OfficialDocument Build(ReceiptInput input) => Build(input, FormSet.InForceOn(Moment.Of(input.Adjusted?.At ?? input.ReceivedAt).Day));

    public static OfficialDocument Build(ReceiptInput input, FormSet set)
    {
        var received = Moment.Of(input.Adjusted?.At ?? input.ReceivedAt);
        return new OfficialDocument
        {
            Name = $"Giấy hẹn {input.DossierCode}",
            Page = PageSetup.A5,
            FormLabel = $"{set.Label(FormKey.Receipt)}. {CounterpartWords(input.Counterpart)}",
            Head = input.Issuer.Head(FormParts.Number(input.Number, "TNHS"), received.Day),
            TitleLines = [set.Title(FormKey.Receipt)],
            Blocks = [.. Blocks(input, set)],
            Signatures =
            [
                new Signature(["NGƯỜI NỘP HỒ SƠ"], Signature.SignAndName, input.Submitter ?? input.Applicant.Name),
                new Signature(["NGƯỜI TIẾP NHẬN HỒ SƠ"], Signature.SignAndName, input.ReceiverName),
            ],
            Footer = Foot(input.Issuer),
        };
    }

    private static IEnumerable<Block> Blocks(ReceiptInput input, FormSet set)
    {
        yield return new FieldList([.. Fields(input, set)]);
        if (input.Papers.Count > 0)
        {
            yield return FormParts.PaperTable(input.Papers, "Thành phần hồ sơ nộp gồm");
        }

        yield return new FieldList([new Field("Nhận hồ sơ lúc", FormParts.FullTime(input.ReceivedAt))]);
        if (input.Adjusted is { } adjusted)
        {
            yield return new Paragraph(Line.Of(Run.Strong($"Điều chỉnh ngày hẹn trả (lần {adjusted.Round}): "), $"{adjusted.Reason.TrimEnd('.')}."), KeepWithNext: true);
        }

        var promise = input.Adjusted is null ? "Hẹn trả kết quả" : "Hẹn trả kết quả, đã điều chỉnh";
        yield return new Box($"Thời hạn giải quyết: {input.Adjusted?.LimitWords ?? input.LimitWords}. {promise}:", Promise(input.Adjusted is null ? input.DueAt : input.Adjusted.DueAt), [Line.Of($"Nhận kết quả: {input.ReturnHow}")], input.Qr)
        {
            Note = input.Adjusted is null && FormParts.Given(input.Counting) ? (Line)input.Counting! : null,
        };
        yield return new FieldList(
        [
            new Field("Phí, lệ phí", input.Fee),
            new Field("Vào sổ theo dõi hồ sơ", Line.Of($"Quyển số {input.BookNumber ?? "…………"}", $", Số thứ tự {Entry(input)}")),
        ]);
    }

    private static IEnumerable<Field> Fields(ReceiptInput input, FormSet set)
    {
        yield return new Field("Mã hồ sơ", Run.Code(input.DossierCode, bold: true), Half: true);
        yield return new Field("Số lượng hồ sơ", $"{input.Sets:00} bộ", Half: true);
        foreach (var field in FormParts.ApplicantFields("Tiếp nhận hồ sơ của", input.Applicant, set))
        {
            yield return field;
        }

        if (FormParts.Given(input.Submitter))
        {
            yield return new Field("Người nộp thay", Run.Name(input.Submitter!));
        }

        yield return FormParts.Content(input.ProcedureName, input.ProcedureCode);
        if (FormParts.Given(input.CompetentAgency))
        {
            yield return new Field("Cơ quan giải quyết", Run.Name(input.CompetentAgency!));
        }
        if (input.Papers.Count == 0)
        {
            yield return new Field("Thành phần hồ sơ nộp", "không có giấy tờ kèm theo");
        }
    }

    private static IReadOnlyList<string> Promise(DateTimeOffset? due)
    {
        if (due is null)
        {
            return ["Không hẹn ngày"];
        }

        var day = Moment.Of(due.Value).Day;
        return [$"Trước {FormParts.Hour(due.Value)}, {Vietnamese.Weekday(day)}", $"ngày {Vietnamese.Date(day)}"];
    }

    private static string Entry(ReceiptInput input) => input.BookEntry is { } entry ? $"{entry:00}" : "…………";

    private static string CounterpartWords(Counterpart counterpart) =>
        counterpart is Counterpart.Applicant ? "Liên 1: giao người nộp" : "Liên 2: lưu cùng hồ sơ";

    private static Line Foot(Issuer issuer)
    {
        var words = "Giữ giấy này để nhận kết quả; đến muộn không mất hồ sơ. Trễ hẹn, cơ quan gửi văn bản xin lỗi và hẹn lại. Tra cứu, đánh giá: quét mã QR";
        words += issuer.LookupAddress is null ? "." : $" hoặc vào {issuer.LookupAddress}.";
        words += issuer.Phone is null ? "" : $" Hỏi: {issuer.Phone}.";
        return words;
    }
}
