using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>A scan or an electronic paper of a dossier. The bytes lie in the file store under their SHA-256.</summary>
public sealed class DossierFile
{
    private DossierFile()
    {
    }

    public Guid Id { get; private set; }

    public DossierId DossierId { get; private set; }

    /// <summary>The number of the paper on the checklist; 0 for the result.</summary>
    public int PaperNumber { get; private set; }

    public string FileName { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    public OfficerId AddedBy { get; private set; }

    public static DossierFile Of(DossierId dossier, int paper, string fileName, string contentType, long size, string sha256, Moment now, OfficerId by) => new()
    {
        Id = Ids.New(),
        DossierId = dossier,
        PaperNumber = paper,
        FileName = Vietnamese.Tidy(fileName),
        ContentType = contentType,
        Size = size,
        Sha256 = sha256,
        AddedAt = now.Instant,
        AddedBy = by,
    };
}
