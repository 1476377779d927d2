// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A table.</summary>
public class DocumentTable
{
    internal DocumentTable(
        int rowCount,
        int columnCount,
        IReadOnlyList<DocumentTableCell> cells,
        IReadOnlyList<BoundingRegion> boundingRegions,
        IReadOnlyList<DocumentSpan> spans)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        Cells = cells ?? [];
        BoundingRegions = boundingRegions ?? [];
        Spans = spans ?? [];
    }

    /// <summary>How many rows it has.</summary>
    public int RowCount { get; }

    /// <summary>How many columns it has.</summary>
    public int ColumnCount { get; }

    /// <summary>The cells.</summary>
    public IReadOnlyList<DocumentTableCell> Cells { get; }

    /// <summary>Where it stands on the pages.</summary>
    public IReadOnlyList<BoundingRegion> BoundingRegions { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }
}
