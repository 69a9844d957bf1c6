using MotCua.Foundation;

namespace MotCua.Registers;

/// <summary>Words that people type into a register: tidy, not too long, nothing hidden in them.</summary>
internal static class RegisterText
{
    /// <param name="text">As typed.</param>
    /// <param name="field">The field of the form.</param>
    /// <param name="words">What it is called in a sentence; null: it may be left empty.</param>
    /// <param name="longest">In letters.</param>
    public static Result<string> Check(string? text, string field, string? words, int longest)
    {
        if (text is not null && Vietnamese.HasForbiddenCharacters(text.ReplaceLineEndings(" ")))
        {
            return RegisterErrors.HiddenCharacters(field);
        }

        var tidy = text is null ? "" : Vietnamese.Tidy(text);
        if (tidy.Length == 0 && words is not null)
        {
            return RegisterErrors.Missing(field, words);
        }

        return Vietnamese.Length(tidy) > longest ? RegisterErrors.TooLong(field, longest) : tidy;
    }
}
