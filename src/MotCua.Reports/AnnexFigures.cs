namespace MotCua.Reports;

/// <summary>Rows of the reform annex whose number is a figure of CONTRACT 5, so that a click opens its dossiers.</summary>
public static class AnnexFigures
{
    public static IReadOnlyDictionary<string, string> ByIndicator { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["1.7.forms"] = "rated",
        ["3.2.1.received"] = "received",
        ["3.2.1.resolved"] = "done",
        ["3.2.1.on_time"] = "done.in_time",
        ["3.2.1.note_in_progress"] = "pending.within",
        ["7.6.3.online"] = "new.online",
        ["7.7.2.received"] = "new.postal",
    };
}
