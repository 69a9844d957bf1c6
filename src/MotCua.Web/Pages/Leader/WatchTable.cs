using MotCua.Calendar;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;

namespace MotCua.Web.Pages.Leader;

/// <summary>A list of watched dossiers as a table shows it.</summary>
public sealed record WatchTable(WatchSet Set, IReadOnlyList<WatchedDossier> Rows, DeadlineClock Clock, Moment Now)
{
    /// <summary>Session time that the steps still need, for the risk list.</summary>
    public IReadOnlyDictionary<string, TimeSpan>? WorkLeft { get; init; }

    public bool ShowAgency { get; init; }

    /// <summary>The leader may ask somebody to write the apology: rows can be ticked.</summary>
    public bool Tickable { get; init; }
}
