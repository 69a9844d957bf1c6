using System.Text.Json;

namespace MotCua.Calendar;

/// <summary>
/// What a line of a clock batch asks, already cut at its instant: a stop or a finish after <paramref name="At"/> is left
/// out, and a stop that ends after it still stands.
/// </summary>
public sealed record ClockCase(
    DateTimeOffset Received,
    TimeLimit Limit,
    IReadOnlyList<Stop> Stops,
    DateTimeOffset? Finished,
    DateOnly? ExtendedDue,
    bool ByExtension,
    DateTimeOffset At)
{
    /// <summary>Since when the clock stands.</summary>
    public DateTimeOffset? StoppedAt => Stops is [.., { To: null } open] ? open.From : null;

    internal static (ClockCase? Case, string? Error) Read(JsonElement line, DateTimeOffset now)
    {
        var members = new Members(line, ["id", "received", "limit", "stops", "finished", "extended_due", "basis", "at"]);
        var received = members.Time("received", required: true);
        var limit = members.Limit("limit");
        var finished = members.Time("finished");
        var extendedDue = members.Day("extended_due");
        var basis = members.OneOf("basis", ["original", "extended"], required: false);
        var at = members.Time("at") ?? now;
        var stops = members.Stops("stops");
        if (members.Error is not null)
        {
            return (null, members.Error);
        }

        var asked = new ClockCase(
            received!.Value,
            limit,
            [.. stops.Where(s => s.From <= at).OrderBy(s => s.From).ThenBy(s => s.To ?? DateTimeOffset.MaxValue)],
            finished <= at ? finished : null,
            extendedDue,
            basis == "extended",
            at);
        return asked.Contradiction() is { } contradiction
            ? (null, contradiction)
            : (asked with { Stops = [.. asked.Stops.Select(s => s.To > at ? s with { To = null } : s)] }, null);
    }

    private string? Contradiction()
    {
        if (Finished < Received)
        {
            return "“finished” sớm hơn “received”";
        }

        for (var i = 0; i < Stops.Count; i++)
        {
            if (Stops[i].From < Received)
            {
                return $"lần dừng thứ {i + 1} bắt đầu trước khi tiếp nhận";
            }

            if (i > 0 && (Stops[i - 1].To is not { } before || Stops[i].From < before))
            {
                return $"lần dừng thứ {i + 1} bắt đầu khi lần trước chưa hết";
            }

            if (Finished < (Stops[i].To ?? Stops[i].From))
            {
                return $"“finished” sớm hơn lần dừng thứ {i + 1}";
            }
        }

        return null;
    }

    // Reads members by name and keeps the first thing that is wrong.
    private sealed class Members
    {
        private readonly JsonElement owner;

        public Members(JsonElement owner, string[] known)
        {
            this.owner = owner;
            foreach (var member in owner.EnumerateObject())
            {
                if (!known.Contains(member.Name, StringComparer.Ordinal))
                {
                    Fail($"mục lạ “{member.Name}”");
                }
            }
        }

        public string? Error { get; private set; }

        public DateTimeOffset? Time(string name, bool required = false)
        {
            if (Text(name, required) is not { } text)
            {
                return null;
            }

            if (OffsetTime.TryParse(text, out var instant))
            {
                return instant;
            }

            Fail($"“{name}” phải là thời điểm có múi giờ như 2026-04-24T09:00:00+07:00");
            return null;
        }

        public DateOnly? Day(string name)
        {
            if (Text(name, required: false) is not { } text)
            {
                return null;
            }

            if (OffsetTime.TryDay(text, out var day))
            {
                return day;
            }

            Fail($"“{name}” phải là ngày có thật như 2026-04-24");
            return null;
        }

        public TimeLimit Limit(string name)
        {
            if (!TimeLimit.TryParse(Text(name, required: true), out var limit))
            {
                Fail($"“{name}” phải là 3wd, 15d, 8h, 2mo, same hoặc none, số từ 1 đến 9999");
            }

            return limit;
        }

        public string? OneOf(string name, string[] values, bool required)
        {
            var text = Text(name, required);
            if (text is not null && !values.Contains(text, StringComparer.Ordinal))
            {
                Fail($"“{name}” phải là {string.Join(" hoặc ", values)}");
            }

            return text;
        }

        public IReadOnlyList<Stop> Stops(string name)
        {
            if (!owner.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null)
            {
                return [];
            }

            if (list.ValueKind != JsonValueKind.Array)
            {
                Fail($"“{name}” phải là một danh sách");
                return [];
            }

            return [.. list.EnumerateArray().Select(ReadStop)];
        }

        private Stop ReadStop(JsonElement element, int index)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                Fail($"lần dừng thứ {index + 1} phải là một đối tượng");
                return default;
            }

            var members = new Members(element, ["from", "to", "mode"]);
            var from = members.Time("from", required: true);
            var to = members.Time("to");
            var mode = members.OneOf("mode", ["resume", "restart"], required: to is not null);
            if (members.Error is null && to < from)
            {
                members.Fail("“to” sớm hơn “from”");
            }

            if (members.Error is not null)
            {
                Fail($"lần dừng thứ {index + 1}: {members.Error}");
            }

            return new Stop(from ?? default, to, mode == "restart" ? SupplementPolicy.Restart : SupplementPolicy.Resume);
        }

        private string? Text(string name, bool required)
        {
            if (!owner.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                if (required)
                {
                    Fail($"thiếu “{name}”");
                }

                return null;
            }

            if (value.ValueKind == JsonValueKind.String)
            {
                return value.GetString();
            }

            Fail($"“{name}” phải là chữ");
            return null;
        }

        private void Fail(string error) => Error ??= error;
    }
}
