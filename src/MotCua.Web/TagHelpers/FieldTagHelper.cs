using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Foundation;
using MotCua.Web.Shell;

namespace MotCua.Web.TagHelpers;

/// <summary>
/// A labelled field: label, hint, error, input, joined as assistive programs need them. What was typed stays after a refusal.
/// <c>&lt;mc-field name="Code" label="@T["Mã"]" value="@Model.Code" /&gt;</c>; with <c>options</c> it is a list to choose from.
/// </summary>
[HtmlTargetElement("mc-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(Text text) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public object? Value { get; set; }

    public string? Hint { get; set; }

    /// <summary>text, password, search, email, tel, textarea; a day is text, written as 23/11/2026.</summary>
    public string Type { get; set; } = "text";

    public bool Optional { get; set; }

    public IEnumerable<FieldOption>? Options { get; set; }

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public int? Maxlength { get; set; }

    public bool Autofocus { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(Name, "_");
        var entry = ViewContext.ViewData.ModelState.GetValueOrDefault(Name);
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage;
        var value = Type == "password" ? null : entry?.AttemptedValue ?? Shown(Value);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "mb-3" : "mb-3 mc-err");
        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Optional ? $"{Label} {text["(không bắt buộc)"]}" : Label);
        output.Content.AppendHtml(label);

        var described = new List<string>();
        if (Hint is not null)
        {
            output.Content.AppendHtml(Part("div", "form-hint mb-1", $"{id}-hint", Hint, described));
        }

        if (error is not null)
        {
            var message = Part("p", "mc-errmsg", $"{id}-error", error, described);
            output.Content.AppendHtml(message);
        }

        var input = Options is null ? Input(value) : Select(value);
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.MergeAttribute("autocomplete", Autocomplete);
        if (described.Count > 0)
        {
            input.Attributes["aria-describedby"] = string.Join(' ', described);
        }

        if (error is not null)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        if (Autofocus)
        {
            input.Attributes["autofocus"] = "autofocus";
        }

        output.Content.AppendHtml(input);
    }

    private static string? Shown(object? value) => value switch
    {
        null => null,
        DateOnly day => Vietnamese.Date(day),
        Enum member => member.ToString(),
        _ => value.ToString(),
    };

    private static TagBuilder Part(string tag, string css, string id, string words, List<string> described)
    {
        var part = new TagBuilder(tag);
        part.AddCssClass(css);
        part.Attributes["id"] = id;
        part.InnerHtml.Append(words);
        described.Add(id);
        return part;
    }

    private TagBuilder Input(string? value)
    {
        if (Type == "textarea")
        {
            var area = new TagBuilder("textarea");
            area.AddCssClass("form-control");
            area.Attributes["rows"] = "3";
            area.InnerHtml.Append(value ?? "");
            return area;
        }

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-control");
        input.Attributes["type"] = Type;
        input.MergeAttribute("value", value);
        input.MergeAttribute("inputmode", Inputmode);
        input.MergeAttribute("maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return input;
    }

    private TagBuilder Select(string? value)
    {
        var select = new TagBuilder("select");
        select.AddCssClass("form-select");
        foreach (var choice in Options!)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = choice.Value;
            if (choice.Value == (value ?? ""))
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(choice.Words);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }
}

/// <summary>One line of a list to choose from.</summary>
public sealed record FieldOption(string Value, string Words);
