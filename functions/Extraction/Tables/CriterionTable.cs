using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Tables.Numbering;

namespace LearningSociety.Extraction.Tables;

/// <summary>A form's criterion table, over all its pages.</summary>
/// <param name="Rows">Its rows in order.</param>
/// <param name="Overall">What the overall row says; null when there is none.</param>
internal sealed record CriterionTable(ImmutableArray<CriterionRow> Rows, CellResult? Overall)
{
    private const double ByWords = 0.95;
    private const double SameText = 0.85;

    /// <summary>No table.</summary>
    public static CriterionTable None { get; } = new([], null);

    /// <summary>The part of the table that stands in one file.</summary>
    public CriterionTable In(string file) => new([.. Rows.Where(row => row.Place?.File == file)], Overall?.Place?.File == file ? Overall : null);

    /// <summary>Reads the table.</summary>
    /// <param name="sheets">The form's pages in order.</param>
    /// <param name="scheme">The scheme with its words; null when the catalogue has none.</param>
    /// <param name="preferAppraised">True to take the appraiser's column where the table has one beside the office's.</param>
    public static CriterionTable Read(IEnumerable<Sheet> sheets, Scheme? scheme, bool preferAppraised)
    {
        var pages = sheets.ToList();
        var words = new ResultWords(scheme);
        var reader = new LineReader(words, preferAppraised);
        var lines = new List<TableLine>();
        TableColumns? columns = null;
        foreach (var found in pages.SelectMany(sheet => sheet.Tables.Select(table => new Grid(sheet, MergedColumns.Parted(sheet, table, words)))))
        {
            var (grid, headRows) = ColumnReader.Headed(found, words);
            if (headRows > 0 || columns is not { HasResults: true })
            {
                var own = ColumnReader.Read(grid, headRows, words).Or(columns);
                if (columns is null || own.HasResults) columns = own;
            }

            lines.AddRange(reader.Read(grid, columns, headRows, lines.Count > 0));
        }

        if (lines.Count > 0 && lines.All(line => line.Label.Kind != LabelKind.Overall) && LoneOverall.Find(pages, columns!, words) is { } lone) lines.Add(lone);
        var isScanned = pages.Any(sheet => sheet.Words.Any(word => word.Confidence < Confidence.OfTextLayer));
        for (var at = 0; at < lines.Count; at++) if (IsSealedOver(lines[at].Result, pages)) lines[at] = lines[at] with { Result = lines[at].Result with { Doubt = "con dấu che ô kết quả" } };
        var numbered = RowNumbering.Of(LevelDigits.Settled(LostNot.Doubted(RowJoin.AcrossPages(lines))));
        var rows = PointSums.Settled([.. numbered.Where(line => line.Criterion > 0).Select(line => Row(line, scheme, isScanned))]);
        return new(rows.IsEmpty ? rows : [.. rows, .. LostRows.Find(pages, rows)], OverallOf(numbered));
    }

    // What a seal hides is not blank.
    private static bool IsSealedOver(CellResult result, List<Sheet> pages) => result is { IsBlank: true, Place: { Box: { } box } place }
        && pages.Any(sheet => sheet.File == place.File && sheet.Number == place.Page && sheet.Layout.Ink.Any(ink => ink.Kind == LayoutInkKind.Seal && sheet.At(ink.Box).Box!.Overlaps(box)));

    private static CriterionRow Row(NumberedLine numbered, Scheme? scheme, bool isScanned)
    {
        var line = numbered.Line;
        if (numbered.Certainty < ByWords && IsAsPrinted(numbered, scheme)) numbered = numbered with { Certainty = ByWords };
        var result = line.Result.Result is { } read ? read with { Confidence = new(read.Confidence.Value * numbered.Certainty) } : null;
        var doubt = line.Result.Doubt ?? (numbered.Certainty < 0.7 ? "không đọc được số thứ tự của dòng" : null)
            ?? (line is { IsCut: true, Result: { IsBlank: true, Place: not null }, Score: null } && isScanned ? "dòng bị cắt qua hai trang, có thể chưa đọc hết" : null);
        return new(numbered.Criterion, numbered.Indicator, line.Text, line.Summary, result, line.Score, line.MaxScore, line.Place, line.Result.Place, doubt);
    }

    // A row whose number was not read is told by what it asks for, where the scheme says what that is.
    private static bool IsAsPrinted(NumberedLine numbered, Scheme? scheme)
    {
        var criterion = scheme?.Criteria.FirstOrDefault(one => one.Number == numbered.Criterion);
        var text = numbered.Indicator is { } number ? criterion?.Indicators.FirstOrDefault(one => one.Number == number)?.Text : criterion?.Text;
        return text is { Length: > 0 } && TextSimilarity.Of(numbered.Line.Text, text) >= SameText;
    }

    private static CellResult? OverallOf(IReadOnlyList<NumberedLine> numbered)
    {
        var rows = numbered.Where(line => line.Criterion == 0).Select(line => line.Line.Result with { Place = line.Line.Result.Place ?? line.Line.Place }).ToList();
        return rows.LastOrDefault(row => !row.IsBlank) ?? rows.LastOrDefault();
    }
}
