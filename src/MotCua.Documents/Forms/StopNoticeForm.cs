namespace MotCua.Documents.Forms;

/// <summary>A dossier that the office stops settling: withdrawn, or not completed in time.</summary>
public sealed record StopNoticeInput
{
    public required Issuer Issuer { get; init; }

    /// <summary>Null leaves it to be filled in by hand.</summary>
    public int? Number { get; init; }

    /// <summary>The letters after the number; the circulars leave them to the agency.</summary>
    public string Symbol { get; init; } = "TB";

    public required DateOnly Day { get; init; }

    public required string DossierCode { get; init; }

    public required Applicant Applicant { get; init; }

    public required string ProcedureName { get; init; }

    public required string ProcedureCode { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Why; each line a paragraph.</summary>
    public required string Reason { get; init; }

    /// <summary>Law the stop stands on; null where the reason is the applicant's own wish.</summary>
    public string? LegalGround { get; init; }

    /// <summary>What happens to papers and fees: "Nhận lại giấy tờ tại quầy 5; lệ phí không hoàn lại".</summary>
    public string? WhatNow { get; init; }

    public required IReadOnlyList<string> SignerTitle { get; init; }

    public required string SignerName { get; init; }

    public string? Qr { get; init; }
}

/// <summary>Thông báo dừng giải quyết hồ sơ, A5: a form since 2025; the set of 2018 has none.</summary>
public static class StopNoticeForm
{
    /// <exception cref="KeyNotFoundException">The day lies before the set of 2025; ask <see cref="FormSet.Has"/> first.</exception>
    public static OfficialDocument Build(StopNoticeInput input) => Build(input, FormSet.InForceOn(input.Day));

    public static OfficialDocument Build(StopNoticeInput input, FormSet set) => new()
    {
        Name = $"Dừng giải quyết {input.DossierCode}",
        Page = PageSetup.A5,
        FormLabel = set.Label(FormKey.StopNotice),
        Head = input.Issuer.Head(FormParts.Number(input.Number, input.Symbol), input.Day),
        TitleLines = [set.Title(FormKey.StopNotice)],
        Blocks = [.. Blocks(input, set)],
        Signatures = [new Signature(input.SignerTitle, Signature.SignSealAndName, input.SignerName)],
        LookupQr = input.Qr,
        Footer = FormParts.LookupFoot(input.Issuer, hasCode: true),
    };

    private static IEnumerable<Block> Blocks(StopNoticeInput input, FormSet set)
    {
        yield return new FieldList(
        [
            new Field("Mã hồ sơ", Run.Code(input.DossierCode, bold: true), Half: true),
            new Field("Nhận hồ sơ", Foundation.Vietnamese.DateAndTime(input.ReceivedAt), Half: true),
            .. FormParts.ApplicantFields("Hồ sơ của", input.Applicant, set),
            FormParts.Content(input.ProcedureName, input.ProcedureCode),
        ]);
        yield return new Paragraph($"{PaperText.Clean(input.Issuer.Agency)} thông báo dừng giải quyết hồ sơ này với lý do cụ thể như sau:", KeepWithNext: true);
        foreach (var line in Paragraph.Typed(input.Reason))
        {
            yield return line;
        }

        if (FormParts.Given(input.LegalGround))
        {
            yield return new Paragraph(Line.Of(Run.Strong("Căn cứ: "), $"{input.LegalGround!.TrimEnd('.')}."));
        }

        if (FormParts.Given(input.WhatNow))
        {
            yield return new Paragraph(Line.Of(Run.Strong("Việc tiếp theo: "), $"{input.WhatNow!.TrimEnd('.')}."));
        }

        yield return new Paragraph("Xin thông báo để ông/bà được biết.");
    }
}
