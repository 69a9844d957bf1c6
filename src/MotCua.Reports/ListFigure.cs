using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>The records behind one number: what a click on it opens.</summary>
public sealed class ListFigure(MotCuaDb db)
{
    /// <param name="Figure">A name of CONTRACT 5.</param>
    /// <param name="Agency">Code; the agencies under it count too.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="At">The instant of the data.</param>
    public sealed record Input(string Figure, string Agency, DateOnly From, DateOnly To, DateTimeOffset At)
    {
        public Basis Basis { get; init; }

        public FigureFilter Filter { get; init; } = FigureFilter.None;

        /// <summary>Only agencies of this level.</summary>
        public AgencyLevel? Level { get; init; }

        public ListOrder Order { get; init; }

        /// <summary>Only this agency's own dossiers, without those under it.</summary>
        public bool OwnOnly { get; init; }

        public int Skip { get; init; }

        public int Take { get; init; } = int.MaxValue;

        /// <summary>Also the length of the whole list, when only a page of it is read.</summary>
        public bool Counted { get; init; }
    }

    public sealed record Listed(Figure Figure, Period Period, string AgencyName, IReadOnlyList<ListedDossier> Rows)
    {
        /// <summary>The length of the whole list; that of <see cref="Rows"/> when it was not asked for.</summary>
        public long Total { get; init; } = Rows.Count;
    }

    public async Task<Result<Listed>> RunAsync(Input input, CancellationToken ct)
    {
        if (Figures.Find(input.Figure) is not { } figure)
        {
            return new Error("report.figure-unknown", "Không có chỉ tiêu {0}.", input.Figure) { Field = "Figure" };
        }

        var period = Period.Of(input.From, input.To, input.At);
        if (!period.Succeeded)
        {
            return period.Error!;
        }

        var tree = await AgencyTree.LoadAsync(db, ct);
        if (tree.ByCode(input.Agency) is not { } agency)
        {
            return WriteReport.AgencyUnknown(input.Agency);
        }

        var day = period.Value.LastDay;
        IReadOnlyCollection<AgencyId> agencies = input.OwnOnly ? [agency.Id] : tree.WithDescendants(agency.Id, day);
        if (input.Level is { } level)
        {
            agencies = [.. agencies.Where(a => (tree.PlaceAt(a, day)?.Level ?? AgencyLevel.Branch) == level)];
        }

        var query = new FigureQuery(db.Database.GetDbConnection());
        var asked = new FigureQuestion(figure, period.Value, input.Basis, agencies) { Filter = input.Filter };
        var rows = await query.ListAsync(asked, input.Order, (input.Skip, input.Take), ct);
        var listed = new Listed(figure, period.Value, tree.NameOf(agency.Id, day), rows);
        return input.Counted ? listed with { Total = await query.LengthAsync(asked, ct) } : listed;
    }
}
