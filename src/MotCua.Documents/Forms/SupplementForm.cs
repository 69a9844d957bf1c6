namespace MotCua.Documents.Forms;

/// <summary>A request to complete a dossier, at the counter or after appraisal.</summary>
public sealed record SupplementInput
{
    public required Issuer Issuer { get; init; }

    /// <summary>12 → "Số: 12/HDHS"; null leaves it to be filled in by hand.</summary>
    public int? Number { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Null before the dossier was received.</summary>
    public string? DossierCode { get; init; }

    /// <summary>Which request this is, from 1; the office may ask once only, so a second must be explained.</summary>
    public int Round { get; init; } = 1;

    public required Applicant Applicant { get; init; }

    public required string ProcedureName { get; init; }

    public required string ProcedureCode { get; init; }

    /// <summary>What to bring or mend, how many of each kind, with the remark what to do.</summary>
    public required IReadOnlyList<PaperLine> Papers { get; init; }

    /// <summary>The legal reason; each line a paragraph.</summary>
    public required string Reason { get; init; }

    /// <summary>What happens to the time limit: "Nộp đủ, thời hạn tính lại 5 ngày làm việc".</summary>
    public string? ClockWords { get; init; }

    public required string OfficerName { get; init; }

    public string? OfficerPhone { get; init; }

    /// <summary>Look-up address; null before the dossier was received.</summary>
    public string? Qr { get; init; }
}

/// <summary>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, A5.</summary>
public static class SupplementForm
{
    public static OfficialDocument Build(SupplementInput input) => Build(input, FormSet.InForceOn(input.Day));

    public static OfficialDocument Build(SupplementInput input, FormSet set) => new()
    {
        Name = input.Number is { } number ? $"Phiếu yêu cầu bổ sung {number:00}-HDHS" : $"Phiếu yêu cầu bổ sung {input.DossierCode}",
        Page = PageSetup.A5,
        FormLabel = set.Label(FormKey.Supplement),
        Head = input.Issuer.Head(FormParts.Number(input.Number, "HDHS"), input.Day),
        TitleLines = [set.Title(FormKey.Supplement)],
        Blocks = [.. Blocks(input, set)],
        Signatures = [new Signature(["NGƯỜI HƯỚNG DẪN"], Signature.SignAndName, input.OfficerName)],
        LookupQr = input.Qr,
        Footer = FormParts.LookupFoot(input.Issuer, input.DossierCode is not null),
    };

    private static IEnumerable<Block> Blocks(SupplementInput input, FormSet set)
    {
        yield return new FieldList(
        [
            new Field("Mã hồ sơ", input.DossierCode is null ? "chưa tiếp nhận" : (Line)Run.Code(input.DossierCode, bold: true), Half: true),
            new Field("Yêu cầu lần thứ", $"{input.Round}", Half: true),
            .. FormParts.ApplicantFields("Hồ sơ của", input.Applicant, set),
            FormParts.Content(input.ProcedureName, input.ProcedureCode),
        ]);
        yield return new Paragraph("Yêu cầu ông/bà bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:", Alignment.Left, KeepWithNext: true);
        if (input.Papers.Count > 0)
        {
            yield return FormParts.PaperTable(input.Papers, "Thành phần hồ sơ", remarks: true);
            yield return new Paragraph(Line.Of(Run.Strong("Lý do:")), Alignment.Left, KeepWithNext: true);
        }

        foreach (var line in Paragraph.Typed(input.Reason))
        {
            yield return line;
        }

        if (FormParts.Given(input.ClockWords))
        {
            yield return new Paragraph(Line.Of(Run.Strong("Thời hạn giải quyết: "), $"{input.ClockWords!.TrimEnd('.')}."));
        }

        yield return FormParts.Contact("Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc", input.OfficerName, input.OfficerPhone ?? input.Issuer.Phone);
    }
}
