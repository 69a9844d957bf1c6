using MotCua.Calendar;

namespace MotCua.WebTests.Reports;

/// <summary>One line of a ledger file as the oracle writes and reads it; members that an event lacks are null.</summary>
internal sealed record NaiveLine(string Dossier, string Event, DateTimeOffset At)
{
    public string? Agency { get; init; }

    public string? Procedure { get; init; }

    public string? Channel { get; init; }

    public string? Limit { get; init; }

    public string? Digitisation { get; init; }

    public string? To { get; init; }

    public DateOnly? NewDue { get; init; }

    public long? Amount { get; init; }

    public string? Method { get; init; }

    public int? Rating { get; init; }

    public string? Part { get; init; }

    public string ToJson() => "{" + string.Join(",", Members().Where(m => m.Value is not null).Select(m => $"\"{m.Name}\":{m.Value}")) + "}";

    private IEnumerable<(string Name, string? Value)> Members()
    {
        yield return ("dossier", Quoted(Dossier));
        yield return ("event", Quoted(Event));
        yield return ("at", Quoted(At.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz")));
        yield return ("agency", Quoted(Agency));
        yield return ("procedure", Quoted(Procedure));
        yield return ("channel", Quoted(Channel ?? (Event is "returned" ? "direct" : null)));
        yield return ("limit", Quoted(Limit));
        yield return ("digitisation", Quoted(Digitisation));
        yield return ("to", Quoted(To));
        yield return ("new_due", Quoted(NewDue?.ToString("yyyy-MM-dd")));
        yield return ("amount", Amount?.ToString());
        yield return ("method", Quoted(Method));
        yield return ("rating", Rating?.ToString());
        yield return ("part", Quoted(Part));
        yield return ("applicant", Agency is null ? null : """{"name":"Nguyễn Văn A"}""");
        yield return ("slip", Agency is null ? null : "true");
        yield return ("reason", Event is "paused" ? "\"legal\"" : Event is "refused_at_door" or "supplement_requested" or "stopped" or "withdrawn" ? "\"Lý do\"" : null);
        yield return ("outcome", Event is "result_ready" ? "\"granted\"" : null);
        yield return ("via", Rating is null ? null : "\"kiosk\"");
        yield return ("reference", Amount is null ? null : "\"R\"");
        yield return ("number", NewDue is null ? null : "\"1/XL\"");
        yield return ("cause", NewDue is null ? null : "\"Mất điện\"");
        yield return ("signer", NewDue is null ? null : "\"Lê Vinh\"");
    }

    private static string? Quoted(string? text) => text is null ? null : $"\"{text}\"";
}

internal sealed record NaiveProcedure(string Code, string Field, string Limit, bool Resumes, bool Exempt);

/// <summary>A dossier as its lines before an instant tell it: the rules of CONTRACT 3 and 4, written as plainly as possible.</summary>
internal sealed class NaiveDossier
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public required string Code { get; init; }

    public required NaiveProcedure Procedure { get; init; }

    public string Agency { get; private set; } = "";

    public string Channel { get; private set; } = "";

    public bool Exempt { get; private set; }

    public DateTimeOffset? Received { get; private set; }

    public DateTimeOffset? Refused { get; private set; }

    public Deadline Due { get; private set; }

    public DateTimeOffset? Stopped { get; private set; }

    public bool WaitsForPapers { get; private set; }

    public DateTimeOffset? Finished { get; private set; }

    public string? FinishedBy { get; private set; }

    public DateOnly? Extended { get; private set; }

    public bool Apologised { get; private set; }

    public bool PapersDigitised { get; private set; }

    public DateTimeOffset? Returned { get; private set; }

    public DateTimeOffset? Rated { get; private set; }

    public int Rating { get; private set; }

    public List<(DateTimeOffset At, long Amount)> OnlinePayments { get; } = [];

    public static NaiveDossier? Before(DateTimeOffset end, IEnumerable<NaiveLine> lines, IReadOnlyDictionary<string, NaiveProcedure> procedures)
    {
        NaiveDossier? dossier = null;
        foreach (var line in lines.Where(l => l.At < end))
        {
            dossier ??= new NaiveDossier { Code = line.Dossier, Procedure = procedures[line.Procedure!] };
            dossier.Happen(line);
        }

        return dossier;
    }

    public void Happen(NaiveLine line)
    {
        switch (line.Event)
        {
            case "received":
                (Agency, Channel, Received) = (line.Agency!, line.Channel!, line.At);
                Exempt = line.Digitisation is null ? Procedure.Exempt : line.Digitisation == "exempt";
                Due = Clock.Start(line.At, TimeLimit.Parse(line.Limit ?? Procedure.Limit));
                break;
            case "refused_at_door":
                (Agency, Channel, Refused) = (line.Agency!, line.Channel!, line.At);
                break;
            case "handed_over":
                Agency = line.To!;
                break;
            case "supplement_requested" or "paused":
                (Stopped, WaitsForPapers) = (line.At, line.Event == "supplement_requested");
                break;
            case "supplemented":
                Due = Procedure.Resumes ? Clock.Resume(Due, Stopped!.Value, line.At) : Clock.Restart(Due, line.At);
                Stopped = null;
                break;
            case "resumed":
                Due = Clock.Resume(Due, Stopped!.Value, line.At);
                Stopped = null;
                break;
            case "apology_issued":
                (Apologised, Extended) = (true, line.NewDue);
                break;
            case "result_ready" or "stopped" or "withdrawn":
                (Finished, FinishedBy) = (line.At, line.Event);
                break;
            case "returned":
                Returned = line.At;
                break;
            case "digitised" when line.Part == "papers":
                PapersDigitised = true;
                break;
            case "paid" when line.Method is "online_national" or "online_local":
                OnlinePayments.Add((line.At, line.Amount!.Value));
                break;
            case "rated":
                (Rated, Rating) = (line.At, line.Rating!.Value);
                break;
        }
    }

    /// <summary>early, on_time or late.</summary>
    public string Verdict(bool extended)
    {
        if (Due.DueDay is not { } due)
        {
            return "on_time";
        }

        var judged = Stopped ?? Finished!.Value;
        var sign = extended && Extended is { } promised ? DayOf(judged).CompareTo(promised)
            : Due.Limit.Unit is LimitUnit.Hours ? judged.CompareTo(Due.DueAt!.Value)
            : DayOf(judged).CompareTo(due);
        return sign < 0 ? "early" : sign > 0 ? "late" : "on_time";
    }

    public bool Overdue(bool extended, DateOnly lastDay, DateTimeOffset end)
    {
        if (Due.DueDay is not { } due)
        {
            return false;
        }

        if (extended && Extended is { } promised)
        {
            return (Stopped is { } since ? DayOf(since) : lastDay) > promised;
        }

        if (Due.Limit.Unit is LimitUnit.Hours)
        {
            return Stopped is { } stop ? stop > Due.DueAt : Due.DueAt < end;
        }

        return (Stopped is { } at ? DayOf(at) : lastDay) > due;
    }

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Vietnam).DateTime);
}
