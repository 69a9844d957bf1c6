using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Web.Shell;

namespace MotCua.Web.TagHelpers;

/// <summary>The deadline ruler: <c>&lt;mc-ruler value="Model.Ruler" /&gt;</c>; content, if any, follows the line of text. Needs dossier.css.</summary>
[HtmlTargetElement("mc-ruler")]
public sealed class RulerTagHelper : TagHelper
{
    public required RulerView Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var after = await output.GetChildContentAsync();
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Value.Room switch { RulerRoom.Tight => "mc-ruler mc-tight", RulerRoom.None => "mc-ruler mc-mute", _ => "mc-ruler" });
        output.Attributes.SetAttribute("aria-label", Value.Name);
        for (var i = 0; i < Value.Cells.Count; i++)
        {
            Draw(output.Content, Value.Cells[i], RulerView.OpensLeft(i, Value.Cells.Count));
        }

        output.PostElement.AppendHtml("<p class=\"mc-sub mb-0\"><span class=\"d-lg-none\">").Append(Value.PhoneLine).AppendHtml(" </span>").Append(Value.Line).AppendHtml(" <span class=\"d-none d-lg-inline\">").Append(Value.Rest).AppendHtml("</span> ").AppendHtml(after).AppendHtml("</p>");
    }

    private static void Draw(TagHelperContent html, RulerCell cell, bool opensLeft)
    {
        html.AppendHtml(cell.Look.Length == 0 ? "<li>" : $"<li class=\"{cell.Look}\">").Append(cell.Text);
        html.AppendHtml("<i class=\"visually-hidden\"> ").Append(cell.Word).AppendHtml("</i>");
        Label(html, cell.Above, opensLeft ? " class=\"e\"" : "");
        Label(html, cell.Below, opensLeft ? " class=\"b e\"" : " class=\"b\"");
        html.AppendHtml("</li>");
    }

    private static void Label(TagHelperContent html, string? text, string attributes)
    {
        if (text is null)
        {
            return;
        }

        html.AppendHtml($"<span{attributes}>");
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            html.AppendHtml(i == 0 ? HtmlString.Empty : new HtmlString("<br>")).Append(lines[i]);
        }

        html.AppendHtml("</span>");
    }
}
