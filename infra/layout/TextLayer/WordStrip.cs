using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.TextLayer;

/// <summary>Words cut out of a page and set in one line of even height, so that they are recognised at once.</summary>
public sealed class WordStrip
{
    /// <summary>The strip's resolution: its letters are about as large as those of a page at this resolution.</summary>
    public const double Dpi = 200;

    private const int Height = 42, Border = 10, Gap = 26;

    private const int Dark = 100;

    private readonly IReadOnlyList<(int From, int To)> places;

    private WordStrip(GrayImage image, IReadOnlyList<(int, int)> places) => (Image, this.places) = (image, places);

    /// <summary>The strip.</summary>
    public GrayImage Image { get; }

    /// <summary>Cuts words out.</summary>
    public static WordStrip Of(GrayImage page, IReadOnlyList<FrameWord> words)
    {
        var cuts = words.Select(w => Cut(page, w.Box, Height)).ToList();
        var width = Border + cuts.Sum(c => c.Width + Gap);
        var pixels = new byte[width * (Height + 2 * Border)];
        Array.Fill(pixels, byte.MaxValue);
        var places = new List<(int, int)>();
        var at = Border;
        foreach (var cut in cuts)
        {
            for (var y = 0; y < cut.Height; y++) cut.Pixels.AsSpan(y * cut.Width, cut.Width).CopyTo(pixels.AsSpan((y + Border) * width + at));
            places.Add((at, at + cut.Width));
            at += cut.Width + Gap;
        }

        return new(new(width, Height + 2 * Border, pixels), places);
    }

    /// <summary>What was read of each word, by the places of the letters.</summary>
    public IReadOnlyList<string> Assign(IEnumerable<OcrWord> read)
    {
        var texts = places.Select(_ => "").ToArray();
        foreach (var (text, box) in read.SelectMany(w => w.Symbols).OrderBy(s => s.Box.Left))
            for (var i = 0; i < places.Count; i++)
                if (box.CentreX >= places[i].From - Gap / 2 && box.CentreX < places[i].To + Gap / 2) texts[i] += text;
        return texts;
    }

    /// <summary>A word, dark on light, at an even height.</summary>
    internal static GrayImage Cut(GrayImage page, Rect box, int high)
    {
        int left = Math.Max(0, (int)box.Left - 1), top = Math.Max(0, (int)box.Top), right = Math.Min(page.Width, (int)Math.Ceiling(box.Right) + 1), bottom = Math.Min(page.Height, (int)Math.Ceiling(box.Bottom));
        int width = Math.Max(1, right - left), height = Math.Max(1, bottom - top);
        var pixels = new byte[width * height];
        Array.Fill(pixels, byte.MaxValue);
        for (var y = 0; y < bottom - top; y++) page.Pixels.AsSpan((top + y) * page.Width + left, Math.Max(0, right - left)).CopyTo(pixels.AsSpan(y * width));
        // Light letters on a dark bar are read as dark ones on paper.
        if (pixels.Count(p => p < Dark) > pixels.Length / 2)
            for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(byte.MaxValue - pixels[i]);
        return Enlarge.To(new(width, height, pixels), Math.Max(1, width * high / height), high);
    }
}
