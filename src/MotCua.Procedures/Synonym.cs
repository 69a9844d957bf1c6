using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>
/// Everyday words ("từ dân hay dùng") that lead to a procedure: its code, or words of its name. Null leads nowhere and
/// switches a built-in phrase off.
/// </summary>
public sealed class Synonym
{
    private Synonym()
    {
    }

    public SynonymId Id { get; private set; }

    public string Phrase { get; private set; } = "";

    public string PhraseKey { get; private set; } = "";

    public string? LeadsTo { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public static Result<Synonym> Of(string? phrase, string? leadsTo, Moment now)
    {
        var tidy = Vietnamese.Tidy(phrase ?? "");
        var key = Vietnamese.SearchKey(tidy);
        if (key.Length < 2 || Vietnamese.Length(tidy) > 100 || Vietnamese.HasForbiddenCharacters(tidy))
        {
            return ProcedureErrors.NoPhrase().At("Phrase");
        }

        return new Synonym { Id = Ids.New<SynonymId>(), Phrase = tidy, PhraseKey = key, LeadsTo = leadsTo, ChangedAt = now.Instant };
    }

    public void Change(string? leadsTo, Moment now) => (LeadsTo, ChangedAt) = (leadsTo, now.Instant);
}
