using MotCua.Foundation;

namespace MotCua.Documents.Forms;

/// <summary>A promise that will not be kept: why, and the new day.</summary>
public sealed record ApologyInput : SignedLetter
{
    /// <summary>4 → "Số: 04/PXL"; null leaves it to be filled in by hand.</summary>
    public int? Number { get; init; }

    /// <summary>The letters after the number; the circulars leave them to the agency.</summary>
    public string Symbol { get; init; } = "PXL";

    /// <summary>The day promised at first.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The day promised now.</summary>
    public required DateTimeOffset NewDueAt { get; init; }

    /// <summary>Nobody has signed it yet: it says so and has no number.</summary>
    public bool IsDraft { get; init; }
}

/// <summary>2018: phiếu xin lỗi và hẹn lại ngày trả kết quả; 2025: văn bản xin lỗi và đề nghị gia hạn. A5.</summary>
public static class ApologyForm
{
    public static OfficialDocument Build(ApologyInput input) => Build(input, FormSet.InForceOn(input.Day));

    public static OfficialDocument Build(ApologyInput input, FormSet set)
    {
        var letter = input.Write(set, FormKey.ApologyExtension, "Xin lỗi", FormParts.Number(input.Number, input.Symbol), Blocks(input, set));
        return input.IsDraft ? letter with { FormLabel = $"DỰ THẢO. {letter.FormLabel}" } : letter;
    }

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
