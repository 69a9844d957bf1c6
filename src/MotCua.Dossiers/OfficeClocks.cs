using MotCua.Calendar;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using Npgsql;

namespace MotCua.Dossiers;

/// <summary>
/// The deadline clock of an agency: the imported calendar, or the built-in one when none was imported. Kept for a minute,
/// since every list and every intake asks for it; an import is seen after that at the latest.
/// </summary>
public sealed class OfficeClocks(NpgsqlDataSource source, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private volatile Loaded? loaded;

    public async Task<DeadlineClock> ForAsync(AgencyId agency, CancellationToken ct)
    {
        // Sessions per agency come with the calendar page; until then every agency keeps the hours of CONTRACT 4.
        _ = agency;
        if (loaded is not { } known || clock.GetElapsedTime(known.At) > Freshness)
        {
            known = new Loaded(clock.GetTimestamp(), await LoadAsync(ct));
            loaded = known;
        }

        return known.Clock;
    }

    private async Task<DeadlineClock> LoadAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return new DeadlineClock(await ImportedCalendar.LoadAsync(connection, ct), OfficeHours.Default);
    }

    private sealed record Loaded(long At, DeadlineClock Clock);
}
