using MotCua.Foundation;

namespace MotCua.Documents.Forms;

/// <summary>A promise that will not be kept: why, and the new day.</summary>
public sealed record ApologyInput
{
    public required Issuer Issuer { get; init; }

    /// <summary>4 → "Số: 04/PXL"; null leaves it to be filled in by hand.</summary>
    public int? Number { get; init; }

    /// <summary>The letters after the number; the circulars leave them to the agency.</summary>
    public string Symbol { get; init; } = "PXL";

    public required DateOnly Day { get; init; }

    public required string DossierCode { get; init; }

    public required Applicant Applicant { get; init; }

    public required string ProcedureName { get; init; }

    public required string ProcedureCode { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The day promised at first.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The day promised now.</summary>
    public required DateTimeOffset NewDueAt { get; init; }

    /// <summary>Why it is late; each line a paragraph.</summary>
    public required string Reason { get; init; }

    /// <summary>Authority and title of the head of the agency: "CHỦ TỊCH", or "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".</summary>
    public required IReadOnlyList<string> SignerTitle { get; init; }

    public required string SignerName { get; init; }

    public string? Qr { get; init; }

    /// <summary>Nobody has signed it yet: it says so and has no number.</summary>
    public bool IsDraft { get; init; }
}

/// <summary>2018: phiếu xin lỗi và hẹn lại ngày trả kết quả; 2025: văn bản xin lỗi và đề nghị gia hạn. A5.</summary>
public static class ApologyForm
{
    public static OfficialDocument Build(ApologyInput input) => Build(input, FormSet.InForceOn(input.Day));

    public static OfficialDocument Build(ApologyInput input, FormSet set) => new()
    {
        Name = $"Xin lỗi {input.DossierCode}",
        Page = PageSetup.A5,
        FormLabel = input.IsDraft ? $"DỰ THẢO. {set.Label(FormKey.ApologyExtension)}" : set.Label(FormKey.ApologyExtension),
        Head = input.Issuer.Head(FormParts.Number(input.Number, input.Symbol), input.Day),
        TitleLines = [set.Title(FormKey.ApologyExtension)],
        Blocks = [.. Blocks(input, set)],
        Signatures = [new Signature(input.SignerTitle, Signature.SignSealAndName, input.SignerName)],
        LookupQr = input.Qr,
        Footer = FormParts.LookupFoot(input.Issuer, hasCode: true),
    };

    private static IEnumerable<Block> Blocks(ApologyInput input, FormSet set)
    {
        if (input.IsDraft)
        {
            yield return new Paragraph(Line.Of(Run.Strong("DỰ THẢO, chưa ký, chưa có giá trị")), Alignment.Center);
        }

        var agency = PaperText.Clean(input.Issuer.Agency);
        yield return new Paragraph(Line.Of(Run.Strong("Kính gửi: "), Run.Name(input.Applicant.Name, bold: true)), Alignment.Center);
        yield return new Paragraph(Line.Of(
            $"{FormParts.DayOf(input.ReceivedAt)}, {agency} tiếp nhận hồ sơ của ông/bà, mã hồ sơ ", Run.Code(input.DossierCode, bold: true),
            ", đề nghị giải quyết thủ tục ", Run.Strong(input.ProcedureName), " ", Run.Code($"({input.ProcedureCode})"), "."));
        yield return new Paragraph($"Thời gian hẹn trả kết quả: {FormParts.FullTime(input.DueAt)}.");
        yield return new Paragraph("Cơ quan chưa thể trả kết quả đúng thời gian đã hẹn với ông/bà. Lý do:", KeepWithNext: true);
        foreach (var line in Paragraph.Typed(input.Reason))
        {
            yield return line;
        }

        yield return new Paragraph($"Sự chậm trễ này gây phiền hà, tốn kém thời gian, công sức của ông/bà. {agency} xin lỗi ông/bà.");
        var again = set == FormSet.Of2025 ? "Đề nghị gia hạn, trả kết quả" : "Hẹn lại, trả kết quả";
        var day = Moment.Of(input.NewDueAt).Day;
        yield return new Box($"{again}:", [$"Trước {FormParts.Hour(input.NewDueAt)}, {Vietnamese.Weekday(day)}", $"ngày {Vietnamese.Date(day)}"], [], Qr: null);
        yield return new Paragraph("Mong nhận được sự thông cảm của ông/bà.");
    }
}
