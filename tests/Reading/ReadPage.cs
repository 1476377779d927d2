using LearningSociety.Generator.Names;
using LearningSociety.Generator.Printing;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Reading;

/// <summary>A word that was read; confidence 0 to 1.</summary>
public sealed record ReadWord(string Text, double Confidence);

/// <summary>A page: what stands on it and what was read.</summary>
/// <param name="Quality">The name of its file's recipe.</param>
/// <param name="Place">Dossier, file and page, to find it again.</param>
/// <param name="Prose">Words outside tables, true and read.</param>
/// <param name="Cells">Words in tables, true and read.</param>
public sealed record ReadPage(string Quality, string Place, (string[] True, ReadWord[] Read) Prose, (string[] True, ReadWord[] Read) Cells)
{
    /// <summary>Puts a reading beside its truth.</summary>
    public static ReadPage Of(string quality, string place, string truth, PageReading reading)
    {
        var (prose, cells) = PageTruth.Parse(truth);
        var inCells = reading.Tables.SelectMany(table => table.Cells).SelectMany(cell => Enumerable.Range(cell.First, cell.Count)).ToHashSet();
        ReadWord[] Read(bool tables) => [.. reading.Words.Where((_, i) => inCells.Contains(i) == tables).SelectMany(word => Words(word.Text).Select(text => new ReadWord(text, word.Confidence)))];
        return new(quality, place, ([.. prose.SelectMany(Words)], Read(false)), ([.. cells.SelectMany(Words)], Read(true)));
    }

    // Typographic variants of quotes and dashes are no slips of reading.
    private static string[] Words(string text) => Vietnamese.Composed(text).Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('‘', '\'').Replace('’', '\'').Replace('–', '-').Replace('—', '-')
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
