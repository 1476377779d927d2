using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Tables.Borderless;

/// <summary>
/// Where the rows of a table without lines part, when one thing in each of them is known. Cells are set about the middle of their row, or at its top:
/// of all gaps that run across the table those are taken that leave every anchor nearest to such a place.
/// </summary>
internal static class RowEdges
{
    // Lengths are in heights of a line. Words reach into the line beside theirs with marks and tails.
    private const double Reach = 0.15, LongestRow = 16, SameLine = 0.7;

    // What an edge costs, beside how far it puts an anchor off its place: one where there is no gap, one above the rest of a sentence; room between the rows pays a part.
    private const double NoGap = 1, GoesOn = 0.5, RoomCounts = 0.3, MostRoom = 1.5;

    // What a row costs at most, without and with the price of its edges, in the mean.
    private const double Fits = 0.4, Costs = 0.25;

    /// <summary>The edges above, between and below the rows, page fractions; empty where the anchors stand neither in the middle nor at the top of rows.</summary>
    /// <param name="anchors">What stands once in each row, top to bottom.</param>
    /// <param name="pieces">All words of the page about there, in pieces of lines.</param>
    /// <param name="height">Height of a line.</param>
    public static ImmutableArray<double> Of(IReadOnlyList<PageBox> anchors, IReadOnlyList<TextRow> pieces, double height)
    {
        var gaps = Gaps(pieces, height);
        var best = new[] { Best(anchors, gaps, height, isTop: false), Best(anchors, gaps, height, isTop: true) }.MinBy(way => way.Cost);
        return best.Misplaced <= Fits * anchors.Count && best.Cost <= Costs * anchors.Count ? best.Edges : [];
    }

    private static List<Gap> Gaps(IReadOnlyList<TextRow> pieces, double height)
    {
        var gaps = new List<Gap>();
        var bottom = 0.0;
        foreach (var (piece, top, end) in pieces.Select(piece => (piece, Top: Middle(piece, box => box.Top) + (Reach * height), Bottom: Middle(piece, box => box.Bottom) - (Reach * height))).OrderBy(line => line.Top))
        {
            if (top > bottom) gaps.Add(new(bottom, top, pieces.Any(other => char.IsLower(other.Text[0]) && other.Box.CentreY > top && other.Box.Top < piece.Box.Top + (SameLine * height))));
            bottom = Math.Max(bottom, end);
        }

        gaps.Add(new(bottom, 1, false));
        return gaps;
    }

    // A speck beside one word makes its box higher than the line.
    private static double Middle(TextRow piece, Func<PageBox, double> side) => piece.Words.Select(word => side(word.Box)).Order().ElementAt(piece.Words.Length / 2);

    // The cheapest way through the gaps, edge by edge.
    private static (double Cost, double Misplaced, ImmutableArray<double> Edges) Best(IReadOnlyList<PageBox> anchors, List<Gap> gaps, double height, bool isTop)
    {
        var ways = Between(gaps, anchors[0].CentreY - (LongestRow * height), anchors[0].Top, height).Select(gap => new Way(gap, gap.Price(height), 0, null)).ToList();
        for (var row = 0; row < anchors.Count; row++)
        {
            var anchor = anchors[row];
            var next = Between(gaps, anchor.Bottom, row + 1 < anchors.Count ? anchors[row + 1].Top : anchor.CentreY + (LongestRow * height), height);
            ways = [.. next.Select(gap => ways.Select(way => way.To(gap, gap.Price(height), Misplaced(anchor, way.Gap, gap, height, isTop))).MinBy(way => way.Cost)!)];
        }

        var end = ways.MinBy(way => way.Cost + (isTop ? (way.Gap.Above - anchors[^1].Bottom) / height / LongestRow : 0))!;
        var edges = ImmutableArray.CreateBuilder<double>();
        for (var way = end; way is not null; way = way.Before) edges.Insert(0, way.Gap.Centre);
        return (end.Cost, end.Misplaced, edges.ToImmutable());
    }

    // Without any gap two rows part in the middle between them, for a price.
    private static List<Gap> Between(List<Gap> gaps, double from, double to, double height)
    {
        var between = gaps.Where(gap => gap.Below > from && gap.Above < to).Select(gap => gap.Within(from - height, to + height)).ToList();
        return between.Count > 0 ? between : [new((from + to) / 2, (from + to) / 2, false)];
    }

    private static double Misplaced(PageBox anchor, Gap above, Gap below, double height, bool isTop) =>
        (isTop ? Math.Abs(above.Below - anchor.Top) : Math.Abs(((above.Below + below.Above) / 2) - anchor.CentreY)) / height;

    // Between two lines of words: where the upper one ends and the lower one begins, and whether that goes on with a sentence.
    private readonly record struct Gap(double Above, double Below, bool IsInside)
    {
        public double Centre => (Above + Below) / 2;

        public double Price(double height) => (IsInside ? GoesOn : 0) + (Below > Above ? -RoomCounts * Math.Min((Below - Above) / height, MostRoom) : NoGap);

        public Gap Within(double from, double to) => this with { Above = Math.Max(Above, from), Below = Math.Min(Below, to) };
    }

    private sealed record Way(Gap Gap, double Cost, double Misplaced, Way? Before)
    {
        public Way To(Gap gap, double price, double misplaced) => new(gap, Cost + price + misplaced, Misplaced + misplaced, this);
    }
}
