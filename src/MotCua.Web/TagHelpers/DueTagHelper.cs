using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Calendar;
using MotCua.Web.Shell;

namespace MotCua.Web.TagHelpers;

/// <summary>The due cell: <c>&lt;mc-due value="DueWords.Of(clock, state, now)" /&gt;</c>.</summary>
[HtmlTargetElement("mc-due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueTagHelper(IFileVersionProvider versions, Text t) : TagHelper
{
    public required DueText Value { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, look) = DueLook.Of(Value.Kind);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", look.Length == 0 ? "mc-due" : $"mc-due {look}");
        output.Content.AppendHtml(IconTagHelper.Svg(versions, ViewContext, icon));
        output.Content.AppendHtml("<span><b>").Append(t.Of(Value.Words)).AppendHtml("</b>");
        if (Value.Detail is { } detail)
        {
            // The space keeps the two apart where styles are off or a screen reader joins them.
            output.Content.AppendHtml(" <small>").Append(t.Of(detail)).AppendHtml("</small>");
        }

        output.Content.AppendHtml("</span>");
    }
}
