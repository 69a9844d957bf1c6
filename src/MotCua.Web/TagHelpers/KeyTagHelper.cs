using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.TagHelpers;

/// <summary>A button or link answers to a key: <c>mc-key="T"</c> sets data-key for desk.js, aria-keyshortcuts, and shows the key.</summary>
[HtmlTargetElement("a", Attributes = "mc-key")]
[HtmlTargetElement("button", Attributes = "mc-key")]
[HtmlTargetElement("summary", Attributes = "mc-key")]
public sealed class KeyTagHelper : TagHelper
{
    [HtmlAttributeName("mc-key")]
    public required string Key { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-key", Key);
        output.Attributes.SetAttribute("aria-keyshortcuts", Key.Replace("Ctrl", "Control", StringComparison.Ordinal));
        output.PostContent.AppendHtml(" <kbd aria-hidden=\"true\">").Append(Key).AppendHtml("</kbd>");
    }
}
