using System.Globalization;
using System.Runtime.InteropServices;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Native;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ocr;

/// <summary>How Tesseract cuts a picture into text (its page segmentation modes).</summary>
public enum TextShape
{
    /// <summary>One line.</summary>
    Line = 7,

    /// <summary>One character.</summary>
    Character = 10,
}

/// <summary>A recognised word with its characters' boxes, so that it can be cut at a table border.</summary>
public sealed record OcrWord(string Text, double Confidence, Rect Box, IReadOnlyList<(string Text, Rect Box)> Symbols);

/// <summary>One Tesseract engine for Vietnamese. Not for two threads at once.</summary>
public sealed unsafe class OcrEngine : IDisposable
{
    private readonly TesseractHandle engine;

    private OcrEngine(TesseractHandle engine) => this.engine = engine;

    /// <summary>Starts an engine (about 60 ms, 90 MB).</summary>
    /// <exception cref="InvalidOperationException">The language data is not installed.</exception>
    public static OcrEngine Start()
    {
        var handle = TesseractHandle.Create();
        if (Tesseract.Init(handle, null, "vie") != 0)
        {
            handle.Dispose();
            throw new InvalidOperationException("Tesseract has no Vietnamese language data. Install the package tesseract-ocr-vie.");
        }

        // Orientation is settled before; the engine's own image thresholding is enough on a normalised background.
        Tesseract.SetVariable(handle, "tessedit_do_invert", "0");
        return new(handle);
    }

    /// <summary>Reads lines of words from a grey picture.</summary>
    /// <param name="image">Text upright.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="shape">How the text lies.</param>
    /// <param name="limit">Recognition stops after this time with what it has.</param>
    /// <param name="digits">Whether only digits can be there.</param>
    public IReadOnlyList<IReadOnlyList<OcrWord>> Read(GrayImage image, double dpi, TextShape shape, TimeSpan limit, bool digits = false)
    {
        Tesseract.SetVariable(engine, "tessedit_char_whitelist", digits ? "0123456789" : "");
        Tesseract.SetPageSegMode(engine, (int)shape);
        Tesseract.SetVariable(engine, "user_defined_dpi", ((int)dpi).ToString(CultureInfo.InvariantCulture));
        fixed (byte* pixels = image.Pixels)
        {
            Tesseract.SetImage(engine, pixels, image.Width, image.Height, 1, image.Width);
            var monitor = Tesseract.CreateMonitor();
            try
            {
                Tesseract.SetDeadline(monitor, (int)limit.TotalMilliseconds);
                if (Tesseract.Recognize(engine, monitor) != 0) return [];
                return Collect();
            }
            finally
            {
                Tesseract.DeleteMonitor(monitor);
                Tesseract.Clear(engine);
            }
        }
    }

    private List<IReadOnlyList<OcrWord>> Collect()
    {
        var lines = new List<IReadOnlyList<OcrWord>>();
        var line = new List<OcrWord>();
        var symbols = new List<(string, Rect)>();
        var iterator = Tesseract.GetIterator(engine);
        if (iterator == 0) return lines;
        try
        {
            var (text, confidence, box) = ("", 0.0, default(Rect));
            do
            {
                if (Tesseract.IsAtBeginningOf(iterator, Tesseract.TextLine) != 0)
                {
                    EndWord();
                    if (line.Count > 0) lines.Add(line);
                    line = [];
                }

                if (Tesseract.IsAtBeginningOf(iterator, Tesseract.Word) != 0)
                {
                    EndWord();
                    text = Text(iterator, Tesseract.Word);
                    confidence = Math.Clamp(Tesseract.Confidence(iterator, Tesseract.Word) / 100, 0, 1);
                    box = Box(iterator, Tesseract.Word);
                }

                symbols.Add((Text(iterator, Tesseract.Symbol), Box(iterator, Tesseract.Symbol)));
            }
            while (Tesseract.Next(iterator, Tesseract.Symbol) != 0);

            EndWord();
            if (line.Count > 0) lines.Add(line);

            void EndWord()
            {
                if (text.Length > 0) line.Add(new(text, confidence, box, symbols));
                symbols = [];
                text = "";
            }
        }
        finally
        {
            Tesseract.DeleteIterator(iterator);
        }

        return lines;
    }

    private static string Text(nint iterator, int level)
    {
        var text = Tesseract.GetText(iterator, level);
        if (text == 0) return "";
        try
        {
            return (Marshal.PtrToStringUTF8(text) ?? "").Trim();
        }
        finally
        {
            Tesseract.DeleteText(text);
        }
    }

    private static Rect Box(nint iterator, int level) =>
        Tesseract.BoundingBox(iterator, level, out var left, out var top, out var right, out var bottom) != 0
            ? new(left, top, right, bottom)
            : default;

    /// <summary>Ends the engine.</summary>
    public void Dispose() => engine.Dispose();
}
