using System.Text.Json;
using MotCua.Dossiers.Ledger;
using MotCua.Foundation;
using Npgsql;
using Lines = MotCua.Dossiers.Ledger.CopyColumns<MotCua.Dossiers.DossierEvent>;
using Payments = MotCua.Dossiers.Ledger.CopyColumns<MotCua.Dossiers.DossierPayment>;
using Rows = MotCua.Dossiers.Ledger.CopyColumns<MotCua.Dossiers.Dossier>;
using Spans = MotCua.Dossiers.Ledger.CopyColumns<MotCua.Dossiers.DossierSpan>;

namespace MotCua.Dossiers;

/// <summary>
/// Writes many dossiers with their ledgers by COPY: imports and scenes. The dossiers come from the same verbs as at the
/// desk; only the way into the tables differs. The caller owns the transaction.
/// </summary>
public sealed class DossierCopy(NpgsqlConnection connection)
{
    private static readonly CopyColumn<Dossier>[] DossierColumns =
    [
        Rows.Uuid("id", d => d.Id.Value),
        Rows.Text("code", d => d.Code),
        Rows.Uuid("agency_id", d => d.AgencyId.Value),
        Rows.Uuid("desk_id", d => d.DeskId.Value),
        Rows.Uuid("procedure_id", d => d.ProcedureId.Value),
        Rows.Uuid("procedure_version_id", d => d.ProcedureVersionId.Value),
        Rows.Text("field", d => d.Field),
        Rows.Text("channel", d => d.Channel.Text()),
        Rows.Jsonb("applicant", d => Json(d.Applicant)),
        Rows.Jsonb("submitter", d => d.Submitter is null ? null : Json(d.Submitter)),
        Rows.Text("applicant_key", d => d.ApplicantKey),
        Rows.Text("applicant_id_number", d => d.ApplicantIdNumber),
        Rows.Text("applicant_phone", d => d.ApplicantPhone),
        Rows.Text("status", d => d.Status.Text()),
        Rows.Time("received_at", d => d.ReceivedAt),
        Rows.Time("refused_at", d => d.RefusedAt),
        Rows.Text("\"limit\"", d => d.Limit),
        Rows.Text("on_supplement", d => d.OnSupplement.Text()),
        Rows.Flag("digitisation_required", d => d.DigitisationRequired),
        Rows.Flag("slip", d => d.Slip),
        Rows.Day("due_day", d => d.DueDay),
        Rows.Time("due_at", d => d.DueAt),
        Rows.Day("extended_due", d => d.ExtendedDue),
        Rows.Time("apology_at", d => d.ApologyAt),
        Rows.Text("apology_number", d => d.ApologyNumber),
        Rows.Time("stopped_at", d => d.StoppedAt),
        Rows.Int("supplement_requests", d => d.SupplementRequests),
        Rows.Time("finished_at", d => d.FinishedAt),
        Rows.Text("finish_kind", d => d.FinishKind?.Text()),
        Rows.Text("verdict", d => d.Verdict?.Text()),
        Rows.Text("verdict_extended", d => d.VerdictExtended?.Text()),
        Rows.Time("returned_at", d => d.ReturnedAt),
        Rows.Text("return_channel", d => d.ReturnChannel?.Text()),
        Rows.Time("papers_digitised_at", d => d.PapersDigitisedAt),
        Rows.Time("result_digitised_at", d => d.ResultDigitisedAt),
        Rows.Time("rated_at", d => d.RatedAt),
        Rows.Int("rating", d => d.Rating),
        Rows.Long("fee_dong", d => d.FeeDong),
        Rows.Long("paid_dong", d => d.PaidDong),
        Rows.Uuid("holder_id", d => d.HolderId?.Value),
        Rows.Time("held_since", d => d.HeldSince),
        Rows.Int("step", d => d.Step),
        Rows.Jsonb("papers", d => Json(d.Papers)),
        Rows.Jsonb("legs", d => Json(d.Legs)),
        Rows.Uuids("open_leg_agencies", d => d.OpenLegAgencies),
        Rows.Time("leg_due_at", d => d.LegDueAt),
        Rows.Text("correction_of", d => d.CorrectionOf),
        Rows.Time("span_from", d => d.SpanFrom),
        Rows.Time("last_event_at", d => d.LastEventAt),
        Rows.Int("last_seq", d => d.LastSeq),
        Rows.Bytes("last_hash", d => d.LastHash),
        Rows.Int("revision", d => d.Revision),
    ];

    private static readonly CopyColumn<DossierEvent>[] EventColumns =
    [
        Lines.Uuid("id", e => e.Id),
        Lines.Uuid("dossier_id", e => e.DossierId.Value),
        Lines.Int("seq", e => e.Seq),
        Lines.Text("kind", e => e.Kind.Text()),
        Lines.Time("at", e => e.At),
        Lines.Time("entered_at", e => e.EnteredAt),
        Lines.Uuid("officer_id", e => e.OfficerId?.Value),
        Lines.Text("by_code", e => e.ByCode),
        Lines.Text("note", e => e.Note),
        Lines.Json("facts", e => e.Facts),
        Lines.Bytes("previous_hash", e => e.PreviousHash),
        Lines.Bytes("hash", e => e.Hash),
        Lines.Bytes("line_hash", e => e.LineHash),
    ];

    private static readonly CopyColumn<DossierSpan>[] SpanColumns =
    [
        Spans.Uuid("id", s => s.Id),
        Spans.Uuid("dossier_id", s => s.DossierId.Value),
        Spans.Time("from_at", s => s.FromAt),
        Spans.Time("to_at", s => s.ToAt),
        Spans.Uuid("agency_id", s => s.AgencyId.Value),
        Spans.Day("due_day", s => s.DueDay),
        Spans.Time("due_at", s => s.DueAt),
        Spans.Day("extended_due", s => s.ExtendedDue),
        Spans.Time("stopped_at", s => s.StoppedAt),
    ];

    private static readonly CopyColumn<DossierPayment>[] PaymentColumns =
    [
        Payments.Uuid("id", p => p.Id),
        Payments.Uuid("dossier_id", p => p.DossierId.Value),
        Payments.Time("at", p => p.At),
        Payments.Long("amount", p => p.Amount),
        Payments.Text("method", p => p.Method.Text()),
        Payments.Text("reference", p => p.Reference),
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

    private async Task CopyAsync<T>(string table, CopyColumn<T>[] columns, IEnumerable<T> rows, CancellationToken ct)
    {
        var copy = $"copy {table} ({string.Join(", ", columns.Select(c => c.Name))}) from stdin (format binary)";
        await using var writer = await connection.BeginBinaryImportAsync(copy, ct);
        foreach (var row in rows)
        {
            // Not awaited value by value: a million lines are fifteen million values.
            writer.StartRow();
            foreach (var column in columns)
            {
                column.Write(writer, row);
            }
        }

        await writer.CompleteAsync(ct);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonColumn.Options);
}
