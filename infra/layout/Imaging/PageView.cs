using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>A page with even light and without what is not its own, and the pieces of ink seen on it at about 100 dpi.</summary>
/// <param name="Image">The page, its paper at <see cref="Background.Paper"/>; not turned.</param>
/// <param name="InkLevel">What is darker in the image is ink.</param>
/// <param name="Small">The same at about 100 dpi.</param>
/// <param name="Factor">How many times smaller.</param>
/// <param name="Dpi">Pixels an inch of the small picture.</param>
/// <param name="Pieces">The connected pieces of ink of the small picture that may be letters.</param>
/// <param name="Contrast">How much darker than paper its darkest ink is in the small picture, 0 to 235.</param>
public sealed record PageView(GrayImage Image, int InkLevel, GrayImage Small, int Factor, double Dpi, IReadOnlyList<Component> Pieces, int Contrast)
{
    /// <summary>The grain of paper is less dark.</summary>
    private const int LeastContrast = 22;

    /// <summary>Print is darker than this, unless it is very pale; what shines through from the back is paler.</summary>
    private const int PlainContrast = 110;

    /// <summary>Ink paler than this is only taken for print when it reads plainly.</summary>
    private const int VeryFaint = 60;

    /// <summary>No print covers this share of a page; noise does.</summary>
    private const double MostInk = 0.4;

    /// <summary>Whether its ink may be no ink of this page but print on its back that shines through.</summary>
    public bool IsFaint => Pieces.Count > 0 && Contrast < PlainContrast;

    /// <summary>Whether its ink is hardly darker than paper.</summary>
    public bool IsVeryFaint => IsFaint && Contrast < VeryFaint;

    /// <summary>The page without anything on it.</summary>
    public PageView Blank() => this with { Image = Image with { Pixels = Array.ConvertAll(Image.Pixels, _ => (byte)Background.Paper) }, InkLevel = Background.CleanInk, Pieces = [] };

    /// <summary>Looks at a page.</summary>
    public static PageView Of(Sheet sheet)
    {
        var light = sheet.Light;
        GrayImage image = light.Even(sheet.Image), small = light.SmallEven();
        if (PageEdges.Of(light, small, sheet.IsCut) is { } edges)
        {
            Whiten(image, edges, light.Factor);
            Whiten(small, edges, 1);
        }

        var level = Background.InkLevel(small, light.Dpi);
        var contrast = Background.Paper - Background.Darkest(small, light.Dpi);
        var ink = small.Darker((level + Background.Paper) / 2);
        if (contrast < LeastContrast || ink.Ink.AsSpan().Count((byte)1) > MostInk * ink.Ink.Length)
            return new(image, Background.CleanInk, small, light.Factor, light.Dpi, [], contrast);
        var pieces = Components.Of(ink).Where(p => TextDirection.IsText(p, light.Dpi)).ToList();
        return new(image, Background.InkLevel(image, light.Dpi * light.Factor), small, light.Factor, light.Dpi, pieces, contrast);
    }

    /// <summary>The page with parts made paper, marked in the size of the small picture.</summary>
    public PageView Without(BinaryImage parts)
    {
        var (image, small) = (Image with { Pixels = [.. Image.Pixels] }, Small with { Pixels = [.. Small.Pixels] });
        Whiten(image, parts, Factor);
        Whiten(small, parts, 1);
        return this with { Image = image, Small = small };
    }

    /// <summary>The lines of text when the page is turned clockwise by quarters; in the frame of the small picture so turned.</summary>
    public IReadOnlyList<TextLine> Lines(int quarters, int least = 5) => TextLines.Of(Pieces.Select(p => quarters switch
    {
        1 => new LinePiece(Small.Height - p.Bottom, p.Left, Small.Height - p.Top, p.Right),
        2 => new LinePiece(Small.Width - p.Right, Small.Height - p.Bottom, Small.Width - p.Left, Small.Height - p.Top),
        3 => new LinePiece(p.Top, Small.Width - p.Right, p.Bottom, Small.Width - p.Left),
        _ => new LinePiece(p.Left, p.Top, p.Right, p.Bottom),
    }), Dpi, least);

    /// <summary>From the small picture turned clockwise by quarters to the image.</summary>
    public Affine ToImage(int quarters) => (Affine)Affine.Unquarter(Small.Width, Small.Height, quarters).Then(Affine.Scale(Factor, Factor));

    private static void Whiten(GrayImage image, BinaryImage mask, int factor)
    {
        for (var y = 0; y < mask.Height; y++)
        {
            var row = mask.Ink.AsSpan(y * mask.Width, mask.Width);
            for (var x = 0; InkRuns.Next(row, 1, 1, ref x, out var start);)
            {
                var bottom = y == mask.Height - 1 ? image.Height : (y + 1) * factor;
                var right = x == row.Length ? image.Width : x * factor;
                for (var line = y * factor; line < bottom; line++) image.Pixels.AsSpan(line * image.Width + start * factor, right - start * factor).Fill(Background.Paper);
            }
        }
    }
}
