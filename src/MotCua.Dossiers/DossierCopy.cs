using System.Text.Json;
using MotCua.Foundation;
using Npgsql;
using NpgsqlTypes;

namespace MotCua.Dossiers;

/// <summary>
/// Writes many dossiers with their ledgers by COPY: imports and scenes. The dossiers come from the same verbs as at the
/// desk; only the way into the tables differs. The caller owns the transaction.
/// </summary>
public sealed class DossierCopy(NpgsqlConnection connection)
{
    private static readonly Column<Dossier>[] DossierColumns =
    [
        new("id", NpgsqlDbType.Uuid, d => d.Id.Value),
        new("code", NpgsqlDbType.Text, d => d.Code),
        new("agency_id", NpgsqlDbType.Uuid, d => d.AgencyId.Value),
        new("desk_id", NpgsqlDbType.Uuid, d => d.DeskId.Value),
        new("procedure_id", NpgsqlDbType.Uuid, d => d.ProcedureId.Value),
        new("procedure_version_id", NpgsqlDbType.Uuid, d => d.ProcedureVersionId.Value),
        new("field", NpgsqlDbType.Text, d => d.Field),
        new("channel", NpgsqlDbType.Text, d => d.Channel.Text()),
        new("applicant", NpgsqlDbType.Jsonb, d => Json(d.Applicant)),
        new("submitter", NpgsqlDbType.Jsonb, d => d.Submitter is null ? null : Json(d.Submitter)),
        new("applicant_key", NpgsqlDbType.Text, d => d.ApplicantKey),
        new("applicant_id_number", NpgsqlDbType.Text, d => d.ApplicantIdNumber),
        new("applicant_phone", NpgsqlDbType.Text, d => d.ApplicantPhone),
        new("status", NpgsqlDbType.Text, d => d.Status.Text()),
        new("received_at", NpgsqlDbType.TimestampTz, d => Utc(d.ReceivedAt)),
        new("refused_at", NpgsqlDbType.TimestampTz, d => Utc(d.RefusedAt)),
        new("\"limit\"", NpgsqlDbType.Text, d => d.Limit),
        new("on_supplement", NpgsqlDbType.Text, d => d.OnSupplement.Text()),
        new("digitisation_required", NpgsqlDbType.Boolean, d => d.DigitisationRequired),
        new("slip", NpgsqlDbType.Boolean, d => d.Slip),
        new("due_day", NpgsqlDbType.Date, d => d.DueDay),
        new("due_at", NpgsqlDbType.TimestampTz, d => Utc(d.DueAt)),
        new("extended_due", NpgsqlDbType.Date, d => d.ExtendedDue),
        new("apology_at", NpgsqlDbType.TimestampTz, d => Utc(d.ApologyAt)),
        new("apology_number", NpgsqlDbType.Text, d => d.ApologyNumber),
        new("stopped_at", NpgsqlDbType.TimestampTz, d => Utc(d.StoppedAt)),
        new("supplement_requests", NpgsqlDbType.Integer, d => d.SupplementRequests),
        new("finished_at", NpgsqlDbType.TimestampTz, d => Utc(d.FinishedAt)),
        new("finish_kind", NpgsqlDbType.Text, d => d.FinishKind?.Text()),
        new("verdict", NpgsqlDbType.Text, d => d.Verdict?.Text()),
        new("verdict_extended", NpgsqlDbType.Text, d => d.VerdictExtended?.Text()),
        new("returned_at", NpgsqlDbType.TimestampTz, d => Utc(d.ReturnedAt)),
        new("return_channel", NpgsqlDbType.Text, d => d.ReturnChannel?.Text()),
        new("papers_digitised_at", NpgsqlDbType.TimestampTz, d => Utc(d.PapersDigitisedAt)),
        new("result_digitised_at", NpgsqlDbType.TimestampTz, d => Utc(d.ResultDigitisedAt)),
        new("rated_at", NpgsqlDbType.TimestampTz, d => Utc(d.RatedAt)),
        new("rating", NpgsqlDbType.Integer, d => d.Rating),
        new("fee_dong", NpgsqlDbType.Bigint, d => d.FeeDong),
        new("paid_dong", NpgsqlDbType.Bigint, d => d.PaidDong),
        new("holder_id", NpgsqlDbType.Uuid, d => d.HolderId?.Value),
        new("held_since", NpgsqlDbType.TimestampTz, d => Utc(d.HeldSince)),
        new("step", NpgsqlDbType.Integer, d => d.Step),
        new("papers", NpgsqlDbType.Jsonb, d => Json(d.Papers)),
        new("legs", NpgsqlDbType.Jsonb, d => Json(d.Legs)),
        new("open_leg_agencies", NpgsqlDbType.Array | NpgsqlDbType.Uuid, d => d.OpenLegAgencies),
        new("leg_due_at", NpgsqlDbType.TimestampTz, d => Utc(d.LegDueAt)),
        new("correction_of", NpgsqlDbType.Text, d => d.CorrectionOf),
        new("span_from", NpgsqlDbType.TimestampTz, d => Utc(d.SpanFrom)),
        new("last_event_at", NpgsqlDbType.TimestampTz, d => Utc(d.LastEventAt)),
        new("last_seq", NpgsqlDbType.Integer, d => d.LastSeq),
        new("last_hash", NpgsqlDbType.Bytea, d => d.LastHash),
        new("revision", NpgsqlDbType.Integer, d => d.Revision),
    ];

