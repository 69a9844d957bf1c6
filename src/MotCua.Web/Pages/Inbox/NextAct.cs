using MotCua.Dossiers;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Inbox;

/// <summary>The one act that a row offers ("việc tiếp theo"); the dossier's page does it.</summary>
public static class NextAct
{
    private static readonly string
        See = Text.Key("Xem"),
        Take = Text.Key("Nhận việc"),
        Appraise = Text.Key("Thẩm định"),
        Record = Text.Key("Ghi kết quả"),
        Sign = Text.Key("Ký"),
        Supplement = Text.Key("Nhận bổ sung"),
        Return = Text.Key("Trả kết quả"),
        Answer = Text.Key("Ghi trả lời");

    /// <param name="row">The dossier.</param>
    /// <param name="mine">It is in the hands of the officer who looks.</param>
    public static string Of(InboxRow row, bool mine) => row.State switch
    {
        _ when row.LegNo is not null => Answer,
        var ready when ready.IsReady() => Return,
        DossierStatus.WaitingSupplement => Supplement,
        _ when row.HolderId is null => Take,
        _ when !mine => See,
        DossierStatus.Received or DossierStatus.InProcess => Appraise,
        DossierStatus.Verifying or DossierStatus.Consulting or DossierStatus.InterAgency or DossierStatus.Signed => Record,
        DossierStatus.ForSignature => Sign,
        _ => See,
    };
}
