using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Frame = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace MotCua.Documents;

/// <summary>A square picture in the line of text.</summary>
internal static class DocxPicture
{
    /// <summary>English Metric Units in a millimetre.</summary>
    private const long EmuAMillimetre = 36_000;

    public static Drawing Of(string relationship, uint number, string description, decimal millimetres)
    {
        var side = (long)(millimetres * EmuAMillimetre);
        var name = $"QR {number}";
        var picture = new Pic.Picture(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = number, Name = name, Description = description },
                new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = relationship }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = side, Cy = side }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        return new Drawing(new Frame.Inline(
            new Frame.Extent { Cx = side, Cy = side },
            new Frame.DocProperties { Id = number, Name = name, Description = description },
            new Frame.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });
    }
}
