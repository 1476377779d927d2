using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Scanning;

/// <summary>How a page's picture is kept in a PDF.</summary>
public enum Packed
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>Deflated samples.</summary>
    Flate,

    /// <summary>Bilevel, CCITT group 4.</summary>
    Group4,
}

/// <summary>A page as a machine gives it.</summary>
/// <param name="Picture">Its pixels; for <see cref="Packed.Group4"/> 0 is black and 255 white.</param>
/// <param name="Packing">How to keep it.</param>
/// <param name="JpegQuality">1 to 100.</param>
/// <param name="Width">Width of the page in points.</param>
/// <param name="Height">Height of the page in points.</param>
/// <param name="Rotate">The page's Rotate entry, in degrees.</param>
public sealed record ScannedPage(Picture Picture, Packed Packing, int JpegQuality, double Width, double Height, int Rotate = 0);

/// <summary>A way in which pages reach an office: a named recipe.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dpi">Resolution at which the page is drawn before it is worn; null for pages that stay digital.</param>
/// <param name="Colour">True for colour.</param>
/// <param name="Scan">The page, the other side of the sheet, chance of the machine, chance of the page.</param>
public sealed record Quality(string Name, int? Dpi, bool Colour, Func<Picture, Picture, Dice, Dice, ScannedPage> Scan)
{
    /// <summary>All recipes.</summary>
    public static IReadOnlyList<Quality> All { get; } = Recipes.All;

    /// <summary>True for pages that are no pictures.</summary>
    public bool IsDigital => Dpi is null;
}
