namespace MotCua.Database;

/// <summary>One installed PostgreSQL: its folder of programs and its major version.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    public const int Oldest = 15;

    /// <summary>Debian and Ubuntu; Red Hat and its kin.</summary>
    private static readonly (string Parent, string Pattern)[] UsualPlaces = [("/usr/lib/postgresql", "*"), ("/usr", "pgsql-*")];

    private static string Install => Environment.IsPrivilegedProcess ? "apt-get install postgresql" : "sudo apt-get install postgresql";

    public string InitDb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>The newest installed version, or exactly the one that wrote the data.</summary>
    public static PostgresBinaries Find(DatabaseOptions options, string dataFolder, int? dataMajor)
    {
        var found = Installed(options.Binaries).Where(b => b.Major >= Oldest).OrderByDescending(b => b.Major).ToList();
        if (found.Count == 0)
        {
            throw DatabaseErrors.BinariesMissing(Install);
        }

        return dataMajor is not { } major
            ? found[0]
            : found.Find(b => b.Major == major)
                ?? throw DatabaseErrors.OtherMajor(dataFolder, major, string.Join(", ", found.Select(b => b.Major)));
    }

    private static IEnumerable<PostgresBinaries> Installed(string? named)
    {
        var folders = named is not null
            ? [named]
            : UsualPlaces.Where(p => Directory.Exists(p.Parent))
                .SelectMany(p => Directory.GetDirectories(p.Parent, p.Pattern))
                .Select(version => Path.Combine(version, "bin"));
        foreach (var folder in folders)
        {
            if (File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
            {
                yield return new PostgresBinaries(folder, MajorOf(folder));
            }
        }
    }

    /// <summary>The version is in the name of the folder above bin: 15, 16, pgsql-17; else the oldest is assumed.</summary>
    private static int MajorOf(string folder)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? "");
        return int.TryParse(name[(name.LastIndexOf('-') + 1)..], out var major) ? major : Oldest;
    }
}
