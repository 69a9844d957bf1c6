using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>A scan or an electronic paper of a register's record ("tệp đính kèm"). Nothing takes it away again.</summary>
public sealed class RegisterAttachment
{
    private RegisterAttachment()
    {
    }

    public Guid Id { get; private init; }

    public Guid RecordId { get; private init; }

    /// <summary>Whose record it is: who may read the record may read it.</summary>
    public AgencyId AgencyId { get; private init; }

    public string FileName { get; private init; } = "";

    public string ContentType { get; private init; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private init; }

    public string Sha256 { get; private init; } = "";

    public DateTimeOffset AddedAt { get; private init; }

    public OfficerId AddedBy { get; private init; }

    public static RegisterAttachment Of(RegisterRecord record, string fileName, StoredFile file, Moment now, OfficerId by) => new()
    {
        Id = Ids.New(),
        RecordId = record.Id,
        AgencyId = record.AgencyId,
        FileName = fileName,
        ContentType = file.ContentType,
        Size = file.Size,
        Sha256 = file.Sha256,
        AddedAt = now.Instant,
        AddedBy = by,
    };
}
