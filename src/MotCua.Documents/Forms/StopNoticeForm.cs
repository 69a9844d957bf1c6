namespace MotCua.Documents.Forms;

/// <summary>A dossier that the office stops settling: withdrawn, or not completed in time.</summary>
public sealed record StopNoticeInput : SignedLetter
{
    /// <summary>Null leaves it to be filled in by hand.</summary>
    public int? Number { get; init; }

    /// <summary>The letters after the number; the circulars leave them to the agency.</summary>
    public string Symbol { get; init; } = "TB";

    /// <summary>Law the stop stands on; null where the reason is the applicant's own wish.</summary>
    public string? LegalGround { get; init; }

    /// <summary>What happens to papers and fees: "Nhận lại giấy tờ tại quầy 5; lệ phí không hoàn lại".</summary>
    public string? WhatNow { get; init; }
}

/// <summary>Thông báo dừng giải quyết hồ sơ, A5: a form since 2025; the set of 2018 has none.</summary>
public static class StopNoticeForm
{
    /// <exception cref="KeyNotFoundException">The day lies before the set of 2025; ask <see cref="FormSet.Has"/> first.</exception>
    public static OfficialDocument Build(StopNoticeInput input) => Build(input, FormSet.InForceOn(input.Day));

    public static OfficialDocument Build(StopNoticeInput input, FormSet set) =>
        input.Write(set, FormKey.StopNotice, "Dừng giải quyết", FormParts.Number(input.Number, input.Symbol), Blocks(input, set));

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
