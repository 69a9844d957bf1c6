using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MotCua.Database;

/// <summary>
/// Who runs PostgreSQL. It refuses root, so a program started by root runs it as the account "postgres" (or "nobody")
/// and gives it the data folder; everybody else runs it himself.
/// </summary>
internal sealed class PostgresAccount
{
    private const int DacOverride = 1;
    private const int DacReadSearch = 2;

    private readonly string[] prefix;
    private readonly (uint User, uint Group)? owner;

    private PostgresAccount(string[] prefix, (uint User, uint Group)? owner)
    {
        this.prefix = prefix;
        this.owner = owner;
    }

    public static PostgresAccount For(string folder)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new PostgresAccount([], null);
        }

        var (name, user, group) = Find("postgres") ?? Find("nobody") ?? throw DatabaseErrors.Unreachable(folder);
        List<string> prefix = ["setpriv", $"--reuid={name}", $"--regid={group}", "--init-groups"];
        if (!EveryoneReaches(folder))
        {
            // The home lies under a closed folder such as /root or a temporary one: the server gets the one right to pass through.
            var right = Has(DacReadSearch) ? "dac_read_search" : Has(DacOverride) ? "dac_override" : throw DatabaseErrors.Unreachable(folder);
            prefix.AddRange([$"--inh-caps=+{right}", $"--ambient-caps=+{right}"]);
        }

        return new PostgresAccount([.. prefix, "--"], (user, group));
    }

    /// <summary>Gives a file or folder to the account that runs PostgreSQL.</summary>
    public void Give(string path)
    {
        if (owner is { } to && Chown(path, to.User, to.Group) != 0)
        {
            throw DatabaseErrors.NotWritable(path, new IOException($"chown: error {Marshal.GetLastPInvokeError()}"));
        }
    }

    public async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> command, CancellationToken ct)
    {
        string[] all = [.. prefix, .. command];
        var start = new ProcessStartInfo(all[0], all.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Asks a server process to end at once but cleanly ("fast": open sessions are rolled back).</summary>
    public static void Interrupt(int pid) => _ = Kill(pid, 2);

    private static (string Name, uint User, uint Group)? Find(string name)
    {
        var fields = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(f => f.Length > 3 && f[0] == name);
        return fields is null ? null : (name, uint.Parse(fields[2]), uint.Parse(fields[3]));
    }

    private static bool EveryoneReaches(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (at.Exists && !File.GetUnixFileMode(at.FullName).HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(int capability)
    {
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("CapPrm:", StringComparison.Ordinal));
        return line is not null && (Convert.ToUInt64(line[7..].Trim(), 16) >> capability & 1) == 1;
    }

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Chown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
