using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Pages;

/// <summary>Words on one line of the page, left to right, across all columns.</summary>
internal sealed record TextRow(ImmutableArray<PlacedWord> Words)
{
    private const double Neighbour = 0.03;
    private const double Visible = 0.01;
    private const int FewestNeighbours = 10;

    /// <summary>The box around the words.</summary>
    public PageBox Box { get; } = PageBox.Around(Words.Select(word => word.Box))!;

    /// <summary>The words as printed.</summary>
    public string Text { get; } = string.Join(' ', Words.Select(word => word.Text));

    /// <summary>Folded, letters and digits only.</summary>
    public string Key { get; } = VietnameseText.Words(string.Join(' ', Words.Select(word => word.Text)));

    /// <summary>True when most letters are capitals, as in a title.</summary>
    public bool IsCapitals { get; } = Words.Sum(word => word.IsCapitals ? word.Key.Length : 0) >= 0.8 * Math.Max(1, Words.Sum(word => word.Text.Any(char.IsLetter) ? word.Key.Length : 0))
        && Words.Any(word => word.IsCapitals);

    /// <summary>Groups words of a page into rows, top to bottom.</summary>
    public static ImmutableArray<TextRow> Group(IEnumerable<PlacedWord> words)
    {
        var all = words.ToList();
        var lean = LeanOf(all);
        double Level(PlacedWord word) => word.Box.CentreY - (lean * word.Box.CentreX);
        var rows = new List<List<PlacedWord>>();
        foreach (var word in all.OrderBy(Level))
        {
            var row = rows.LastOrDefault(row => OnSameLine(row, word, lean));
            if (row is null) rows.Add([word]);
            else row.Add(word);
        }

        return [.. rows.OrderBy(row => lean == 0 ? PageBox.Around(row.Select(word => word.Box))!.CentreY : row.Average(Level)).Select(row => new TextRow([.. row.OrderBy(word => word.Box.Left)]))];
    }

    // How much lines still fall from left to right, as on a photo that was not taken from right above: the median over neighbours.
    private static double LeanOf(List<PlacedWord> words)
    {
        var falls = words.Select(word => (Word: word, Next: words.Where(other => other.Box.Left > word.Box.CentreX && other.Box.Left - word.Box.Right < Neighbour && Math.Abs(other.Box.CentreY - word.Box.CentreY) < 0.7 * word.Box.Height).MinBy(other => other.Box.Left)))
            .Where(pair => pair.Next is not null && Math.Abs(pair.Next.Box.Height - pair.Word.Box.Height) < 0.2 * pair.Word.Box.Height)
            .Select(pair => (pair.Next!.Box.CentreY - pair.Word.Box.CentreY) / (pair.Next.Box.CentreX - pair.Word.Box.CentreX)).Order().ToList();
        return falls.Count < FewestNeighbours || Math.Abs(falls[falls.Count / 2]) < Visible ? 0 : falls[falls.Count / 2];
    }

    /// <summary>The row in pieces wherever a gap is wider than the given number of line heights.</summary>
    /// <param name="aspect">Page width over page height, to compare gaps with heights.</param>
    /// <param name="heights">Line heights.</param>
    public ImmutableArray<TextRow> Pieces(double aspect, double heights)
    {
        var height = Words.Average(word => word.Box.Height);
        var pieces = ImmutableArray.CreateBuilder<TextRow>();
        var start = 0;
        for (var index = 1; index <= Words.Length; index++)
        {
            if (index < Words.Length && (Words[index].Box.Left - Words[index - 1].Box.Right) * aspect < heights * height) continue;
            pieces.Add(new(Words[start..index]));
            start = index;
        }

        return pieces.ToImmutable();
    }

    // Only the last few rows can take a word, since words come by height; the nearest word of a row decides, so that slanted rows hold together.
    private static bool OnSameLine(List<PlacedWord> row, PlacedWord word, double lean)
    {
        var near = row.MinBy(other => Math.Abs(other.Box.CentreX - word.Box.CentreX))!.Box;
        var fall = lean * (word.Box.CentreX - near.CentreX);
        var shared = Math.Min(near.Bottom + fall, word.Box.Bottom) - Math.Max(near.Top + fall, word.Box.Top);
        return shared >= 0.5 * Math.Min(near.Height, word.Box.Height);
    }
}
