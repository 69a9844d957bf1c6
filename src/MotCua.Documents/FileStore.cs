using System.Security.Cryptography;
using MotCua.Foundation;

namespace MotCua.Documents;

/// <summary>Where the bytes of scans lie.</summary>
public sealed record FileStoreOptions(string Folder)
{
    public static FileStoreOptions Default { get; } =
        new(Path.Combine(Environment.GetEnvironmentVariable("MOTCUA_HOME") ?? ".local", "files"));
}

/// <summary>A file as stored: its name on disk is the SHA-256 of its bytes, so that a changed file no longer answers to its name.</summary>
public sealed record StoredFile(string Sha256, long Size, string ContentType);

/// <summary>Scans on disk, each under its SHA-256. What a file is, is read from its first bytes, never from its name.</summary>
public sealed class FileStore(FileStoreOptions options)
{
    /// <summary>In bytes: 10 MB.</summary>
    public const long Largest = 10_000_000;

    private const int Sniffed = 16;

    private const int LongestName = 200;

    private static readonly (byte[] Start, string ContentType)[] Known =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
    ];

    public static Error TooLarge(string name) =>
        new("files.too-large", "Tệp {0} lớn hơn 10 MB. Quét lại ở 200 dpi hoặc chia thành nhiều tệp.", name) { Field = "Files" };

    public static Error WrongKind(string name) =>
        new("files.wrong-kind", "Tệp {0} không phải PDF, JPEG hay PNG. Lưu lại dưới một trong ba dạng đó rồi chọn lại.", name) { Field = "Files" };

    public static Error Empty(string name) => new("files.empty", "Tệp {0} trống. Quét lại rồi chọn tệp mới.", name) { Field = "Files" };

    public async Task<Result<StoredFile>> SaveAsync(string name, Stream content, CancellationToken ct)
    {
        var incoming = Path.Combine(Directory.CreateDirectory(Path.Combine(options.Folder, "incoming")).FullName, Ids.New().ToString("N"));
        try
        {
            long size = 0;
            var start = new byte[Sniffed];
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var file = new FileStream(incoming, FileMode.CreateNew, FileAccess.Write))
            {
                var buffer = new byte[81920];
                for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
                {
                    if (size < Sniffed)
                    {
                        buffer.AsSpan(0, (int)Math.Min(read, Sniffed - size)).CopyTo(start.AsSpan((int)size));
                    }

                    size += read;
                    if (size > Largest)
                    {
                        return TooLarge(name);
                    }

                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }
            }

            if (size == 0)
            {
                return Empty(name);
            }

            if (KindOf(start) is not { } contentType)
            {
                return WrongKind(name);
            }

            var stored = new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size, contentType);
            var place = PlaceOf(stored.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(incoming, place, overwrite: true);
            return stored;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>The bytes, or null when they are gone from the disk.</summary>
    public Stream? Open(string sha256) => File.Exists(PlaceOf(sha256)) ? File.OpenRead(PlaceOf(sha256)) : null;

    /// <summary>True when the bytes on disk are still those that were stored.</summary>
    public async Task<bool> IsIntactAsync(string sha256, CancellationToken ct)
    {
        await using var bytes = Open(sha256);
        return bytes is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) == sha256;
    }

    /// <summary>The content type by the first bytes; null for what is not a scan.</summary>
    public static string? KindOf(ReadOnlySpan<byte> start)
    {
        foreach (var (signature, contentType) in Known)
        {
            if (start.StartsWith(signature))
            {
                return contentType;
            }
        }

        return null;
    }

    /// <summary>Some browsers send a whole path; hidden characters could make a name lie about its ending.</summary>
    public static string NameOf(string sent)
    {
        var name = string.Concat(Vietnamese.Tidy(sent.Split('/', '\\')[^1]).EnumerateRunes().Where(r => !Vietnamese.HasForbiddenCharacters(r.ToString())));
        return name.Length == 0 ? "quet" : name.Length <= LongestName ? name : name[^LongestName..];
    }

    private string PlaceOf(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(options.Folder, sha256[..2], sha256)
            : throw new ArgumentException("No SHA-256", nameof(sha256));
}
