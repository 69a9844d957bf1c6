namespace MotCua.Documents.Forms;

/// <summary>A dossier that the office may not take, or cannot grant.</summary>
public sealed record RefusalInput
{
    public required Issuer Issuer { get; init; }

    /// <summary>Null leaves it to be filled in by hand.</summary>
    public int? Number { get; init; }

    /// <summary>The letters after the number; the circulars leave them to the agency.</summary>
    public string Symbol { get; init; } = "TCHS";

    public required DateOnly Day { get; init; }

    /// <summary>Null when refused at the door, before a code was given.</summary>
    public string? DossierCode { get; init; }

    public required Applicant Applicant { get; init; }

    public required string ProcedureName { get; init; }

    public required string ProcedureCode { get; init; }

    /// <summary>Why, in the applicant's words; each line a paragraph.</summary>
    public required string Reason { get; init; }

    /// <summary>"khoản 2 Điều 17 Nghị định số 118/2025/NĐ-CP"; null when the reason names it.</summary>
    public string? LegalGround { get; init; }

    /// <summary>Where the applicant should go instead, when the matter is another agency's.</summary>
    public string? GoTo { get; init; }

    /// <summary>Who signs: the receiving officer, or the leader of a refusal on merit.</summary>
    public required string OfficerName { get; init; }

    /// <summary>Title of the leader; null for a refusal at the door.</summary>
    public IReadOnlyList<string>? SignerTitle { get; init; }
}

/// <summary>Phiếu từ chối tiếp nhận giải quyết hồ sơ, A5.</summary>
public static class RefusalForm
{
    public static OfficialDocument Build(RefusalInput input) => Build(input, FormSet.InForceOn(input.Day));

    public static OfficialDocument Build(RefusalInput input, FormSet set) => new()
    {
        Name = input.Number is { } number ? $"Phiếu từ chối {number:00}-{input.Symbol}" : $"Phiếu từ chối {input.DossierCode}",
        Page = PageSetup.A5,
        FormLabel = set.Label(FormKey.Refusal),
        Head = input.Issuer.Head(FormParts.Number(input.Number, input.Symbol), input.Day),
        TitleLines = [set.Title(FormKey.Refusal)],
        Blocks = [.. Blocks(input, set)],
        Signatures =
        [
            new Signature(["NGƯỜI NỘP HỒ SƠ"], Signature.SignAndName, input.Applicant.Name),
            input.SignerTitle is { } title
                ? new Signature(title, Signature.SignSealAndName, input.OfficerName)
                : new Signature(["NGƯỜI TIẾP NHẬN HỒ SƠ"], Signature.SignAndName, input.OfficerName),
        ],
        Footer = FormParts.LookupFoot(input.Issuer, input.DossierCode is not null),
    };

    private static IEnumerable<Block> Blocks(RefusalInput input, FormSet set)
    {
        yield return new FieldList(
        [
            .. input.DossierCode is null ? (Field[])[] : [new Field("Mã hồ sơ", Run.Code(input.DossierCode, bold: true))],
            .. FormParts.ApplicantFields("Hồ sơ của", input.Applicant, set),
            FormParts.Content(input.ProcedureName, input.ProcedureCode),
        ]);
        yield return new Paragraph(
            $"Qua xem xét, {PaperText.Clean(input.Issuer.Agency)} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:",
            KeepWithNext: true);
        foreach (var line in Paragraph.Typed(input.Reason))
        {
            yield return line;
        }

        if (FormParts.Given(input.LegalGround))
        {
            yield return new Paragraph(Line.Of(Run.Strong("Căn cứ: "), $"{input.LegalGround!.TrimEnd('.')}."));
        }

        if (FormParts.Given(input.GoTo))
        {
            yield return new Paragraph(Line.Of(Run.Strong("Nơi giải quyết: "), $"{input.GoTo!.TrimEnd('.')}."));
        }

        yield return FormParts.Contact("Nếu cần hướng dẫn thêm", input.OfficerName, input.Issuer.Phone);
        yield return new Paragraph("Xin thông báo để ông/bà được biết và thực hiện.");
    }
}
