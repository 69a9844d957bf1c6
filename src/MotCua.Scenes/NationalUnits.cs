namespace MotCua.Scenes;

/// <summary>The 34 provinces and 3,321 communes since 1/7/2025, as a file for ImportAgencies (AgencyFileShape.National).</summary>
public static class NationalUnits
{
    public const string File = "administrative-units.csv";

    public static Stream Open() => typeof(NationalUnits).Assembly.GetManifestResourceStream(File)!;
}
