using System.Collections.Immutable;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.App.Processing.Layouts;

/// <summary>Tables page by page: the cloud service may give one table for several pages, its cells say where they stand.</summary>
internal static class TableMapping
{
    /// <summary>The part of a table that stands on a page, its rows counted from the first one there; null when none does.</summary>
    public static LayoutTable? OnPage(DocumentTable table, PageFrame frame)
    {
        var page = frame.Page.PageNumber;
        var cells = table.Cells.Where(cell => PageOf(cell, table) == page).ToList();
        if (cells.Count == 0)
            return null;
        var first = cells.Min(cell => cell.RowIndex);
        var rows = cells.Max(cell => cell.RowIndex + Math.Max(1, cell.RowSpan)) - first;
        var whole = Region(table.BoundingRegions, page, frame);
        var mapped = ImmutableArray.CreateBuilder<LayoutCell>(cells.Count);
        foreach (var cell in cells)
        {
            var box = Region(cell.BoundingRegions, page, frame) ?? whole;
            if (box is not null)
                mapped.Add(new(cell.RowIndex - first, cell.ColumnIndex, Math.Max(1, cell.RowSpan), Math.Max(1, cell.ColumnSpan), SelectionText.Clean(cell.Content), frame.Surest(cell.Spans, box), box));
        }

        var around = whole ?? PageBox.Around(mapped.Select(cell => cell.Box));
        return around is null ? null : new(rows, table.ColumnCount, around, mapped.ToImmutable());
    }

    private static int PageOf(DocumentTableCell cell, DocumentTable table) =>
        cell.BoundingRegions.Count > 0 ? cell.BoundingRegions[0].PageNumber : table.BoundingRegions.Count > 0 ? table.BoundingRegions[0].PageNumber : 0;

    private static PageBox? Region(IReadOnlyList<BoundingRegion> regions, int page, PageFrame frame) =>
        PageBox.Around(regions.Where(region => region.PageNumber == page).Select(region => frame.Box(region.BoundingPolygon)).OfType<PageBox>());
}
