using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Tables;

/// <summary>What the result cells of a row come to.</summary>
/// <param name="Result">The result; null when blank or not to be understood.</param>
/// <param name="Place">The cells, also when blank; null when the row has none.</param>
/// <param name="Doubt">Why it may be wrong, in Vietnamese; null when nothing speaks against it.</param>
internal sealed record CellResult(Read<Result>? Result, Place? Place, string? Doubt)
{
    /// <summary>A row without result cells.</summary>
    public static CellResult Absent { get; } = new(null, null, null);

    /// <summary>True when nothing stands in the cells.</summary>
    public bool IsBlank => Result is null && Doubt is null;
}

/// <summary>Reads the result cells of a row: words, or ticks in one of several columns.</summary>
internal static class ResultCells
{
    private const string Nothing = "-–—_.…0oO";
    private const double Noise = 0.5;
    private const double Overruled = 0.6;
    private const double SureTick = 0.9;

    // A misread word is seldom another word of the few that may stand here, so one that is exactly such a word gains some certainty.
    private const double KnownWord = 0.3;

    // Levels differ by a digit that nothing else is taken for: of 82 read weakly in dossiers that nobody had looked at, none was wrong.
    private const double KnownLevel = 0.66;

    /// <summary>The result in words.</summary>
    public static CellResult ReadWords(Sheet sheet, ImmutableArray<LayoutCell> cells, ResultWords words)
    {
        if (cells.IsEmpty) return CellResult.Absent;
        var place = sheet.At(PageBox.Around(cells.Select(cell => cell.Box)));
        var text = string.Join(' ', cells.Select(Grid.TextOf)).Trim();
        if (!text.Any(char.IsLetterOrDigit)) return new(null, place, text.Any(letter => Ticks.Signs.Contains(letter, StringComparison.Ordinal)) ? "ô được đánh dấu nhưng không đọc được tên cột" : null);
        if (words.Understand(text) is { } meaning)
        {
            if (meaning.Result != Result.NotMet && LostNot.HasInkBefore(sheet, cells)) return new(null, place, $"còn nét mực trước “{text}”, có thể là chữ “Không” bị mờ");
            var read = Math.Max(cells.Min(cell => cell.Confidence.Value), LevelAlone(sheet, cells));
            if (meaning.Certainty >= 1) read = meaning.Result is Result.Level1 or Result.Level2 ? KnownLevelOf(read) : read + (1 - read) * KnownWord;
            var confidence = new Confidence(read * meaning.Certainty);
            return new(new(meaning.Result, confidence, place, text), place, null);
        }

        return new(null, place, $"không hiểu nội dung ô kết quả “{text}”");
    }

    /// <summary>How sure a level is whose words were understood but read with less confidence, 0 to 1.</summary>
    public static double KnownLevelOf(double read) => read + (1 - read) * KnownLevel;

    // What is left of a tick under a stroke; a dash or a dot is put for nothing.
    private static bool HasInk(LayoutCell cell) => cell.Text.Any(letter => !char.IsWhiteSpace(letter) && !Nothing.Contains(letter, StringComparison.Ordinal)) && !cell.Text.Contains(":unselected:", StringComparison.Ordinal);

    // Of "Mức độ 2" the digit says it all, however badly the words before it were read; 0 where it does not stand alone.
    private static double LevelAlone(Sheet sheet, ImmutableArray<LayoutCell> cells)
    {
        var words = sheet.Words.Where(word => word.Key.Length > 0 && cells.Any(cell => cell.Box.Contains(word.Box.CentreX, word.Box.CentreY))).ToList();
        return words.Count > 1 && words.Where(word => word.Text is "1" or "2").ToList() is [var level] ? level.Confidence.Value : 0;
    }

    /// <summary>The result by ticks.</summary>
    public static CellResult ReadTicks(Sheet sheet, ImmutableArray<(LayoutCell Cell, Result? Result)> cells)
    {
        if (cells.IsEmpty) return CellResult.Absent;
        var place = sheet.At(PageBox.Around(cells.Select(pair => pair.Cell.Box)));
        var ticked = cells.Select(pair => (pair.Cell, pair.Result, Tick: TickCell.Read(sheet, pair.Cell))).Where(pair => pair.Tick.IsTicked).ToList();
        if (ticked.Count == 0) return new(null, place, cells.Any(pair => HasInk(pair.Cell)) ? "có nét mực chưa đọc được trong ô kết quả" : null);
        var best = ticked.MaxBy(pair => pair.Tick.Certainty);
        var others = ticked.Where(pair => pair.Cell != best.Cell).ToList();
        others.RemoveAll(pair => pair.Tick.IsStroke && best.Tick.Certainty >= SureTick && !best.Tick.IsStroke);
        var raw = string.Join(" | ", cells.Select(pair => Grid.TextOf(pair.Cell)));
        if (others.Any(pair => pair.Tick.Certainty >= Noise)) return new(null, place, "có nhiều ô được đánh dấu trên một dòng");
        if (best.Result is not { } result) return new(null, place, "không đọc được tên cột được đánh dấu");
        others.RemoveAll(pair => pair.Tick.Certainty < Noise && best.Tick.Certainty >= SureTick);
        var certainty = others.Count == 0 ? best.Tick.Certainty : Math.Min(Overruled, best.Tick.Certainty);
        return new(new(result, new(certainty), sheet.At(best.Cell.Box), raw), place, null);
    }
}
