using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Layouts;

/// <summary>Turns the text layers of digital pages that are in TCVN3 or VNI into Unicode.</summary>
internal static class LegacyLayout
{
    /// <summary>The file with its pages in Unicode. Each page shows its own encoding; one with too little text takes the file's.</summary>
    public static FileLayout Decoded(FileLayout layout)
    {
        var whole = LegacyText.Find(layout.Pages.SelectMany(page => page.Words).Select(word => word.Text));
        var own = layout.Pages.Select(page => LegacyText.Find(page.Words.Select(word => word.Text))).ToList();
        if (whole == LegacyEncoding.None && own.TrueForAll(encoding => encoding == LegacyEncoding.None)) return layout;
        return layout with { Pages = [.. layout.Pages.Select((page, at) => Decoded(page, own[at] != LegacyEncoding.None || !IsScant(page) ? own[at] : whole))] };
    }

    // Words of Western letters alone, too few to show an encoding.
    private static bool IsScant(PageLayout page) => !page.Words.Any(word => word.Text.Any(letter => letter > '\u00FF' && char.IsLetter(letter)));

    private static PageLayout Decoded(PageLayout page, LegacyEncoding encoding) => encoding == LegacyEncoding.None ? page : page with
    {
        Words = [.. page.Words.Select(word => word with { Text = LegacyText.Decode(word.Text, encoding) })],
        Lines = [.. page.Lines.Select(line => line with { Text = LegacyText.Decode(line.Text, encoding) })],
        Tables = [.. page.Tables.Select(table => table with { Cells = [.. table.Cells.Select(cell => cell with { Text = LegacyText.Decode(cell.Text, encoding) })] })],
    };
}
