namespace MotCua.Web.Shell;

/// <summary>A text field with its label, hint and error, drawn by _Field; its id is its name with dots and brackets as underscores.</summary>
public sealed record FieldView(string Name, string Label, string? Value)
{
    public string? Hint { get; init; }

    public string? Placeholder { get; init; }

    public bool Numbers { get; init; }

    public int Longest { get; init; } = 300;

    /// <summary>More than one makes it a text area.</summary>
    public int Lines { get; init; } = 1;

    public string Id => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Name, "_");
}
