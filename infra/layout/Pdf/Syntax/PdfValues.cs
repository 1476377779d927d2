namespace LearningSociety.Layout.Pdf.Syntax;

/// <summary>A name, without its slash.</summary>
public sealed record PdfName(string Text);

/// <summary>A reference to an object of the file.</summary>
public sealed record PdfReference(int Number, int Generation);

/// <summary>A bare word: an operator of a content stream, or <c>obj</c>, <c>stream</c> and the like.</summary>
public sealed record PdfKeyword(string Text);

/// <summary>A string; its bytes are of no interest here.</summary>
public sealed record PdfText
{
    /// <summary>Every string.</summary>
    public static readonly PdfText Any = new();
}

/// <summary>A dictionary: names to values as they stand in the file (null, bool, double, or one of the types beside this one).</summary>
public sealed class PdfDictionary : Dictionary<string, object?>;

/// <summary>A stream: its dictionary and where its bytes begin in the file.</summary>
public sealed record PdfStream(PdfDictionary Dictionary, int Start);
