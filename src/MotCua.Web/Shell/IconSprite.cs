using System.Reflection;

namespace MotCua.Web.Shell;

/// <summary>The icons of the sprite, as Icons/icons.txt lists them; wwwroot/icons.svg is made from the same file.</summary>
public static class IconSprite
{
    public const string Path = "/icons.svg";

    public static readonly IReadOnlySet<string> Names = Load();

    private static HashSet<string> Load()
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("icons.txt")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }
}
