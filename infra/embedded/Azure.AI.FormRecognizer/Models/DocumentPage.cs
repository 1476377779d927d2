// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A page.</summary>
public class DocumentPage
{
    internal DocumentPage(
        int pageNumber,
        float? angle,
        float? width,
        float? height,
        DocumentPageLengthUnit? unit,
        IReadOnlyList<DocumentSpan> spans,
        IReadOnlyList<DocumentWord> words,
        IReadOnlyList<DocumentSelectionMark> selectionMarks,
        IReadOnlyList<DocumentLine> lines,
        IReadOnlyList<DocumentBarcode> barcodes,
        IReadOnlyList<DocumentFormula> formulas)
    {
        PageNumber = pageNumber;
        Angle = angle;
        Width = width;
        Height = height;
        Unit = unit;
        Spans = spans ?? [];
        Words = words ?? [];
        SelectionMarks = selectionMarks ?? [];
        Lines = lines ?? [];
        Barcodes = barcodes ?? [];
        Formulas = formulas ?? [];
    }

    /// <summary>The page's number, from 1.</summary>
    public int PageNumber { get; }

    /// <summary>By how many degrees the text is turned clockwise, from -180 to 180; null when unknown.</summary>
    public float? Angle { get; }

    /// <summary>The width in <see cref="Unit"/>.</summary>
    public float? Width { get; }

    /// <summary>The height in <see cref="Unit"/>.</summary>
    public float? Height { get; }

    /// <summary>The unit of all measures on the page: inches for PDF, pixels for images.</summary>
    public DocumentPageLengthUnit? Unit { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }

    /// <summary>The words in reading order.</summary>
    public IReadOnlyList<DocumentWord> Words { get; }

    /// <summary>The check boxes.</summary>
    public IReadOnlyList<DocumentSelectionMark> SelectionMarks { get; }

    /// <summary>The lines in reading order.</summary>
    public IReadOnlyList<DocumentLine> Lines { get; }

    /// <summary>The barcodes, if they were asked for.</summary>
    public IReadOnlyList<DocumentBarcode> Barcodes { get; }

    /// <summary>The formulas, if they were asked for.</summary>
    public IReadOnlyList<DocumentFormula> Formulas { get; }
}
