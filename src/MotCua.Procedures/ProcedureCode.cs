using System.Text.RegularExpressions;

namespace MotCua.Procedures;

/// <summary>The code of a procedure: national ("1.004873") or local ("1.004873.000.00.00.H48").</summary>
public static partial class ProcedureCode
{
    /// <summary>The code pattern of every import (CONTRACT 2).</summary>
    public static bool IsCode(string? text) => text is not null && Pattern().IsMatch(text);

    /// <summary>Codes compared without dots and dashes, so that "1004873" finds 1.004873.</summary>
    public static string Key(string code) => new([.. code.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9.\-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
