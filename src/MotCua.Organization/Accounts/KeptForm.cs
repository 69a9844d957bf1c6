namespace MotCua.Organization;

/// <summary>What was typed when the log-in had expired: encrypted, one a browser, given back after the next log-in.</summary>
public sealed class KeptForm
{
    /// <summary>Hash of the browser's cookie.</summary>
    public required string BrowserKey { get; init; }

    public DateTimeOffset KeptAt { get; set; }

    public required byte[] Payload { get; set; }
}
