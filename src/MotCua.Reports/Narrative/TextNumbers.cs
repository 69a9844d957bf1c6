using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>A number in a text.</summary>
/// <param name="Value">12.175 is twelve thousand, 65,49 and 65.49 are sixty-five and a half.</param>
/// <param name="Decimals">Digits after the separator as written.</param>
/// <param name="Unit">The word after it: hồ sơ, phiếu, người, %; empty when none.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, its unit included.</param>
/// <param name="Written">As written.</param>
public sealed record TextNumber(decimal Value, int Decimals, string Unit, int Start, int End, string Written)
{
    public bool IsPercent => Unit == "%";

    /// <summary>A dot where a comma belongs.</summary>
    public bool DotDecimal => Decimals > 0 && Written.Contains('.', StringComparison.Ordinal) && !Written.Contains(',', StringComparison.Ordinal);
}

/// <summary>Reads the numbers of a text as they are written in Vietnam.</summary>
public static partial class TextNumbers
{
    public static IReadOnlyList<TextNumber> Of(string text)
    {
        // Numbers of documents, dates and laws are no figures.
        var hidden = NotFigures().Replace(text, m => new string('\u0001', m.Length));
        var numbers = new List<TextNumber>();
        foreach (Match match in Number().Matches(hidden))
        {
            var written = match.Groups["n"].Value;
            if (Read(written, match.Groups["u"].Value) is { } read)
            {
                numbers.Add(new(read.Value, read.Decimals, match.Groups["u"].Value.Replace('\u00A0', ' ').Trim().ToLowerInvariant(), match.Index, match.Index + match.Length, written));
            }
        }

        return numbers;
    }

    private static (decimal Value, int Decimals)? Read(string written, string unit)
    {
        var grouped = Grouped().IsMatch(written) && !(unit == "%" && written.Count(c => c == '.') == 1 && written.IndexOf('.', StringComparison.Ordinal) <= 2 && !written.Contains(',', StringComparison.Ordinal) && written.Length > 6);
        var plain = grouped ? written.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : written.Replace(',', '.');
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var dot = plain.IndexOf('.', StringComparison.Ordinal);
        return (value, dot < 0 ? 0 : plain.Length - dot - 1);
    }

    public static string Words(decimal number) => number % 1 == 0 ? Vietnamese.Number((long)number) : Vietnamese.Rate(number);

    [GeneratedRegex(@"(?<n>\d+(?:\.\d{3})*(?:[.,]\d+)?)\s*(?<u>%|hồ sơ|phiếu|người|biên chế|định biên|cán bộ|công chức|đồng|nhiệm vụ|trường hợp|văn bản|thủ tục|xã|quy trình|phản ánh|đơn thư|lượt|đợt|điểm cầu|hội nghị)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3})+(,\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(
        @"\d+[a-z]?/(?:\d{4}/)?[A-ZĐ][\w\-Đ]*|\d{1,2}/\d{1,2}/\d{4}(?:/\d{4})?|\d{1,2}/\d{4}|(?:ngày|tháng|năm|quý|số|Điều|ISO|TCVN|Đề án)\s+\d[\d:./-]*|mức độ\s+\d(?:\s*,\s*\d)*|\d+\s*tháng|[A-Z]\.?\d+",
        RegexOptions.CultureInvariant)]
    private static partial Regex NotFigures();
}
