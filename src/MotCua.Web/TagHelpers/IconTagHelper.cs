using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Web.Shell;

namespace MotCua.Web.TagHelpers;

/// <summary><c>&lt;mc-icon name="inbox" /&gt;</c>; with <c>label</c> when it stands alone and must be read aloud.</summary>
[HtmlTargetElement("mc-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(IFileVersionProvider versions) : TagHelper
{
    public required string Name { get; set; }

    public string? Class { get; set; }

    public string? Label { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Svg(versions, ViewContext, Name, Class, Label));
    }

    internal static IHtmlContentBuilder Svg(IFileVersionProvider versions, ViewContext view, string name, string? classes = null, string? label = null)
    {
        if (!IconSprite.Names.Contains(name))
        {
            throw new ArgumentException($"Icons/icons.txt has no icon {name}", nameof(name));
        }

        var href = versions.AddFileVersionToPath(view.HttpContext.Request.PathBase, IconSprite.Path) + "#i-" + name;
        var svg = new HtmlContentBuilder().AppendHtml("<svg class=\"icon");
        if (classes is not null)
        {
            svg.AppendHtml(" ").Append(classes);
        }

        svg = label is null
            ? svg.AppendHtml("\" aria-hidden=\"true\"")
            : svg.AppendHtml("\" role=\"img\" aria-label=\"").Append(label).AppendHtml("\"");
        return svg.AppendHtml("><use href=\"").AppendHtml(href).AppendHtml("\"/></svg>");
    }
}
