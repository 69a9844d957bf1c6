using System.Text.Json;
using System.Text.RegularExpressions;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Dossiers.Ledger;

/// <summary>When and by whom an imported line happened, and the clocks that judge it.</summary>
internal sealed record LedgerStamp(Moment At, Actor By, DateTimeOffset? EnteredAt, string? Note, LedgerBook Book)
{
    /// <summary>The clock of the competent agency.</summary>
    public DeadlineClock ClockOf(Dossier dossier) => Book.ClockOf(dossier.AgencyId);
}

/// <summary>
/// One line of an imported ledger, every member read and checked; whether the dossier allows the event is asked later.
/// <paramref name="Dossier"/> is null when the line is too broken to tell.
/// </summary>
internal sealed partial record LedgerLine(int Number, string? Dossier, UInt128 Hash, IReadOnlyList<string> Faults)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Null when there is no such event, or none can be read.</summary>
    public EventKind? Told { get; private init; }

    public EventKind Kind => Told!.Value;

    /// <summary>No JSON that tells its event: anything may have happened.</summary>
    public bool Unreadable { get; private init; }

    public LedgerStamp? Stamp { get; private init; }

    /// <summary>For the first line of a dossier: what was received or refused.</summary>
    public LedgerReceipt? Receipt { get; private init; }

    /// <summary>For any other line: the dossier's verb.</summary>
    public LedgerAct? Act { get; private init; }

    public static LedgerLine Read(int number, string text, LedgerBook book)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            return json.RootElement.ValueKind is JsonValueKind.Object
                ? Read(number, json.RootElement, book)
                : Broken(number, text, "dòng phải là một đối tượng JSON {…}");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape such as \ud800 that is half a character.
            return Broken(number, text, $"không phải JSON đúng: {e.Message}");
        }
    }

    private static LedgerLine Read(int number, JsonElement json, LedgerBook book)
    {
        var faults = new List<string>();
        var line = new LineReader(json, faults);
        var dossier = line.Raw("dossier", required: true);
        if (dossier is not null && !DossierCode.IsWellFormed(dossier))
        {
            line.Fault($"mã hồ sơ “{(dossier.Length <= 60 ? dossier : dossier[..60] + "…")}” không đúng: chỉ chữ A–Z, số, dấu chấm và gạch nối, nhiều nhất 40 ký tự");
            dossier = null;
        }

        var at = line.Instant("at", required: true, book.Now);
        var entered = line.Instant("entered_at", required: false, book.Now);
        var by = line.OptionalText("by");
        var note = line.OptionalText("note");
        var name = line.Raw("event", required: true);
        var read = new LedgerLine(number, dossier, LineHash.Of(json), faults)
        {
            Stamp = at is { } instant
                ? new LedgerStamp(Moment.Of(instant), new Actor(null, string.IsNullOrEmpty(by) ? null : by), entered?.ToOffset(Moment.VietnamOffset), note, book)
                : null,
        };
        if (name is null)
        {
            return read;
        }

        if (Snake.Parse<EventKind>(name) is not { } kind || !LedgerKinds.Contract.Contains(kind))
        {
            line.Fault($"không có loại sự kiện “{(name.Length <= 60 ? name : name[..60] + "…")}”");
            return read;
        }

        read = kind is EventKind.Received or EventKind.RefusedAtDoor
            ? read with { Told = kind, Receipt = LedgerReceipt.Read(line, kind, read.Stamp, book) }
            : read with { Told = kind, Act = LedgerKinds.Read(line, kind, book) };
        line.RefuseOthers();
        return read;
    }

    private static LedgerLine Broken(int number, string text, string reason)
    {
        // Code and event are still told apart where they can be, so that the rest of the dossier is not blamed as well.
        var code = CodeInside().Match(text);
        var told = EventInside().Match(text) is { Success: true } found ? Snake.Parse<EventKind>(found.Groups["event"].Value) : null;
        return new LedgerLine(number, code.Success && DossierCode.IsWellFormed(code.Groups["code"].Value) ? code.Groups["code"].Value : null, UInt128.Zero, [reason])
        {
            Told = told is { } kind && LedgerKinds.Contract.Contains(kind) ? kind : null,
            Unreadable = true,
        };
    }

    [GeneratedRegex(@"""dossier""\s*:\s*""(?<code>[^""\\]{1,40})""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex CodeInside();

    [GeneratedRegex(@"""event""\s*:\s*""(?<event>[a-z_]{1,40})""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex EventInside();
}
