using System.Globalization;
using System.Text;

namespace LearningSociety.Layout.Pdf;

/// <summary>A picture on a PDF page.</summary>
/// <param name="Page">1-based page.</param>
/// <param name="Index">Its number in pdfimages' list for the whole range.</param>
/// <param name="Kind">"image", "mask", "smask" or "stencil".</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="WidthOnPage">Inches.</param>
/// <param name="HeightOnPage">Inches.</param>
public sealed record PdfImage(int Page, int Index, string Kind, int Width, int Height, double WidthOnPage, double HeightOnPage);

/// <summary>The pictures on PDF pages.</summary>
public static class PdfImages
{
    /// <summary>Lists the pictures of a range of pages.</summary>
    public static IReadOnlyList<PdfImage> List(string path, int first, int last, TimeSpan limit)
    {
        var result = Tool.Run(
            "pdfimages", limit, "-list", "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture), path);
        var images = new List<PdfImage>();
        foreach (var line in Encoding.UTF8.GetString(result.Output).Split('\n').Skip(2))
        {
            // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 14) continue;
            if (Whole(parts[0]) is not { } page || Whole(parts[1]) is not { } index || Whole(parts[3]) is not { } width || Whole(parts[4]) is not { } height) continue;
            // An inline picture has "[inline]" in place of object and ID, one column less.
            var ppi = parts[10] == "[inline]" ? 11 : 12;
            if (Whole(parts[ppi]) is not (> 0 and var x) || Whole(parts[ppi + 1]) is not (> 0 and var y)) continue;
            images.Add(new(page, index, parts[2], width, height, (double)width / x, (double)height / y));
        }

        return images;
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
