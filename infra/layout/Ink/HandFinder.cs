using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>Finds strokes of a hand among what is no print: larger than letters, thin for their size, not at the paper's edge, in no table.</summary>
public static class HandFinder
{
    /// <summary>Dark strokes.</summary>
    /// <param name="image">Ink without print, rules and black seals.</param>
    /// <param name="dpi">About 100.</param>
    /// <param name="seals">Seals; beside one, smaller strokes count.</param>
    /// <param name="tables">Tables, where nobody signs.</param>
    public static IEnumerable<Rect> Strokes(BinaryImage image, double dpi, IReadOnlyList<Rect> seals, IReadOnlyList<Rect> tables)
    {
        foreach (var blob in Blobs(image))
        {
            var box = blob.Box;
            double large = Math.Max(box.Width, box.Height) / dpi, small = Math.Min(box.Width, box.Height) / dpi;
            if (AtEdge(box, image, dpi) || tables.Any(t => t.Contains(box.CentreX, box.CentreY))) continue;
            if (blob.Pixels > 0.45 * box.Width * box.Height || large > 4.5) continue;
            if (seals.Any(s => InDisc(s, box))) continue;
            var bySeal = seals.Any(s => s.Grow(0.5 * s.Width).Contains(box.CentreX, box.CentreY));
            if ((large >= 0.45 && small >= 0.2) || (bySeal && large >= 0.28 && small >= 0.07)) yield return box;
        }
    }

    /// <summary>Blue strokes; blue print is smaller.</summary>
    public static IEnumerable<Rect> BlueStrokes(BinaryImage blue, double dpi) =>
        from blob in Blobs(blue)
        let large = Math.Max(blob.Box.Width, blob.Box.Height) / dpi
        where large >= 0.3 && large < 4.5 && Math.Min(blob.Box.Width, blob.Box.Height) >= 0.08 * dpi
            && blob.Pixels < 0.5 * blob.Box.Width * blob.Box.Height && !AtEdge(blob.Box, blue, dpi)
        select blob.Box;

    /// <summary>Boxes nearer than the distance become one.</summary>
    public static IReadOnlyList<Rect> Joined(IEnumerable<Rect> boxes, double near)
    {
        var joined = new List<Rect>();
        foreach (var box in boxes)
        {
            var whole = box;
            for (var i = 0; i < joined.Count;)
            {
                if (joined[i].Grow(near).SharedArea(whole) > 0)
                {
                    whole = whole.Union(joined[i]);
                    joined.RemoveAt(i);
                    i = 0;
                }
                else i++;
            }

            joined.Add(whole);
        }

        return joined;
    }

    private static List<InkBlob> Blobs(BinaryImage image)
    {
        var grey = new GrayImage(image.Width, image.Height, Array.ConvertAll(image.Ink, i => i == 0 ? byte.MaxValue : (byte)0));
        return InkBlobs.In(grey, new(0, 0, image.Width, image.Height), 128);
    }

    /// <summary>What hangs about a seal's ring is the seal.</summary>
    private static bool InDisc(Rect seal, Rect box)
    {
        double x = box.CentreX - seal.CentreX, y = box.CentreY - seal.CentreY, radius = 0.5 * seal.Width;
        return Math.Sqrt(x * x + y * y) < 1.05 * radius && Math.Max(box.Width, box.Height) < 0.7 * radius;
    }

    private static bool AtEdge(Rect box, BinaryImage image, double dpi) =>
        box.Left < 0.06 * dpi || box.Top < 0.06 * dpi || box.Right > image.Width - 0.06 * dpi || box.Bottom > image.Height - 0.06 * dpi;
}
