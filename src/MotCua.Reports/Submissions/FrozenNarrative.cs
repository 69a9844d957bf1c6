using System.Text.Json.Serialization;
using MotCua.Documents;
using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>The text of a narrative report as it was checked, signed and sent.</summary>
public sealed record FrozenNarrative
{
    public required Guid ReportId { get; init; }

    /// <summary>BC-UBND.</summary>
    public required string Symbol { get; init; }

    /// <summary>Where it is issued.</summary>
    public required string Place { get; init; }

    /// <summary>Annexes included; the link of a number is a <see cref="Reports.Narrative.KeptList.Query"/>.</summary>
    [JsonConverter(typeof(PaperJson.Member))]
    public required OfficialDocument Document { get; init; }

    /// <summary>What was written by hand, by the name of its place.</summary>
    public required IReadOnlyDictionary<string, string> Passages { get; init; }

    /// <summary>Passages for hand-written words that were left empty.</summary>
    public int EmptyPassages { get; init; }

    /// <summary>Given when it is sent.</summary>
    public string? Number { get; init; }

    public DateOnly? SignedOn { get; init; }

    public string? Signer { get; init; }

    /// <summary>With number, day and signer; a number leads to the list that was kept behind it.</summary>
    public OfficialDocument Shown(Func<string, string?> link) => Document.WithLinks(link) with
    {
        Head = Document.Head! with
        {
            Number = $"Số: {Number ?? "……"}/{Symbol}",
            PlaceAndDate = $"{Place}, {(SignedOn is { } day ? Vietnamese.DocumentDate(day) : "ngày …… tháng …… năm ………")}",
        },
        Signatures = [.. Document.Signatures.Select(s => s with { Name = Signer })],
    };

    /// <summary>As it is printed and sent in Word: leads nowhere.</summary>
    [JsonIgnore]
    public OfficialDocument Paper => Shown(_ => null);

    /// <summary>Somebody has changed words since; numbers are compared one by one.</summary>
    public bool Differs(FrozenNarrative now) =>
        Passages.Count != now.Passages.Count || Passages.Any(p => now.Passages.GetValueOrDefault(p.Key) != p.Value);
}

/// <summary>Number and day of a paper that goes out.</summary>
public sealed record PaperNumber(string? Number, DateOnly? SignedOn);
