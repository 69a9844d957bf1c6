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

        public string? Field { get; init; }

        public string? Procedure { get; init; }

        /// <summary>Only this agency's own dossiers, without those under it.</summary>
        public bool OwnOnly { get; init; }

        public int Skip { get; init; }

        public int Take { get; init; } = int.MaxValue;
    }

    public sealed record Listed(Figure Figure, Period Period, string AgencyName, IReadOnlyList<ListedDossier> Rows);

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
        var rows = await new FigureQuery(db.Database.GetDbConnection())
            .ListAsync(figure, period.Value, input.Basis, agencies, input.Field, input.Procedure, (input.Skip, input.Take), ct);
        return new Listed(figure, period.Value, tree.NameOf(agency.Id, day), rows);
    }
}
