using LearningSociety.App.Pdf.Objects;

namespace LearningSociety.App.Pdf.Signatures;

/// <summary>The bytes a signature covers: two ranges around its own hex string.</summary>
/// <param name="GapStart">Where the hex string begins.</param>
/// <param name="GapEnd">Where the second range begins.</param>
/// <param name="End">Where the signed revision ends.</param>
internal sealed record SignatureRange(int GapStart, int GapEnd, int End)
{
    /// <summary>
    /// Reads the range. Null, with the reason, when it does not begin at the file's first byte, runs past the end, or
    /// leaves out anything but the signature itself: then something in the file could be changed unseen.
    /// </summary>
    public static (SignatureRange? Range, string Reason) Read(byte[] data, PdfFile file, PdfDictionary signature)
    {
        var numbers = file.Array(signature["ByteRange"]).Select(value => file.Resolve(value) as PdfNumber).Select(number => number?.Whole).ToList();
        if (numbers is not [0, { } first, { } second, { } length] || first <= 0 || second <= first || length < 0 || second + length > data.Length)
            return (null, "Phạm vi ký (ByteRange) không hợp lệ.");
        var gap = data.AsSpan((int)first, (int)(second - first)).Trim(" \r\n\t\0"u8);
        if (gap.Length < 2 || gap[0] != '<' || gap[^1] != '>' || gap[1..^1].IndexOfAnyExcept("0123456789abcdefABCDEF \r\n\t"u8) >= 0
            || file.Resolve(signature["Contents"]) is not PdfString contents || !PdfLexer.FromHex(gap[1..^1]).AsSpan().SequenceEqual(contents.Bytes))
            return (null, "Phần không được ký không trùng với chữ ký: có nội dung nằm ngoài phạm vi ký.");
        return (new((int)first, (int)second, (int)(second + length)), "");
    }

    /// <summary>The covered bytes.</summary>
    public byte[] Covered(byte[] data) => [.. data.AsSpan(0, GapStart), .. data.AsSpan(GapEnd, End - GapEnd)];

    /// <summary>True when nothing but white space follows.</summary>
    public bool IsWholeFile(byte[] data) => data.AsSpan(End).IndexOfAnyExcept(" \r\n\t\0"u8) < 0;
}
