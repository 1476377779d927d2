namespace LearningSociety.App.Pdf;

/// <summary>Caps that keep a hostile file from using up the process. All work is iterative: depth is counted, never recursed.</summary>
public sealed record PdfLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static PdfLimits Standard { get; } = new();

    /// <summary>Deepest nesting of arrays and dictionaries; default 100.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Most values parsed from one file; default 3,000,000.</summary>
    public int MaxValues { get; init; } = 3_000_000;

    /// <summary>Most objects a file may declare; default 1,000,000.</summary>
    public int MaxObjects { get; init; } = 1_000_000;

    /// <summary>Most bytes inflated from all streams of a file together; default 256 MiB.</summary>
    public long MaxInflatedBytes { get; init; } = 256L << 20;

    /// <summary>Most pages counted; default 100,000.</summary>
    public int MaxPages { get; init; } = 100_000;

    /// <summary>Most digital signatures read; default 64.</summary>
    public int MaxSignatures { get; init; } = 64;
}

/// <summary>A fault of the file that ends reading. Caught where reading begins, never seen outside this folder.</summary>
internal sealed class PdfFaultException(string message) : Exception(message);
