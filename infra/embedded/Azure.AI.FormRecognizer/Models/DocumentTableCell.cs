// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A cell of a table.</summary>
public class DocumentTableCell
{
    internal DocumentTableCell(
        DocumentTableCellKind kind,
        int rowIndex,
        int columnIndex,
        int rowSpan,
        int columnSpan,
        string content,
        IReadOnlyList<BoundingRegion> boundingRegions,
        IReadOnlyList<DocumentSpan> spans)
    {
        Kind = kind;
        RowIndex = rowIndex;
        ColumnIndex = columnIndex;
        RowSpan = rowSpan;
        ColumnSpan = columnSpan;
        Content = content;
        BoundingRegions = boundingRegions ?? [];
        Spans = spans ?? [];
    }

    /// <summary>What it is for.</summary>
    public DocumentTableCellKind Kind { get; }

    /// <summary>Its first row, from 0.</summary>
    public int RowIndex { get; }

    /// <summary>Its first column, from 0.</summary>
    public int ColumnIndex { get; }

    /// <summary>How many rows it covers.</summary>
    public int RowSpan { get; }

    /// <summary>How many columns it covers.</summary>
    public int ColumnSpan { get; }

    /// <summary>The text.</summary>
    public string Content { get; }

    /// <summary>Where it stands on the pages.</summary>
    public IReadOnlyList<BoundingRegion> BoundingRegions { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }
}
