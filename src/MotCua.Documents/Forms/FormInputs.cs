namespace MotCua.Documents.Forms;

/// <summary>Who issues a paper, in the words of its head.</summary>
public sealed record Issuer
{
    /// <summary>"UBND xã An Bình"; printed in capitals. Null when the issuer stands alone.</summary>
    public string? Superior { get; init; }

    /// <summary>"Trung tâm Phục vụ hành chính công"; printed in capitals and bold. A line break says where a long name is best divided.</summary>
    public required string Agency { get; init; }

    /// <summary>"An Bình": where the paper is made, before its date.</summary>
    public required string Place { get; init; }

    public string? Phone { get; init; }

    /// <summary>Where a person looks a dossier up: "dichvucong.anbinh.gov.vn/tra-cuu".</summary>
    public string? LookupAddress { get; init; }

    internal DocumentHead Head(string? number, DateOnly? day) => new()
    {
        Superior = Superior is null ? null : PaperText.Capitals(Superior),
        Agency = [.. Agency.Split('\n').Select(PaperText.Capitals)],
        Number = number,
        PlaceAndDate = day is null ? null : $"{PaperText.Clean(Place)}, {Foundation.Vietnamese.DocumentDate(day.Value)}",
    };
}

/// <summary>The person or organisation a dossier belongs to.</summary>
public sealed record Applicant
{
    public required string Name { get; init; }

    /// <summary>"Số định danh cá nhân" or an enterprise's code; printed by the forms of 2025 only.</summary>
    public string? IdNumber { get; init; }

    public DateOnly? BornOn { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }
}

/// <summary>One paper of a dossier and how many of each kind were handed in or are asked for.</summary>
public sealed record PaperLine(string Name, int Originals = 0, int Certified = 0, int Copies = 0, int Electronic = 0)
{
    /// <summary>What is wrong with it, on a request to complete.</summary>
    public string? Remark { get; init; }
}

/// <summary>Which of the two copies ("liên") is printed.</summary>
public enum Counterpart
{
    /// <summary>Liên 1: giao người nộp hồ sơ.</summary>
    Applicant,

    /// <summary>Liên 2: lưu cùng hồ sơ.</summary>
    File,
}
