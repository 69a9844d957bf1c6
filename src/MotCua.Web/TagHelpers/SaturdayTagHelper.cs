using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.TagHelpers;

/// <summary>
/// On a Saturday on which the officer's desk is open: that it is, and from which day a receipt of today counts. Else nothing.
/// <c>&lt;mc-saturday /&gt;</c>
/// </summary>
[HtmlTargetElement("mc-saturday", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SaturdayTagHelper(IFileVersionProvider versions, OfficeClocks clocks, CurrentOfficer officer, TimeProvider clock, Text t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var now = clock.Now();
        var office = await clocks.CalendarAsync(officer.AgencyId, ViewContext.HttpContext.RequestAborted);
        if (office.DeskOn(now.Day) is not { } desk)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "mc-note");
        output.Content.AppendHtml(IconTagHelper.Svg(versions, ViewContext, "calendar-event"));
        output.Content.Append(" " + t[
            "Hôm nay một cửa mở thứ Bảy, {0}. Ngày này không tính vào hạn: hồ sơ nhận hôm nay tính như nhận đầu giờ {1}.",
            desk.Hours, Vietnamese.LongDate(office.Clock.StartDay(now.Instant))]);
    }
}
