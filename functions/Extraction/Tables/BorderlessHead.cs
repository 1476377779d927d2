using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>The head of a table without lines: the words right above its rows, in columns as theirs are.</summary>
internal static class BorderlessHead
{
    private const int MostBands = 3;
    private const double Near = 1.2;
    private const double Inset = 0.01;
    private const double Apart = 0.045;

    /// <summary>The words of the head; none where the page begins with rows.</summary>
    /// <param name="above">The bands above the rows.</param>
    /// <param name="body">The rows.</param>
    /// <param name="wide">What runs across, as a share of the table's width: a title.</param>
    public static ImmutableArray<PlacedWord> Above(ImmutableArray<RowBand> above, ImmutableArray<RowBand> body, double wide)
    {
        var width = body.Max(band => band.Box.Right) - body.Min(band => band.Box.Left);
        var head = new List<RowBand>();
        foreach (var band in above.Reverse().Take(MostBands))
        {
            var below = head.Count == 0 ? body[0] : head[^1];
            var isLineAbove = band.Pieces is [var only] && only.Box.Left < body[0].Box.CentreX;
            if (isLineAbove || band.Pieces.Any(piece => piece.Box.Width > wide * width) || below.Box.Top - band.Box.Bottom > Near * band.Words.Max(word => word.Box.Height)) break;
            head.Add(band);
        }

        return [.. head.AsEnumerable().Reverse().SelectMany(band => band.Words)];
    }

    /// <summary>The columns with those that only the head has, since nothing was ticked in them.</summary>
    public static ImmutableArray<(double Left, double Right)> Completed(ImmutableArray<(double Left, double Right)> columns, ImmutableArray<PlacedWord> head)
    {
        var all = columns.ToList();
        foreach (var word in head.Where(word => !columns.Any(column => word.Box.CentreX > column.Left - Apart && word.Box.CentreX < column.Right + Apart)).OrderBy(word => word.Box.Left))
        {
            var near = all.FindIndex(column => !columns.Contains(column) && word.Box.Left < column.Right + Apart);
            if (near < 0) all.Add((word.Box.Left, word.Box.Right));
            else all[near] = (all[near].Left, Math.Max(all[near].Right, word.Box.Right));
        }

        return [.. all.OrderBy(column => column.Left)];
    }

    /// <summary>The head's cells: what stands over several columns above what stands over one.</summary>
    public static IEnumerable<LayoutCell> Cells(ImmutableArray<PlacedWord> head, ImmutableArray<double> borders)
    {
        if (head.IsEmpty) yield break;
        var box = PageBox.Around(head.Select(word => word.Box))!;
        var pieces = TextRow.Group(head).SelectMany(row => row.Pieces(1, 1)).ToLookup(piece => Columns(piece.Box, borders) is var (from, to) && to > from);
        var across = pieces[true].ToList();
        var spans = across.Select(piece => Columns(piece.Box, borders)).ToList();
        var (first, last) = across.Count == 0 ? (borders.Length, -1) : (spans.Min(span => span.First), spans.Max(span => span.Last));
        if (across.Count > 0) yield return PlacedCell.Of(0, first, last - first + 1, new(borders[first], box.Top, borders[last + 1], box.CentreY), [.. across.SelectMany(piece => piece.Words)]);
        for (var column = 0; column + 1 < borders.Length; column++)
        {
            var own = pieces[false].Where(piece => Columns(piece.Box, borders).First == column).SelectMany(piece => piece.Words).ToList();
            var isUnder = column >= first && column <= last;
            var cell = PlacedCell.Of(isUnder ? 1 : 0, column, 1, new(borders[column], isUnder ? box.CentreY : box.Top, borders[column + 1], box.Bottom), own);
            yield return across.Count > 0 && !isUnder ? cell with { RowSpan = 2 } : cell;
        }
    }

    private static (int First, int Last) Columns(PageBox box, ImmutableArray<double> borders)
    {
        int At(double x) => Math.Clamp(borders.Count(border => border <= x) - 1, 0, borders.Length - 2);
        return (At(box.Left + Inset), Math.Max(At(box.Left + Inset), At(box.Right - Inset)));
    }
}
