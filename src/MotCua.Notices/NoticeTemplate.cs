namespace MotCua.Notices;

/// <summary>A kind of notice with its built-in words ("mẫu thông báo"). Texts are templates of <see cref="NoticeText"/>.</summary>
/// <param name="Key">Never changes; kept with every delivery.</param>
/// <param name="Name">In Vietnamese, for the list of templates.</param>
/// <param name="Subject">Of the e-mail, and the title of an in-app notice.</param>
/// <param name="Letter">The body of the e-mail.</param>
/// <param name="Short">SMS, chat, or the text of an in-app notice.</param>
/// <param name="Places">What may be filled in.</param>
public sealed record NoticeTemplate(string Key, string Name, string Subject, string Letter, string Short, IReadOnlyList<string> Places)
{
    /// <summary>Told to officers, in the program and by e-mail; else to citizens, by e-mail, SMS and chat.</summary>
    public bool ForOfficers { get; init; }

    public bool IsDigest { get; init; }

    public IReadOnlyList<NoticeChannel> Channels => ForOfficers
        ? [NoticeChannel.InApp, NoticeChannel.Email]
        : [NoticeChannel.Email, NoticeChannel.Sms, NoticeChannel.Chat];

    /// <summary>The built-in words for a channel, not yet filled.</summary>
    public NoticeWords WordsFor(NoticeChannel channel) => channel switch
    {
        NoticeChannel.Email => new NoticeWords(Subject, Letter),
        NoticeChannel.InApp => new NoticeWords(Subject, Short),
        _ => new NoticeWords("", Short),
    };
}

/// <summary>Every template, citizens' first.</summary>
public static class NoticeTemplates
{
    public static IReadOnlyList<NoticeTemplate> All { get; } = [.. CitizenTemplates.All, .. OfficerTemplates.All];

    private static readonly Dictionary<string, NoticeTemplate> ByKey = All.ToDictionary(t => t.Key, StringComparer.Ordinal);

    public static NoticeTemplate? Find(string? key) => key is null ? null : ByKey.GetValueOrDefault(key);
}
