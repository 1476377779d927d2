using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables.Borderless;

/// <summary>The head of a table without lines: the words right above its rows, in columns as theirs are.</summary>
/// <param name="Across">What stands over several columns.</param>
/// <param name="Own">What stands over one.</param>
internal sealed record BorderlessHead(ImmutableArray<TextRow> Across, ImmutableArray<TextRow> Own)
{
    private const int MostBands = 3;
    private const double Near = 1.2;
    private const double Apart = 0.045;

    // Heads of narrow columns stand little farther apart than words do, and nothing of them is justified.
    private const double ColumnGap = 0.5;

    /// <summary>Where it begins, page fraction; null where the page begins with rows.</summary>
    public double? Top => Box?.Top;

    private PageBox? Box => PageBox.Around(Across.Concat(Own).Select(piece => piece.Box));

    /// <summary>The head above the rows; empty where the page begins with rows.</summary>
    /// <param name="above">The bands above the rows.</param>
    /// <param name="body">The rows.</param>
    /// <param name="wide">What runs across, as a share of the table's width: a title.</param>
    /// <param name="aspect">Page width over page height.</param>
    public static BorderlessHead Above(ImmutableArray<RowBand> above, ImmutableArray<RowBand> body, double wide, double aspect)
    {
        var width = body.Max(band => band.Box.Right) - body.Min(band => band.Box.Left);
        var head = new List<RowBand>();
        var below = body[0];
        foreach (var band in above.Reverse().Take(MostBands + 1))
        {
            var isLineAbove = band.Pieces is [var only] && only.Box.Left < body[0].Box.CentreX;
            if (isLineAbove || band.Pieces.Any(piece => piece.Box.Width > wide * width) || below.Box.Top - band.Box.Bottom > Near * band.Words.Max(word => word.Box.Height)) break;
            if (!IsColumnNumbers(band)) head.Add(band);
            below = band;
        }

        var lines = TextRow.Group(head.SelectMany(band => band.Words)).Select(row => row.Pieces(aspect, ColumnGap)).ToList();
        var parts = lines.SelectMany(line => line).ToLookup(piece => lines.Any(line => !line.Contains(piece) && line.Count(other => other.Box.Left < piece.Box.Right && other.Box.Right > piece.Box.Left) > 1));
        return new([.. parts[true]], [.. parts[false]]);
    }

    /// <summary>The columns as wide as their heads, with those that only the head has, since nothing was ticked in them.</summary>
    public ImmutableArray<(double Left, double Right)> Completed(ImmutableArray<(double Left, double Right)> columns)
    {
        var all = columns.ToList();
        foreach (var piece in Own.OrderBy(piece => piece.Box.Left))
        {
            var at = all.FindIndex(column => piece.Box.CentreX > column.Left - Apart && piece.Box.CentreX < column.Right + Apart);
            if (at < 0) at = all.FindIndex(column => piece.Box.Left < column.Right && piece.Box.Right > column.Left);
            if (at < 0) all.Add((piece.Box.Left, piece.Box.Right));
            else if ((Left: Math.Min(all[at].Left, piece.Box.Left), Right: Math.Max(all[at].Right, piece.Box.Right)) is var wider && !all.Where((_, other) => other != at).Any(other => other.Left < wider.Right && other.Right > wider.Left)) all[at] = wider;
        }

        return [.. all.OrderBy(column => column.Left)];
    }

    /// <summary>The head's cells: what stands over several columns above what stands over one.</summary>
    public IEnumerable<LayoutCell> Cells(ImmutableArray<double> borders)
    {
        if (Box is not { } box) yield break;
        int At(double x) => Math.Clamp(borders.Count(border => border <= x) - 1, 0, borders.Length - 2);
        var (first, last) = Across.IsEmpty ? (borders.Length, -1) : (At(Across.Min(piece => piece.Box.Left)), At(Across.Max(piece => piece.Box.Right)));
        if (!Across.IsEmpty) yield return PlacedCell.Of(0, first, last - first + 1, new(borders[first], box.Top, borders[last + 1], box.CentreY), [.. Across.SelectMany(piece => piece.Words)]);
        for (var column = 0; column + 1 < borders.Length; column++)
        {
            var own = Own.Where(piece => At(piece.Box.CentreX) == column).SelectMany(piece => piece.Words).ToList();
            var isUnder = column >= first && column <= last;
            var cell = PlacedCell.Of(isUnder ? 1 : 0, column, 1, new(borders[column], isUnder ? box.CentreY : box.Top, borders[column + 1], box.Bottom), own);
            yield return !Across.IsEmpty && !isUnder ? cell with { RowSpan = 2 } : cell;
        }
    }

    // "(1) (2) (3)" right above the rows.
    private static bool IsColumnNumbers(RowBand band) => band.Pieces.All(piece => piece.Text.StartsWith('(') && piece.Key.Length == 1);
}
