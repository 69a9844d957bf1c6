using System.Text;

namespace MotCua.Foundation;

/// <summary>Reads the files people import: UTF-8, with or without a byte-order mark, LF or CRLF, no line over 1,000,000 bytes.</summary>
public static class ImportFile
{
    public const int LongestLine = 1_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines with their numbers from 1. A line that is too long or no UTF-8 becomes a problem and is left out.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(Stream stream, ImportProblems problems)
    {
        var number = 0;
        foreach (var (bytes, tooLong) in RawLines(stream))
        {
            number++;
            if (tooLong)
            {
                problems.Add(number, $"dòng dài quá {Vietnamese.Number(LongestLine)} byte");
            }
            else if (Decode(bytes, number == 1) is not { } text)
            {
                problems.Add(number, "không phải văn bản UTF-8; lưu lại tệp bằng mã UTF-8");
            }
            else
            {
                yield return (number, text);
            }
        }
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, bool first)
    {
        if (first && bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        if (bytes.EndsWith("\r"u8))
        {
            bytes = bytes[..^1];
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Every line as it stands, a carriage return at its end included; a line that is too long comes without its end.</summary>
    public static IEnumerable<(byte[] Bytes, bool TooLong)> RawLines(Stream stream)
    {
        var buffer = new byte[65_536];
        using var line = new MemoryStream();
        var tooLong = false;
        var anything = false;
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            var start = 0;
            while (start < read)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, read - start);
                var length = (end < 0 ? read : end) - start;
                anything = true;

                // One byte more than the longest line may be the carriage return.
                tooLong |= line.Length + length > LongestLine + 1;
                if (!tooLong)
                {
                    line.Write(buffer, start, length);
                }

                start += length + 1;
                if (end >= 0)
                {
                    yield return Take();
                }
            }
        }

        if (anything)
        {
            yield return Take();
        }

        (byte[] Bytes, bool TooLong) Take()
        {
            var bytes = line.ToArray();
            var over = tooLong || bytes.Length - (bytes.AsSpan().EndsWith("\r"u8) ? 1 : 0) > LongestLine;
            line.SetLength(0);
            (tooLong, anything) = (false, false);
            return (bytes, over);
        }
    }
}
