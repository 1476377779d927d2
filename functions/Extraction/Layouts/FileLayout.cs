using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LearningSociety.Domain.Evidence;

namespace LearningSociety.Extraction.Layouts;

/// <summary>A file as the layout engine saw it. Boxes are fractions of the upright page, in which text is level; pages are 1-based.</summary>
/// <param name="ContentHash">SHA-256 of the file, lower-case hex.</param>
/// <param name="Model">The layout model, such as "dossier" or "prebuilt-layout".</param>
/// <param name="Engine">The engine and its version; a new version reads again.</param>
/// <param name="LookedForInk">True when somebody looked for seals and signatures; otherwise none seen means unknown.</param>
/// <param name="Pages">The pages in order.</param>
public sealed record FileLayout(string ContentHash, string Model, string Engine, bool LookedForInk, ImmutableArray<PageLayout> Pages);

/// <summary>A page.</summary>
/// <param name="Number">1-based page of the file.</param>
/// <param name="Width">Width of the upright page in points (1/72 inch).</param>
/// <param name="Height">Its height in points.</param>
/// <param name="Angle">Clockwise turn of the text on the page as displayed, degrees; boxes have it taken out.</param>
/// <param name="Words">Words in reading order.</param>
/// <param name="Lines">Lines in reading order.</param>
/// <param name="Tables">Tables by position.</param>
/// <param name="Marks">Selection marks (check boxes).</param>
/// <param name="Ink">Seals and signatures seen.</param>
/// <param name="Unreadable">Why the page could not be read, for people, in Vietnamese; null when it could.</param>
/// <param name="TextLayerDiffers">True when the text that came with the page is not what its picture shows; the words are then the picture's.</param>
public sealed record PageLayout(
    int Number, double Width, double Height, double Angle, ImmutableArray<LayoutWord> Words, ImmutableArray<LayoutLine> Lines,
    ImmutableArray<LayoutTable> Tables, ImmutableArray<LayoutMark> Marks, ImmutableArray<LayoutInk> Ink, string? Unreadable = null, bool TextLayerDiffers = false)
{
    /// <summary>Where a box lies on the page as people see it.</summary>
    public PageBox Shown(PageBox box) => PageTurn.OfUpright(Angle, Width, Height).OnPage(box);
}

/// <summary>A word.</summary>
public sealed record LayoutWord(string Text, Confidence Confidence, PageBox Box);

/// <summary>A line; its confidence is the lowest of its words'.</summary>
public sealed record LayoutLine(string Text, Confidence Confidence, PageBox Box);

/// <summary>A table on one page.</summary>
public sealed record LayoutTable(int Rows, int Columns, PageBox Box, ImmutableArray<LayoutCell> Cells);

/// <summary>A cell; row and column are 0-based. Its confidence is the lowest of its words', or 1 when it is empty.</summary>
public sealed record LayoutCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Confidence Confidence, PageBox Box)
{
    /// <summary>The cell with these words in it, in their order, and nothing else.</summary>
    public LayoutCell Holding(IEnumerable<LayoutWord> words)
    {
        var own = words.ToList();
        return this with { Text = string.Join(' ', own.Select(word => word.Text)), Confidence = own.Select(word => word.Confidence).Aggregate(Confidence.Certain, Confidence.Min) };
    }
}

/// <summary>A selection mark.</summary>
public sealed record LayoutMark(bool Selected, Confidence Confidence, PageBox Box);

/// <summary>What kind of ink.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LayoutInkKind>))]
public enum LayoutInkKind
{
    /// <summary>Handwriting.</summary>
    [JsonStringEnumMemberName("signature")] Signature,

    /// <summary>A seal.</summary>
    [JsonStringEnumMemberName("seal")] Seal,
}

/// <summary>A seal or signature seen on a page.</summary>
public sealed record LayoutInk(LayoutInkKind Kind, Confidence Confidence, PageBox Box);
