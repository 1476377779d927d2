using System.Collections.Immutable;
using System.Drawing;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.App.Processing.Layouts;

/// <summary>A page of an answer with its measure: polygons become fractions of the upright page, spans find words.</summary>
internal sealed class PageFrame
{
    // Pictures have no size on paper; offices scan at about 200 dots an inch.
    private const double PointsPerPixel = 72.0 / 200;
    private readonly PageTurn turn;
    private readonly List<(int Start, int End, LayoutWord Word)> words = [];

    public PageFrame(DocumentPage page)
    {
        Page = page;
        turn = new(page.Angle ?? 0, page.Width ?? 0, page.Height ?? 0);
        var scale = page.Unit == DocumentPageLengthUnit.Inch ? 72 : PointsPerPixel;
        (WidthInPoints, HeightInPoints) = (turn.UprightWidth * scale, turn.UprightHeight * scale);
        foreach (var word in page.Words)
            if (!SelectionText.IsMark(word.Content) && Box(word.BoundingPolygon) is { } box)
                words.Add((word.Span.Index, word.Span.Index + word.Span.Length, new(word.Content, new(word.Confidence), box)));
    }

    public DocumentPage Page { get; }

    public double WidthInPoints { get; }

    public double HeightInPoints { get; }

    public ImmutableArray<LayoutWord> Words => [.. words.Select(entry => entry.Word)];

    /// <summary>The box around a polygon, in fractions of the upright page; null when there is none.</summary>
    public PageBox? Box(IReadOnlyList<PointF>? polygon) =>
        polygon is not { Count: > 0 } || WidthInPoints <= 0 || HeightInPoints <= 0 ? null : turn.Upright(polygon.Select(point => ((double)point.X, (double)point.Y)));

    /// <summary>The lowest confidence of the words of some spans, or of those in the box when spans are left out; 1 for none.</summary>
    public Confidence Surest(IReadOnlyList<DocumentSpan>? spans, PageBox box)
    {
        var own = spans is { Count: > 0 } && spans.Any(span => span.Length > 0)
            ? words.Where(word => word.End > word.Start && spans.Any(span => word.Start < span.Index + span.Length && span.Index < word.End))
            : words.Where(word => box.Contains(word.Word.Box.CentreX, word.Word.Box.CentreY));
        return own.Aggregate(Confidence.Certain, (lowest, word) => Confidence.Min(lowest, word.Word.Confidence));
    }
}
