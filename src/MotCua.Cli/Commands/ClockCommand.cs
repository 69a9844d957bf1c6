using System.CommandLine;
using System.Text;
using MotCua.Calendar;
using MotCua.Database;
using MotCua.Foundation;
using MotCua.Organization.Calendars;

namespace MotCua.Cli.Commands;

/// <summary>motcua clock --batch FILE: one case a line in, one answer a line out. Wrong lines are answered too, so the exit code is 0.</summary>
internal static class ClockCommand
{
    private const int ProgressEvery = 100_000;

    public static Command Create(CliContext context)
    {
        var batch = new Option<FileInfo>("--batch") { Description = "Tệp ndjson, mỗi dòng một trường hợp", Required = true };
        var command = new Command("clock", "Tính hạn và kết luận đúng hạn, trễ hạn cho từng dòng") { batch };
        command.SetAction((parsed, ct) => RunAsync(context, parsed.GetRequiredValue(batch), ct));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, FileInfo file, CancellationToken ct)
    {
        await using var stream = CliContext.Open(file);
        var clock = new DeadlineClock(await CalendarAsync(context, ct), OfficeHours.Default);
        var now = context.Clock.Now().Instant;
        var number = 0;
        foreach (var (bytes, tooLong) in ImportFile.RawLines(stream))
        {
            ct.ThrowIfCancellationRequested();
            number++;
            var line = WithoutMarks(bytes, first: number == 1);
            if (number == 1 && line.IsEmpty && bytes.Length > 0 && stream.Position == bytes.Length)
            {
                // Nothing but a byte-order mark: no line at all.
                break;
            }

            await context.Output.WriteLineAsync(tooLong ? ClockBatch.TooLong : ClockBatch.Answer(line, now, clock));
            if (number % ProgressEvery == 0)
            {
                await context.Errors.WriteLineAsync($"Đã tính {Vietnamese.Number(number)} dòng");
            }
        }

        return 0;
    }

    /// <summary>The imported calendar, if there is a database to hold one; the built-in calendar needs none.</summary>
    private static async Task<WorkingCalendar> CalendarAsync(CliContext context, CancellationToken ct)
    {
        if (context.Database.Server is null && !PrivateCluster.Exists(context.Database))
        {
            return WorkingCalendar.BuiltIn;
        }

        SqlTypes.Register();
        await using var open = await MotCuaDatabase.OpenAsync(context.Database, context.Clock, ct);
        await using var connection = await open.DataSource.OpenConnectionAsync(ct);
        return await ImportedCalendar.LoadAsync(connection, ct);
    }

    private static ReadOnlyMemory<byte> WithoutMarks(byte[] bytes, bool first)
    {
        var line = bytes.AsMemory();
        if (first && line.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            line = line[Encoding.UTF8.Preamble.Length..];
        }

        return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
    }
}
