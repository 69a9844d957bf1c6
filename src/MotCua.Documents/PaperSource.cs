using MotCua.Documents.Forms;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Documents;

/// <summary>What the papers of one dossier are made from: its ledger and the names behind its ids.</summary>
internal sealed record PaperSource(
    string Code,
    string ProcedureName,
    string ProcedureCode,
    ProcedureContent Content,
    IReadOnlyList<DossierEvent> Lines,
    IReadOnlyDictionary<OfficerId, PaperOfficer> Officers,
    IReadOnlyDictionary<AgencyId, AgencyContact> Contacts,
    AgencyTree Agencies)
{
    public DossierEvent First => Lines[0];

    public ReceivedFacts Facts { get; } = (ReceivedFacts)Lines[0].ReadFacts();

    /// <summary>Paid when it was received.</summary>
    public PaymentFacts? Payment => Lines.Where(l => l.Kind is EventKind.Paid).Select(l => (PaymentFacts)l.ReadFacts()).FirstOrDefault();

    /// <summary>The checklist as it stood when a line was written.</summary>
    public IReadOnlyList<PaperCheck> PapersBefore(DossierEvent line) =>
        Lines.TakeWhile(l => l.Seq < line.Seq).LastOrDefault(l => l.Kind is EventKind.PapersChecked)?.ReadFacts() is PapersFacts checkedPapers ? checkedPapers.Papers : Facts.Papers;

    /// <summary>Into whose hands a line put the dossier; null when it names nobody.</summary>
    public static OfficerId? HolderAfter(DossierEvent line) => line.ReadFacts() switch
    {
        HolderFacts facts => facts.Holder,
        StepFacts facts => facts.Holder,
        SignedFacts facts => facts.Holder,
        _ => null,
    };

    /// <summary>The promised instant as it stood before a moment; an apology leaves it as it is.</summary>
    public DateTimeOffset? PromisedAt(DateTimeOffset at)
    {
        var promised = Facts.DueAt;
        foreach (var line in Lines.Where(l => l.At <= at))
        {
            promised = line.ReadFacts() switch
            {
                VerificationFacts facts => facts.DueAt,
                DueFacts facts => facts.DueAt,
                _ => promised,
            };
        }

        return promised;
    }

    /// <summary>The place that a line asks for work, an opinion or a check; null when it asks none.</summary>
    public string? PlaceAskedBy(DossierEvent line) => line.ReadFacts() switch
    {
        TransferFacts facts when line.Kind is EventKind.Forwarded => Agencies.NameOf(facts.To, Moment.Of(line.At).Day),
        VerificationFacts facts => PlaceOf(facts.Leg, line.At),
        ConsultationFacts facts => PlaceOf(facts.Leg, line.At),
        _ => null,
    };

    public string PlaceOf(LegOrder leg, DateTimeOffset at) => leg.To is { } agency ? Agencies.NameOf(agency, Moment.Of(at).Day) : leg.ToWords ?? "";

    public string NameOf(OfficerId? id) => id is { } known ? Officers.GetValueOrDefault(known)?.Name ?? "" : "";

    /// <summary>An officer's name, or the code that an imported line gives.</summary>
    public string ActorOf(DossierEvent line) => line.OfficerId is null ? line.ByCode ?? "" : NameOf(line.OfficerId);

    public Issuer IssuerOf(AgencyId agency, DateTimeOffset at) => Issuers.Of(agency, Contacts.GetValueOrDefault(agency), Agencies, Moment.Of(at).Day);

    /// <summary>The look-up address with the code, or the bare code where the agency has no such address.</summary>
    public string Qr(AgencyId agency) =>
        Contacts.GetValueOrDefault(agency)?.LookUpUrl is { Length: > 0 } address ? $"{address.TrimEnd('/')}/{Code}" : Code;
}

/// <summary>An officer as papers name one.</summary>
internal sealed record PaperOfficer(OfficerId Id, string Name, string Title)
{
    /// <summary>"Phó Chủ tịch UBND xã" signs for the chairman: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" (NĐ 30/2020, Điều 13).</summary>
    public IReadOnlyList<string> SignsAs()
    {
        var cut = Title.IndexOf(" UBND", StringComparison.Ordinal);
        var title = PaperText.Capitals(cut < 0 ? Title : Title[..cut]);
        return title.StartsWith("PHÓ ", StringComparison.Ordinal) ? [$"KT. {title["PHÓ ".Length..]}", title] : [title];
    }
}

/// <summary>The head of an agency's papers as it was called on the day.</summary>
public static class Issuers
{
    private const string DeskName = "Bộ phận Tiếp nhận và Trả kết quả";

    public static Issuer Of(AgencyId agency, AgencyContact? contact, AgencyTree agencies, DateOnly day)
    {
        var name = agencies.NameOf(agency, day);
        return new Issuer
        {
            Superior = Committee(name),
            Agency = contact?.CentreName ?? DeskName,
            Place = contact?.PlaceName ?? PlaceIn(name),
            Phone = contact?.Phone,
            LookupAddress = contact?.LookUpUrl?.Replace("https://", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/'),
        };
    }

    /// <summary>A slip is issued by the centre of a People's Committee: "Xã An Bình" → "UBND xã An Bình".</summary>
    private static string Committee(string name)
    {
        string[] places = ["Xã ", "Phường ", "Đặc khu ", "Thị trấn ", "Huyện ", "Quận ", "Thị xã ", "Thành phố ", "Tỉnh "];
        return places.Any(p => name.StartsWith(p, StringComparison.Ordinal)) ? $"UBND {char.ToLowerInvariant(name[0])}{name[1..]}" : name;
    }

    /// <summary>"UBND xã An Bình" → "An Bình".</summary>
    private static string PlaceIn(string name)
    {
        string[] before = ["Ủy ban nhân dân ", "UBND ", "xã ", "phường ", "đặc khu ", "tỉnh ", "thành phố ", "Xã ", "Phường ", "Đặc khu ", "Tỉnh ", "Thành phố "];
        foreach (var word in before)
        {
            name = name.StartsWith(word, StringComparison.Ordinal) ? name[word.Length..] : name;
        }

        return name;
    }
}
