using System.Text;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Result;

/// <summary>A range of the content, in UTF-16 code units.</summary>
public readonly record struct Span(int Offset, int Length);

/// <summary>The whole text of a file in reading order (words by a space, lines and pages by a line feed), and where everything is in it.</summary>
public sealed class ContentIndex
{
    private readonly Span[][] words;
    private readonly Span[] pages;

    /// <summary>Builds the text of the pages.</summary>
    public ContentIndex(IReadOnlyList<PageReading> readings)
    {
        var text = new StringBuilder();
        words = new Span[readings.Count][];
        pages = new Span[readings.Count];
        for (var p = 0; p < readings.Count; p++)
        {
            var page = readings[p];
            var spans = words[p] = new Span[page.Words.Count];
            if (text.Length > 0 && page.Words.Count > 0) text.Append('\n');
            var start = text.Length;
            foreach (var line in page.Lines)
            {
                if (text.Length > start) text.Append('\n');
                for (var w = line.First; w < line.First + line.Count; w++)
                {
                    if (w > line.First) text.Append(' ');
                    spans[w] = new(text.Length, page.Words[w].Text.Length);
                    text.Append(page.Words[w].Text);
                }
            }

            pages[p] = new(start, text.Length - start);
        }

        Text = text.ToString();
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Where a page's text is.</summary>
    public Span Page(int page) => pages[page];

    /// <summary>Where a word is.</summary>
    public Span Word(int page, int word) => words[page][word];

    /// <summary>Where a range of neighbouring words is; an empty range lies where its first word would be.</summary>
    public Span Words(int page, int first, int count)
    {
        if (count == 0) return new(first < words[page].Length ? words[page][first].Offset : pages[page].Offset + pages[page].Length, 0);
        var last = words[page][first + count - 1];
        var offset = words[page][first].Offset;
        return new(offset, last.Offset + last.Length - offset);
    }
}
