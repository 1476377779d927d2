using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Pdf;

/// <summary>Follows the drawing of a page as far as needed to say that it shows one picture and nothing else.</summary>
internal sealed class PageDrawing(PdfFile file, Rect within) : PageContent(file)
{
    private readonly PdfFile file = file;
    private bool painted;

    /// <summary>The picture that was drawn.</summary>
    public PdfStream? Picture { get; private set; }

    /// <summary>Where: from the unit square to the page.</summary>
    public Affine Placement { get; private set; } = Affine.Same;

    /// <inheritdoc/>
    protected override bool Paint(bool fill, bool stroke, bool evenOdd) => Paint();

    /// <inheritdoc/>
    protected override bool Write() => Paint();

    /// <inheritdoc/>
    protected override bool Shade() => Paint();

    /// <inheritdoc/>
    protected override bool Show(PdfStream picture)
    {
        var clipped = Now.OddClip || (Now.Clip is { } clip && !(clip.Left <= within.Left && clip.Top <= within.Top && clip.Right >= within.Right && clip.Bottom >= within.Bottom));
        if (Picture is not null || clipped || !Now.Plain) return false;
        if (picture.Dictionary.ContainsKey("SMask") || picture.Dictionary.ContainsKey("Mask")) return false;
        if (file.Get(picture.Dictionary, "ImageMask") is true && (painted || Now.Fill.Light is not 0.0)) return false;
        (Picture, Placement) = (picture, Now.Matrix);
        return true;
    }

    /// <summary>What is painted before the picture lies under it; what comes after it shows.</summary>
    private bool Paint()
    {
        painted = true;
        return Picture is null;
    }
}
