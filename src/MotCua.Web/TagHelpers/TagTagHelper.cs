using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Web.Shell;

namespace MotCua.Web.TagHelpers;

/// <summary>
/// A status: <c>&lt;mc-tag status="InProcess" /&gt;</c>, with <c>citizen="true"</c> in citizens' words and <c>where</c> the agency of InterAgency.
/// Or a fact beside it: <c>&lt;mc-tag look="late" icon="mail"&gt;Chưa xin lỗi&lt;/mc-tag&gt;</c>; look is info, ok, soon, late, pause or none.
/// </summary>
[HtmlTargetElement("mc-tag")]
public sealed class TagTagHelper(IFileVersionProvider versions, Text t) : TagHelper
{
    public object? Status { get; set; }

    public bool Citizen { get; set; }

    public string? Where { get; set; }

    public string Look { get; set; } = "";

    public string? Icon { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tag = Status is null ? null : StatusTag.Of(Status.ToString()!);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var look = tag?.Look ?? Look;
        output.Attributes.SetAttribute("class", look.Length == 0 ? "mc-tag" : $"mc-tag mc-{look}");
        if ((tag?.Icon ?? Icon) is { } icon)
        {
            output.PreContent.SetHtmlContent(IconTagHelper.Svg(versions, ViewContext, icon));
        }

        if (tag is null)
        {
            output.Content.SetHtmlContent(await output.GetChildContentAsync());
        }
        else
        {
            output.Content.SetContent(Citizen ? t[tag.Citizens, Where ?? ""] : t[tag.Officers]);
        }
    }
}
