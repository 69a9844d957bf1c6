using MotCua.Calendar;

namespace MotCua.Procedures;

/// <summary>How much of a procedure can be done online (NĐ 42/2022): all of it, or a part.</summary>
public enum ServiceLevel
{
    Full,
    Partial,
}

/// <summary>Who may receive the procedure: the competent commune alone, or every commune of the province (NĐ 118/2025).</summary>
public enum ReceptionScope
{
    Commune,
    Province,
}

/// <summary>
/// Everything a version says beyond its name, field and limit. Kept whole as one jsonb value, because a dossier must
/// show it as it stood at receipt. Empty or null always means that the source does not say.
/// </summary>
public sealed record ProcedureContent
{
    public IReadOnlyList<RequiredPaper> Papers { get; init; } = [];

    /// <summary>Instructions that the source lists among the papers; they are read, not ticked.</summary>
    public IReadOnlyList<PaperNote> Notes { get; init; } = [];

    /// <summary>One row a channel and case; a procedure without rows may be filed in any way under its own limit.</summary>
    public IReadOnlyList<ChannelTerms> Channels { get; init; } = [];

    public IReadOnlyList<ChannelFee> Fees { get; init; } = [];

    /// <summary>The internal process ("quy trình nội bộ").</summary>
    public IReadOnlyList<InternalStep> Steps { get; init; } = [];

    /// <summary>What the applicant does ("trình tự thực hiện"), as the source tells it.</summary>
    public IReadOnlyList<string> Guidance { get; init; } = [];

    public IReadOnlyList<string> LegalBasis { get; init; } = [];

    public IReadOnlyList<string> Applicants { get; init; } = [];

    public string? Conditions { get; init; }

    public string? ResultName { get; init; }

    public string? Ministry { get; init; }

    public string? CompetentAgency { get; init; }

    public string? ExecutingAgency { get; init; }

    public ServiceLevel? Service { get; init; }

    public ReceptionScope? Scope { get; init; }

    /// <summary>Finished while the applicant waits ("trả ngay"): no slip is needed.</summary>
    public bool Immediate { get; init; }

    /// <summary>The whole limit when the case must be verified ("xác minh"), in place of the usual one.</summary>
    public TimeLimit? VerificationLimit { get; init; }

    /// <summary>The ministry system that holds the record (residence, identity cards …); we only receive and link.</summary>
    public string? ExternalSystem { get; init; }

    /// <summary>Where the content was taken from, for the administrator who checks it.</summary>
    public string? Source { get; init; }

    /// <summary>Why a part differs from the version before, by the keys of <see cref="VersionDiff"/>.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } = new Dictionary<string, string>();

    /// <summary>The fee of a channel; null amount means that the source gives none.</summary>
    public ChannelFee? FeeFor(FilingChannel channel, string? @case = null) =>
        Fees.FirstOrDefault(f => f.Channel == channel && f.Case == @case)
        ?? Fees.FirstOrDefault(f => f.Channel == channel && f.Case is null)
        ?? Fees.FirstOrDefault(f => f.Channel is null);

    public IEnumerable<string> CasesOf(FilingChannel channel) =>
        Channels.Where(c => c.Channel == channel && c.Case is not null).Select(c => c.Case!);
}

/// <summary>A paper of the dossier ("thành phần hồ sơ"): how many of each kind, and in which case it is needed.</summary>
public sealed record RequiredPaper(string Name)
{
    public int Originals { get; init; }

    public int CertifiedCopies { get; init; }

    public int Copies { get; init; }

    public bool ElectronicAllowed { get; init; } = true;

    /// <summary>Shown and given back ("xuất trình"), not handed in.</summary>
    public bool PresentOnly { get; init; }

    /// <summary>The situation in which it is asked for; null = always.</summary>
    public string? Case { get; init; }

    /// <summary>The declared form ("mẫu đơn, tờ khai"), when there is one.</summary>
    public string? Form { get; init; }

    /// <summary>"1 bản chính, 2 bản sao"; "xuất trình 1 bản chính".</summary>
    public string Quantity()
    {
        string?[] parts =
        [
            Originals > 0 ? $"{Originals} bản chính" : null,
            CertifiedCopies > 0 ? $"{CertifiedCopies} bản sao chứng thực" : null,
            Copies > 0 ? $"{Copies} bản sao" : null,
        ];
        var words = string.Join(", ", parts.Where(p => p is not null));
        return words.Length == 0 ? "xuất trình để đối chiếu" : PresentOnly ? $"xuất trình {words}" : words;
    }
}

public sealed record PaperNote(string Text)
{
    public string? Case { get; init; }
}

/// <summary>How a channel is served: its own limit where it differs, and what the source said.</summary>
public sealed record ChannelTerms(FilingChannel Channel)
{
    /// <summary>A special case of this channel ("có đám tang"); null = the usual case.</summary>
    public string? Case { get; init; }

    /// <summary>In place of the version's limit; null = the version's limit holds.</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>The time as the source prints it, for example "3" without a unit.</summary>
    public string? SourceLimit { get; init; }

    public string? Note { get; init; }
}

/// <summary>A fee of a channel (null = every channel). <paramref name="Dong"/> null: the source gives no amount.</summary>
public sealed record ChannelFee(FilingChannel? Channel, long? Dong)
{
    public string? Case { get; init; }

    /// <summary>What the source says about the fee: who fixes it, who is exempt.</summary>
    public string? Text { get; init; }
}

/// <summary>One step of the internal process: who does what in how many office hours, and what comes out.</summary>
public sealed record InternalStep(string Name, Organization.OfficeRole Role, decimal Hours)
{
    public string? Result { get; init; }
}
