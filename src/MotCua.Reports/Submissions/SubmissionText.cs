using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>Words that people write about a report: tidy, not too long, nothing hidden in them.</summary>
internal static class SubmissionText
{
    public static Result<string> Check(string? text, string field, int longest, Func<Error> missing)
    {
        var tidy = Vietnamese.Tidy((text ?? "").ReplaceLineEndings(" "));
        return tidy.Length == 0 ? missing().At(field)
            : Vietnamese.HasForbiddenCharacters(tidy) || Vietnamese.Length(tidy) > longest ? SubmissionErrors.Words(field, longest)
            : tidy;
    }
}
