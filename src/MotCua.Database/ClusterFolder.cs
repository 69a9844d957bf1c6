using System.Security.Cryptography;
using System.Text.Json;

namespace MotCua.Database;

/// <summary>What lies in MOTCUA_HOME: the data folder, the port and password, and two lock files.</summary>
internal sealed class ClusterFolder
{
    private const string Marker = "motcua-home.txt";

    private ClusterFolder(string home) => Home = home;

    public string Home { get; }

    public string Data => Path.Combine(Home, "database");

    /// <summary>initdb works here; renamed to <see cref="Data"/> when it is whole.</summary>
    public string NewData => Path.Combine(Home, "database.new");

    public string Log => Path.Combine(Data, "server.log");

    /// <summary>Held while a program starts or stops the cluster.</summary>
    public string StartLock => Path.Combine(Home, "database.lock");

    /// <summary>Held, shared, by every program that uses the cluster.</summary>
    public string UsersLock => Path.Combine(Home, "database.users");

    public string AccessFile => Path.Combine(Home, "database.json");

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>The folder, made when it is not there.</summary>
    public static ClusterFolder Open(string home)
    {
        home = Path.GetFullPath(home);
        if (home.AsSpan().ContainsAny("\"$`\\\n"))
        {
            throw DatabaseErrors.OddPath(home);
        }

        try
        {
            if (!Directory.Exists(home))
            {
                // Others may pass through but not look: the server's account must reach the data folder inside.
                Directory.CreateDirectory(home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                    | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            }

            var marker = Path.Combine(home, Marker);
            if (!File.Exists(marker) && (!Directory.EnumerateFileSystemEntries(home).Any() || Directory.Exists(Path.Combine(home, "database"))))
            {
                File.WriteAllText(marker, "This folder belongs to MotCua: database, uploaded files and keys. Back it up with ./motcua backup.\n");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DatabaseErrors.NotWritable(home, e);
        }

        return new ClusterFolder(home);
    }

    /// <summary>The PostgreSQL version that wrote the data, or null when there are none yet.</summary>
    public int? DataMajor()
    {
        var file = Path.Combine(Data, "PG_VERSION");
        if (File.Exists(file))
        {
            return int.TryParse(File.ReadAllText(file).Trim(), out var major) ? major : throw DatabaseErrors.NotACluster(Data);
        }

        return File.Exists(Data) || (Directory.Exists(Data) && Directory.EnumerateFileSystemEntries(Data).Any())
            ? throw DatabaseErrors.NotACluster(Data)
            : null;
    }

    public ClusterAccess NewAccess()
    {
        var access = new ClusterAccess(0, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        Save(access);
        return access;
    }

    public ClusterAccess LoadAccess()
    {
        try
        {
            return JsonSerializer.Deserialize<ClusterAccess>(File.ReadAllText(AccessFile)) is { Password.Length: > 0 } access
                ? access
                : throw DatabaseErrors.PasswordLost(AccessFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw DatabaseErrors.PasswordLost(AccessFile);
        }
    }

    public void Save(ClusterAccess access)
    {
        var temporary = AccessFile + ".new";
        File.Delete(temporary);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(temporary, options))
        {
            JsonSerializer.Serialize(file, access);
        }

        File.Move(temporary, AccessFile, overwrite: true);
    }

    /// <summary>The server that runs on the data folder now; a pid file left behind by a dead one is removed.</summary>
    public (int Pid, int Port)? Running()
    {
        if (!File.Exists(PidFile))
        {
            return null;
        }

        var lines = File.ReadAllLines(PidFile);
        if (lines.Length < 4 || !int.TryParse(lines[0], out var pid) || !int.TryParse(lines[3], out var port))
        {
            return null;
        }

        if (IsServer(pid))
        {
            return (pid, port);
        }

        // After a restart of the machine the number may belong to another process, and PostgreSQL would refuse to start.
        File.Delete(PidFile);
        return null;
    }

    public bool IsServer(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Contains(Data, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public string LastWords()
    {
        try
        {
            return string.Join(Environment.NewLine, File.ReadAllLines(Log).TakeLast(12));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>Empties the home, if this program made it.</summary>
    public void Empty()
    {
        if (!File.Exists(Path.Combine(Home, Marker)))
        {
            throw DatabaseErrors.NotOurs(Home);
        }

        foreach (var folder in Directory.GetDirectories(Home))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in Directory.GetFiles(Home).Where(f => Path.GetFileName(f) != Marker))
        {
            File.Delete(file);
        }
    }
}

internal sealed record ClusterAccess(int Port, string Password);
