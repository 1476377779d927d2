using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Forms;

/// <summary>How text is encoded in a page's text layer.</summary>
public enum Spelling
{
    /// <summary>Composed, tones as taught today.</summary>
    Composed,

    /// <summary>Decomposed.</summary>
    Decomposed,

    /// <summary>Composed, tones placed as before: hoà.</summary>
    OldTones,
}

/// <summary>How one office's papers look: type, ruling, letterhead, marks.</summary>
public sealed record Look
{
    /// <summary>How summary tables are laid out.</summary>
    public required SummaryFamily Summary { get; init; }

    /// <summary>How grading tables are laid out.</summary>
    public required GradingFamily Grading { get; init; }

    /// <summary>Type.</summary>
    public required string Font { get; init; }

    /// <summary>Size of the text in points.</summary>
    public required double Size { get; init; }

    /// <summary>Size in tables, in points.</summary>
    public required double TableSize { get; init; }

    /// <summary>Line height, as a factor.</summary>
    public required double Leading { get; init; }

    /// <summary>Margins in millimetres: top, right, bottom, left.</summary>
    public required (int Top, int Right, int Bottom, int Left) Margins { get; init; }

    /// <summary>CSS border of the tables' cells.</summary>
    public required string Rule { get; init; }

    /// <summary>True when the table has no lines at its left and right.</summary>
    public required bool OpenSides { get; init; }

    /// <summary>True when a table's head stands again on each page.</summary>
    public required bool RepeatsHead { get; init; }

    /// <summary>Grey of a table's head: "none" or a colour.</summary>
    public required string HeadShade { get; init; }

    /// <summary>Where text stands in its cell: "middle" or "top".</summary>
    public required string CellAlign { get; init; }

    /// <summary>True when months from March on have a leading zero too.</summary>
    public required bool LongMonths { get; init; }

    /// <summary>True when a row may be cut by the end of a page.</summary>
    public required bool CutsRows { get; init; }

    /// <summary>Vertical padding of cells in points.</summary>
    public required double Padding { get; init; }

    /// <summary>Which letterhead, 0 to 3.</summary>
    public required int Letterhead { get; init; }

    /// <summary>True when forms bear their number.</summary>
    public required bool PrintsFormNumber { get; init; }

    /// <summary>True when titles are in capitals only where a rule says so, else subjects too.</summary>
    public required bool CapitalSubjects { get; init; }

    /// <summary>Colour of pens.</summary>
    public required string Pen { get; init; }

    /// <summary>True when marks may be drawn by hand.</summary>
    public required bool ByHand { get; init; }

    /// <summary>How text is spelled.</summary>
    public required Spelling Spelling { get; init; }

    /// <summary>True when pages from the second on bear their number.</summary>
    public required bool PageNumbers { get; init; }

    /// <summary>In a line, to find what faults have in common.</summary>
    public string Said =>
        $"summary {Summary.Name}, grading {Grading.Name}, {Font} {Size}/{TableSize}, rule {Rule}{(OpenSides ? ", open sides" : "")}{(RepeatsHead ? ", repeats head" : "")}{(CutsRows ? ", cuts rows" : "")}{(HeadShade == "none" ? "" : ", shaded head")}, letterhead {Letterhead}, cells {CellAlign}";

    /// <summary>A look by chance.</summary>
    /// <param name="dice">Chance.</param>
    /// <param name="family">The table family wanted; null for any.</param>
    /// <param name="byHand">True when the pages will be scanned, so that a pen may have been at work.</param>
    /// <param name="spelling">How text is spelled.</param>
    /// <param name="least">The smallest type that the machine it goes through leaves readable, in points.</param>
    public static Look By(Dice dice, string? family, bool byHand, Spelling spelling, double least)
    {
        var font = dice.Weighted(("Liberation Serif", 3), ("Tinos", 3), ("Liberation Sans", 1.2), ("Arimo", 1.2), ("DejaVu Serif", 0.9), ("DejaVu Sans", 0.7));
        var size = dice.Pick(12.0, 12.5, 13, 13, 13.5, 14) - (font.StartsWith("DejaVu", StringComparison.Ordinal) ? 1.5 : 0);
        size = Math.Max(size, least);
        return new()
        {
            Summary = SummaryFamily.Pick(dice, family), Grading = GradingFamily.Pick(dice, family), Font = font, Size = size, TableSize = Math.Max(Math.Max(10.5, least), size - dice.Pick(0, 1, 1, 1.5, 2)), Leading = dice.Pick(1.15, 1.25, 1.3, 1.4, 1.5),
            Margins = (dice.Between(14, 22), dice.Between(12, 20), dice.Between(14, 22), dice.Between(20, 32)),
            Rule = dice.Weighted(
                ("0.25pt solid #000", 1), ("0.5pt solid #000", 3), ("0.75pt solid #000", 3), ("1pt solid #000", 2), ("2pt solid #000", 0.7), ("2.25pt double #000", 0.7),
                ("0.75pt dotted #000", 0.7), ("0.75pt dashed #000", 0.6), ("0.5pt solid #888", 0.8), ("0.75pt solid #aaa", 0.6)),
            OpenSides = dice.Chance(0.1), RepeatsHead = dice.Chance(0.5), CutsRows = dice.Chance(0.5), Padding = dice.Pick(1.5, 2, 3, 4), Letterhead = dice.Below(4),
            PrintsFormNumber = dice.Chance(0.65), CapitalSubjects = dice.Chance(0.25), Pen = dice.Pick("#1a2f9c", "#15298a", "#2a3fae", "#161616", "#222233"), ByHand = byHand, Spelling = spelling,
            PageNumbers = dice.Chance(0.4), HeadShade = dice.Pick("none", "none", "none", "#e6e6e6", "#d5dde8"), CellAlign = dice.Pick("middle", "middle", "top"), LongMonths = dice.Chance(0.4),
        };
    }
}
