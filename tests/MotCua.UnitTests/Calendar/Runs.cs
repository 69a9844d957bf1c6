using FsCheck;

namespace MotCua.UnitTests.Calendar;

/// <summary>How often a property is tried: a twentieth under a mutation test, which runs it once for each of hundreds of mutants.</summary>
internal static class Runs
{
    private static readonly bool Few = Environment.GetEnvironmentVariable("MOTCUA_FEW_RUNS") == "1";

    public static Config Of(int count) => Config.QuickThrowOnFailure.WithMaxTest(Share(count));

    /// <summary>Of what a full run counts, what this run may be expected to count.</summary>
    public static int Share(int whole) => Few ? Math.Max(100, whole / 20) : whole;
}
