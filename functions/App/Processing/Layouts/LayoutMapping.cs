using System.Collections.Immutable;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.App.Processing.Layouts;

/// <summary>
/// Turns what a Form Recognizer service answers into our own model. The cloud's answers and our layout server's differ
/// (inches or pixels, selection marks written into text, spans left out) and come out alike.
/// </summary>
public static class LayoutMapping
{
    /// <summary>Maps an answer.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="contentHash">SHA-256 of the file.</param>
    /// <param name="model">The model asked for.</param>
    /// <param name="engine">The engine and its version.</param>
    /// <param name="lookedForInk">True when the model looks for seals and handwriting.</param>
    public static FileLayout Map(AnalyzeResult result, string contentHash, string model, string engine, bool lookedForInk)
    {
        ArgumentNullException.ThrowIfNull(result);
        var frames = result.Pages.ToDictionary(page => page.PageNumber, page => new PageFrame(page));
        var ink = frames.Keys.ToDictionary(page => page, _ => ImmutableArray.CreateBuilder<LayoutInk>());
        var unreadable = new Dictionary<int, string>();
        var differing = new HashSet<int>();
        foreach (var (name, field) in result.Documents.SelectMany(document => document.Fields))
            InkFields.Add(name, field, frames, ink, unreadable, differing);
        var pages = frames.OrderBy(pair => pair.Key).Select(pair =>
        {
            var frame = pair.Value;
            return new PageLayout(
                pair.Key, frame.WidthInPoints, frame.HeightInPoints, frame.Page.Angle ?? 0, frame.Words, Lines(frame),
                [.. result.Tables.Select(table => TableMapping.OnPage(table, frame)).OfType<LayoutTable>().OrderBy(table => table.Box.Top)],
                Marks(frame), ink[pair.Key].ToImmutable(), unreadable.GetValueOrDefault(pair.Key), differing.Contains(pair.Key));
        });
        return new(contentHash, model, engine, lookedForInk, [.. pages]);
    }

    private static ImmutableArray<LayoutLine> Lines(PageFrame frame)
    {
        var lines = ImmutableArray.CreateBuilder<LayoutLine>();
        foreach (var line in frame.Page.Lines)
            if (frame.Box(line.BoundingPolygon) is { } box && SelectionText.Clean(line.Content) is { Length: > 0 } text)
                lines.Add(new(text, frame.Surest(line.Spans, box), box));
        return lines.ToImmutable();
    }

    private static ImmutableArray<LayoutMark> Marks(PageFrame frame)
    {
        var marks = ImmutableArray.CreateBuilder<LayoutMark>();
        foreach (var mark in frame.Page.SelectionMarks)
            if (frame.Box(mark.BoundingPolygon) is { } box)
                marks.Add(new(mark.State == DocumentSelectionMarkState.Selected, new(mark.Confidence), box));
        return marks.ToImmutable();
    }
}
