using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>
/// All open dossiers of an abolished agency go to its heirs by one reviewed act ("bàn giao"). Codes, receipts and due dates
/// stay; who counts them is the heir from now on, and the past stays where it was.
/// </summary>
public sealed class HandOverDossiers(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <param name="From">The agency that has ended.</param>
    /// <param name="To">Its heir.</param>
    /// <param name="Elsewhere">After a split: the procedures whose dossiers go to another heir.</param>
    /// <param name="DecisionNo">Số quyết định.</param>
    public sealed record Input(AgencyId From, AgencyId To, IReadOnlyDictionary<ProcedureId, AgencyId> Elsewhere, string? DecisionNo);

    /// <returns>How many dossiers went over.</returns>
    public async Task<Result<int>> RunAsync(Input input, CancellationToken ct)
    {
        var now = clock.Now();
        if (Refusal(input, now.Day) is { } error)
        {
            return error;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var count = 0;
        while (await db.Dossiers.Where(d => d.AgencyId == input.From && d.ReceivedAt != null && d.FinishedAt == null)
                   .OrderBy(d => d.Id).Take(BatchSize).ToListAsync(ct) is { Count: > 0 } batch)
        {
            foreach (var dossier in batch)
            {
                var handed = dossier.HandOver(input.Elsewhere.GetValueOrDefault(dossier.ProcedureId, input.To), now, Actor.Of(officer.Id), note: input.DecisionNo);
                if (!handed.Succeeded)
                {
                    return handed.Error!;
                }
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            count += batch.Count;
        }

        await MoveDraftsAsync(input, transaction.GetDbTransaction(), ct);
        db.Audit.Add(new AuditEntry
        {
            At = now.Instant,
            OfficerId = officer.Id.Value,
            Action = "dossiers.handed_over",
            Subject = officer.Agencies.CodeOf(input.From),
            Details = $"{count} → {string.Join(' ', input.Elsewhere.Values.Prepend(input.To).Distinct().Select(officer.Agencies.CodeOf))} {input.DecisionNo}",
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return count;
    }

    private Error? Refusal(Input input, DateOnly today)
    {
        var heirs = officer.Agencies.HeirsOf(input.From, today);
        return !officer.Holds(OfficeRole.Administrator, input.From) ? DossierErrors.NotAllowed(OfficeRole.Administrator)
            : officer.Agencies.StageAt(input.From, today) is not null ? DossierErrors.AgencyNotEnded(officer.Agencies.NameOf(input.From, today))
            : input.Elsewhere.Values.Prepend(input.To).Any(to => !heirs.Contains(to)) ? DossierErrors.NotAnHeir(officer.Agencies.NameOf(input.From, today))
            : string.IsNullOrWhiteSpace(input.DecisionNo) ? DossierErrors.DecisionMissing()
            : null;
    }

    // What the old counter had typed and not received goes on at the heir's.
    private Task MoveDraftsAsync(Input input, DbTransaction transaction, CancellationToken ct) =>
        db.Database.GetDbConnection().ExecuteAsync(new CommandDefinition(
            "update intake_drafts set agency_id = @to where agency_id = @from and closed_at is null",
            new { to = input.To.Value, from = input.From.Value },
            transaction,
            cancellationToken: ct));
}
