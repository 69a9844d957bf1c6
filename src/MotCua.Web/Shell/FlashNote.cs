using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MotCua.Web.Shell;

/// <summary>
/// The note after a saved act: what was done, then one thing to do next. Kept over the redirect, shown once by the layout.
/// <c>TempData.Flash(T["Đã trình hồ sơ {0}", code], T["Thu lại"], "/…")</c>
/// </summary>
public static class FlashNote
{
    public const string Words = "flash", Link = "flash-link", LinkWords = "flash-link-words", Look = "flash-look";

    /// <summary>Nothing was done, and why: the same place, another look.</summary>
    public static void FlashRefusal(this ITempDataDictionary data, string words)
    {
        data.Flash(words);
        data[Look] = "soon";
    }

    public static void Flash(this ITempDataDictionary data, string words, string? linkWords = null, string? link = null)
    {
        data[Words] = words;
        data[LinkWords] = linkWords;
        data[Link] = link;
    }
}
