namespace MotCua.Procedures;

/// <summary>A way in which a procedure may be filed; a dossier's own channel is the Channel of the Dossiers module.</summary>
public enum FilingChannel
{
    Direct,
    Online,
    Postal,
}

public static class FilingChannels
{
    public static readonly IReadOnlyList<FilingChannel> All = [FilingChannel.Direct, FilingChannel.Online, FilingChannel.Postal];

    private static readonly Dictionary<FilingChannel, string> Labels = new()
    {
        [FilingChannel.Direct] = "Trực tiếp",
        [FilingChannel.Online] = "Trực tuyến",
        [FilingChannel.Postal] = "Bưu chính",
    };

    public static string Label(this FilingChannel channel) => Labels[channel];
}
