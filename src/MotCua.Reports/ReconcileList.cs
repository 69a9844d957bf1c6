using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>
/// Another system's list of dossiers beside ours for one figure: which are in both, which only here, which only there, and for the last
/// why they are not in our set. Compares codes; writes nothing.
/// </summary>
public sealed class ReconcileList(MotCuaDb db, ListFigure figures)
{
    /// <summary>Our list may be so long; a longer one is compared by part.</summary>
    public const int MostOurs = 300_000;

    /// <param name="Asked">The figure, agency and period that the other list claims to be of.</param>
    /// <param name="Theirs">The other list.</param>
    public sealed record Input(ListFigure.Input Asked, IReadOnlyList<OtherDossier> Theirs);

    /// <summary>Why a dossier of the other list is not in our set.</summary>
    public enum Cause
    {
        /// <summary>We have no dossier of this code.</summary>
        Unknown,
        OtherAgency,
        ReceivedLater,

        /// <summary>Finished before the period, so that it no longer counts.</summary>
        FinishedBefore,
        RefusedAtDoor,

        /// <summary>It is in our book, but its facts do not make it part of this figure.</summary>
        OtherFacts,
    }

    /// <summary>A dossier that only the other list has, with what we know of it.</summary>
    public sealed record OnlyTheirs(int Line, string Code, Cause Cause)
    {
        public AgencyId? Agency { get; init; }

        public DateTimeOffset? Received { get; init; }

        public DateOnly? DueDay { get; init; }

        public DateTimeOffset? Finished { get; init; }
    }

    public sealed record Answer(ListFigure.Listed Listed, int Both, IReadOnlyList<ListedDossier> OnlyOurs, IReadOnlyList<OnlyTheirs> OnlyTheirs, IReadOnlyList<OtherDossier> Repeated)
    {
        /// <summary>How many different dossiers the other list has.</summary>
        public int Theirs => Both + OnlyTheirs.Count;

        public bool Same => OnlyOurs.Count == 0 && OnlyTheirs.Count == 0;
    }

    private sealed record Known(string Code, Guid AgencyId, DateTimeOffset? ReceivedAt, DateTimeOffset? RefusedAt, DateOnly? DueDay, DateTimeOffset? FinishedAt);

    public async Task<Result<Answer>> RunAsync(Input input, CancellationToken ct)
    {
        var ours = await figures.RunAsync(input.Asked with { Skip = 0, Take = MostOurs + 1 }, ct);
        if (!ours.Succeeded)
        {
            return ours.Error!;
        }

        if (ours.Value.Rows.Count > MostOurs)
        {
            return new Error("report.list-too-long", "Danh sách của phần mềm dài hơn {0} hồ sơ. Chọn kỳ ngắn hơn hoặc một đơn vị.", MostOurs) { Field = "From" };
        }

        var seen = new Dictionary<string, OtherDossier>(StringComparer.OrdinalIgnoreCase);
        var repeated = input.Theirs.Where(t => !seen.TryAdd(t.Code, t)).ToList();
        var mine = ours.Value.Rows.ToDictionary(r => r.Dossier, StringComparer.OrdinalIgnoreCase);
        var missing = seen.Values.Where(t => !mine.ContainsKey(t.Code)).OrderBy(t => t.Line).ToList();
        var known = await KnownAsync([.. missing.Select(t => t.Code)], ct);
        var agencies = (await AgencyTree.LoadAsync(db, ct)) is var tree && tree.ByCode(input.Asked.Agency) is { } agency
            ? input.Asked.OwnOnly ? [agency.Id] : tree.WithDescendants(agency.Id, ours.Value.Period.LastDay).ToHashSet()
            : [];
        return new Answer(
            ours.Value,
            seen.Count - missing.Count,
            [.. ours.Value.Rows.Where(r => !seen.ContainsKey(r.Dossier))],
            [.. missing.Select(t => Explain(t, known.GetValueOrDefault(t.Code), agencies, ours.Value.Period))],
            repeated);
    }

    private static OnlyTheirs Explain(OtherDossier other, Known? known, HashSet<AgencyId> agencies, Period period)
    {
        if (known is null)
        {
            return new OnlyTheirs(other.Line, other.Code, Cause.Unknown);
        }

        var cause = known switch
        {
            _ when !agencies.Contains(new AgencyId(known.AgencyId)) => Cause.OtherAgency,
            { RefusedAt: not null } => Cause.RefusedAtDoor,
            _ when known.ReceivedAt >= period.End => Cause.ReceivedLater,
            _ when known.FinishedAt < period.Start => Cause.FinishedBefore,
            _ => Cause.OtherFacts,
        };
        return new OnlyTheirs(other.Line, known.Code, cause)
        {
            Agency = new AgencyId(known.AgencyId),
            Received = known.ReceivedAt,
            DueDay = known.DueDay,
            Finished = known.FinishedAt,
        };
    }

    private async Task<Dictionary<string, Known>> KnownAsync(string[] codes, CancellationToken ct)
    {
        if (codes.Length == 0)
        {
            return [];
        }

        // Codes are kept in capitals; what was typed in small letters is found all the same.
        var rows = await db.Database.GetDbConnection().QueryAsync<Known>(new CommandDefinition(
            "select code, agency_id, received_at, refused_at, due_day, finished_at from dossiers where code = any(@codes)",
            new { codes = codes.Concat(codes.Select(c => c.ToUpperInvariant())).Distinct(StringComparer.Ordinal).ToArray() },
            commandTimeout: 120,
            cancellationToken: ct));
        return rows.ToDictionary(r => r.Code, StringComparer.OrdinalIgnoreCase);
    }
}
