using System.Text;
using QRCoder;

namespace MotCua.Documents;

/// <summary>A QR code of a look-up address or a code, for paper: error correction M, so that a stained slip still reads.</summary>
public sealed class QrImage
{
    public const string Description = "Mã QR tra cứu hồ sơ";

    public const string Caption = "Quét mã để tra cứu hồ sơ";

    private readonly QRCodeData data;

    private QrImage(QRCodeData data) => this.data = data;

    /// <summary>Modules along one side, without the quiet zone.</summary>
    public int Side => data.ModuleMatrix.Count - (2 * Quiet);

    // QRCoder's matrix carries the four modules of quiet zone that the standard asks for.
    private static int Quiet => 4;

    public static QrImage Of(string text)
    {
        using var generator = new QRCodeGenerator();
        return new QrImage(generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M));
    }

    /// <summary>SVG path of the dark modules in a grid of <see cref="Side"/> units; neighbours in a row are one rectangle.</summary>
    public string SvgPath()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Side; y++)
        {
            var row = data.ModuleMatrix[y + Quiet];
            for (var x = 0; x < Side; x++)
            {
                var from = x;
                while (x < Side && row[x + Quiet])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append($"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return path.ToString();
    }

    /// <summary>Without a quiet zone: the paper around it must stay white for four modules.</summary>
    public byte[] Png(int pixelsAModule = 12)
    {
        // Not disposed: that would empty the shared matrix.
        var png = new PngByteQRCode(data);
        return png.GetGraphic(pixelsAModule, drawQuietZones: false);
    }
}