    private static readonly Column<DossierEvent>[] EventColumns =
    [
        new("id", NpgsqlDbType.Uuid, e => e.Id),
        new("dossier_id", NpgsqlDbType.Uuid, e => e.DossierId.Value),
        new("seq", NpgsqlDbType.Integer, e => e.Seq),
        new("kind", NpgsqlDbType.Text, e => e.Kind.Text()),
        new("at", NpgsqlDbType.TimestampTz, e => Utc(e.At)),
        new("entered_at", NpgsqlDbType.TimestampTz, e => Utc(e.EnteredAt)),
        new("officer_id", NpgsqlDbType.Uuid, e => e.OfficerId?.Value),
        new("by_code", NpgsqlDbType.Text, e => e.ByCode),
        new("note", NpgsqlDbType.Text, e => e.Note),
        new("facts", NpgsqlDbType.Json, e => e.Facts),
        new("previous_hash", NpgsqlDbType.Bytea, e => e.PreviousHash),
        new("hash", NpgsqlDbType.Bytea, e => e.Hash),
        new("line_hash", NpgsqlDbType.Bytea, e => e.LineHash),
    ];

    private static readonly Column<DossierSpan>[] SpanColumns =
    [
        new("id", NpgsqlDbType.Uuid, s => s.Id),
        new("dossier_id", NpgsqlDbType.Uuid, s => s.DossierId.Value),
        new("from_at", NpgsqlDbType.TimestampTz, s => Utc(s.FromAt)),
        new("to_at", NpgsqlDbType.TimestampTz, s => Utc(s.ToAt)),
        new("agency_id", NpgsqlDbType.Uuid, s => s.AgencyId.Value),
        new("due_day", NpgsqlDbType.Date, s => s.DueDay),
        new("due_at", NpgsqlDbType.TimestampTz, s => Utc(s.DueAt)),
        new("extended_due", NpgsqlDbType.Date, s => s.ExtendedDue),
        new("stopped_at", NpgsqlDbType.TimestampTz, s => Utc(s.StoppedAt)),
    ];

    private static readonly Column<DossierPayment>[] PaymentColumns =
    [
        new("id", NpgsqlDbType.Uuid, p => p.Id),
        new("dossier_id", NpgsqlDbType.Uuid, p => p.DossierId.Value),
        new("at", NpgsqlDbType.TimestampTz, p => Utc(p.At)),
        new("amount", NpgsqlDbType.Bigint, p => p.Amount),
        new("method", NpgsqlDbType.Text, p => p.Method.Text()),
        new("reference", NpgsqlDbType.Text, p => p.Reference),
    ];

    public async Task WriteAsync(IReadOnlyCollection<Dossier> dossiers, CancellationToken ct)
    {
        await WriteRowsAsync(dossiers, ct);
        await WriteLinesAsync(dossiers, ct);
    }

    /// <summary>What was appended since the dossiers were made, loaded or last written. Their rows may follow later in the transaction when constraints are deferred.</summary>
    internal async Task WriteLinesAsync(IReadOnlyCollection<Dossier> dossiers, CancellationToken ct)
    {
        await CopyAsync("dossier_events", EventColumns, dossiers.SelectMany(d => d.Events), ct);
        await CopyAsync("dossier_spans", SpanColumns, dossiers.SelectMany(d => d.PastSpans), ct);
        await CopyAsync("dossier_payments", PaymentColumns, dossiers.SelectMany(d => d.Payments), ct);
    }

    /// <summary>The present state of dossiers that are already there; call it once a transaction.</summary>
    internal async Task UpdateRowsAsync(IReadOnlyCollection<Dossier> dossiers, CancellationToken ct)
    {
        await ExecuteAsync("create temp table moved_dossiers (like dossiers) on commit drop", ct);
        await CopyAsync("moved_dossiers", DossierColumns, dossiers, ct);
        var set = string.Join(", ", DossierColumns.Skip(1).Select(c => $"{c.Name} = m.{c.Name}"));
        await ExecuteAsync($"update dossiers d set {set} from moved_dossiers m where d.id = m.id", ct);
    }

    /// <summary>The rows of new dossiers, and their names in the dictionary.</summary>
    internal async Task WriteRowsAsync(IReadOnlyCollection<Dossier> dossiers, CancellationToken ct)
    {
        await CopyAsync("dossiers", DossierColumns, dossiers, ct);
        await using var names = new NpgsqlCommand(
            "insert into applicant_names (key) select distinct k from unnest(@keys) k on conflict do nothing", connection);
        names.Parameters.AddWithValue("keys", dossiers.Select(d => d.ApplicantKey).Distinct().ToArray());
        await names.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The columns in which two states of a dossier differ.</summary>
    internal static IEnumerable<string> Differences(Dossier a, Dossier b) =>
        DossierColumns.Where(c => !Same(c.Value(a), c.Value(b))).Select(c => c.Name.Trim('"'));

    private static bool Same(object? a, object? b) => (a, b) switch
    {
        (byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right),
        (Guid[] left, Guid[] right) => left.AsSpan().SequenceEqual(right),
        _ => Equals(a, b),
    };

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task CopyAsync<T>(string table, Column<T>[] columns, IEnumerable<T> rows, CancellationToken ct)
    {
        var copy = $"copy {table} ({string.Join(", ", columns.Select(c => c.Name))}) from stdin (format binary)";
        await using var writer = await connection.BeginBinaryImportAsync(copy, ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in columns)
            {
                if (column.Value(row) is { } value)
                {
                    await writer.WriteAsync(value, column.Type, ct);
                }
                else
                {
                    await writer.WriteNullAsync(ct);
                }
            }
        }

        await writer.CompleteAsync(ct);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonColumn.Options);

    private static object? Utc(DateTimeOffset? instant) => instant?.UtcDateTime;

    private sealed record Column<T>(string Name, NpgsqlDbType Type, Func<T, object?> Value);
}
