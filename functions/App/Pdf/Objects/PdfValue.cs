using System.Text;

namespace LearningSociety.App.Pdf.Objects;

/// <summary>A value of a PDF file (ISO 32000-1, 7.3).</summary>
internal abstract record PdfValue;

internal sealed record PdfNull : PdfValue
{
    public static PdfNull Instance { get; } = new();
}

internal sealed record PdfBoolean(bool Value) : PdfValue;

internal sealed record PdfNumber(double Value) : PdfValue
{
    /// <summary>The value as a whole number; null when it is none or out of range.</summary>
    public long? Whole => Value >= -9e15 && Value <= 9e15 && Math.Floor(Value) == Value ? (long)Value : null;
}

internal sealed record PdfName(string Value) : PdfValue;

internal sealed record PdfString(byte[] Bytes) : PdfValue
{
    /// <summary>A text string: UTF-16 or UTF-8 by its mark, otherwise Latin-1 (near enough to PDFDocEncoding for names).</summary>
    public string Text => Bytes switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(Bytes, 2, Bytes.Length - 2),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(Bytes, 3, Bytes.Length - 3),
        _ => Encoding.Latin1.GetString(Bytes),
    };
}

internal sealed record PdfReference(int Number, int Generation) : PdfValue;

/// <summary>A word that is no value: "obj", "R", "endstream", …; only the parser sees it.</summary>
internal sealed record PdfKeyword(string Word) : PdfValue;

internal sealed record PdfArray(List<PdfValue> Items) : PdfValue;

internal sealed record PdfDictionary(Dictionary<string, PdfValue> Entries) : PdfValue
{
    public PdfValue this[string key] => Entries.GetValueOrDefault(key, PdfNull.Instance);

    public bool Has(string key) => Entries.TryGetValue(key, out var value) && value is not PdfNull;
}

/// <summary>A stream; its bytes stand in the file from <paramref name="Start"/>, encoded as the dictionary says.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, int Start, int Length, int Number, int Generation, bool Ended) : PdfValue;
