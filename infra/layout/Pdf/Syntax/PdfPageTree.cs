using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Pdf.Syntax;

/// <summary>A page as its dictionary describes it.</summary>
/// <param name="Dictionary">Its own entries.</param>
/// <param name="Resources">Its resources, its own or inherited.</param>
/// <param name="Box">What of it is displayed, points of the page, y upwards (Top is the larger y).</param>
/// <param name="Quarters">Clockwise quarter turns for display, 0 to 3.</param>
public sealed record PdfPage(PdfDictionary Dictionary, PdfDictionary Resources, Rect Box, int Quarters);

/// <summary>Walks the page tree.</summary>
public static class PdfPageTree
{
    private const int Deepest = 30, MostNodes = 20_000;

    /// <summary>The first pages of a file; null where a page is not understood. Empty when the tree is damaged.</summary>
    public static IReadOnlyList<PdfPage?> Read(PdfFile file, int most)
    {
        var pages = new List<PdfPage?>();
        var nodes = 0;
        return file.Root is { } root && Walk(file.Get(root, "Pages"), new(), 0) ? pages : [];

        bool Walk(object? node, PdfDictionary inherited, int depth)
        {
            if (depth > Deepest || ++nodes > MostNodes || file.Resolve(node) is not PdfDictionary dictionary) return false;
            var known = new PdfDictionary();
            foreach (var name in new[] { "Resources", "MediaBox", "CropBox", "Rotate" })
                if ((dictionary.GetValueOrDefault(name) ?? inherited.GetValueOrDefault(name)) is { } value) known[name] = value;
            if (file.Get(dictionary, "Kids") is List<object?> kids)
            {
                foreach (var kid in kids)
                {
                    if (pages.Count >= most) return true;
                    if (!Walk(kid, known, depth + 1)) return false;
                }

                return true;
            }

            pages.Add(Page(file, dictionary, known));
            return true;
        }
    }

    private static PdfPage? Page(PdfFile file, PdfDictionary dictionary, PdfDictionary known)
    {
        if (Box(file, known, "MediaBox") is not { } box || file.Get(known, "Resources") is not PdfDictionary resources) return null;
        if (dictionary.ContainsKey("UserUnit")) return null;
        if (known.ContainsKey("CropBox"))
        {
            if (Box(file, known, "CropBox") is not { } crop) return null;
            box = new(Math.Max(box.Left, crop.Left), Math.Max(box.Top, crop.Top), Math.Min(box.Right, crop.Right), Math.Min(box.Bottom, crop.Bottom));
        }

        var turn = file.Get(known, "Rotate") switch { null => 0, double angle when angle % 90 == 0 => (int)angle, _ => -1 };
        return turn % 90 != 0 || box.Width < 9 || box.Height < 9 ? null : new(dictionary, resources, box, ((turn / 90) % 4 + 4) % 4);
    }

    /// <summary>A box with its corners in order: Left and Top hold the smaller coordinates.</summary>
    private static Rect? Box(PdfFile file, PdfDictionary dictionary, string name) => file.Numbers(dictionary, name, 4) is [var a, var b, var c, var d]
        ? new(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d)) : null;
}
