using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>The office's own words of a notice by one channel, in place of the built-in ones ("mẫu đã sửa").</summary>
public sealed class NoticeWording
{
    public required string Template { get; init; }

    public required NoticeChannel Channel { get; init; }

    public required string Subject { get; set; }

    public required string Body { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public OfficerId ChangedBy { get; set; }
}
