namespace MotCua.Documents.Forms;

/// <summary>What the head of the agency tells one applicant about one dossier, over a signature and a seal.</summary>
public abstract record SignedLetter
{
    public required Issuer Issuer { get; init; }

    public required DateOnly Day { get; init; }

    public required string DossierCode { get; init; }

    public required Applicant Applicant { get; init; }

    public required string ProcedureName { get; init; }

    public required string ProcedureCode { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Why; each line a paragraph.</summary>
    public required string Reason { get; init; }

    /// <summary>Authority and title of the head of the agency: "CHỦ TỊCH", or "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".</summary>
    public required IReadOnlyList<string> SignerTitle { get; init; }

    public required string SignerName { get; init; }

    public string? Qr { get; init; }

    /// <summary>The letter on A5 with head, title, signature and the way to look the dossier up.</summary>
    internal OfficialDocument Write(FormSet set, FormKey form, string name, string number, IEnumerable<Block> blocks) => new()
    {
        Name = $"{name} {DossierCode}",
        Page = PageSetup.A5,
        FormLabel = set.Label(form),
        Head = Issuer.Head(number, Day),
        TitleLines = [set.Title(form)],
        Blocks = [.. blocks],
        Signatures = [new Signature(SignerTitle, Signature.SignSealAndName, SignerName)],
        LookupQr = Qr,
        Footer = FormParts.LookupFoot(Issuer, hasCode: true),
    };
}
