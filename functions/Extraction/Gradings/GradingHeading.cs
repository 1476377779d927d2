using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Header;
using LearningSociety.Extraction.Tables;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Gradings;

/// <summary>What the lines above a grading table say of it: results or plan, and of which year.</summary>
/// <param name="Kind">Results or plan; null when the lines do not say.</param>
/// <param name="Year">The year; null when the lines do not say.</param>
internal sealed partial record GradingHeading(GradingKind? Kind, Read<int>? Year)
{
    private const int RowsAbove = 5;

    /// <summary>Reads the lines between the table before and this one; null when there are none.</summary>
    public static GradingHeading? Above(Grid grid)
    {
        var previous = grid.Sheet.Tables.Where(table => table.Box.Bottom <= grid.Box.Top + 0.005 && table.Box != grid.Box).Select(table => table.Box.Bottom).DefaultIfEmpty(0).Max();
        // On a photo the line above may hang below the table's highest corner.
        var rows = grid.Sheet.ProseRows.Where(row => row.Box.CentreY > previous && row.Box.CentreY < grid.Box.Top + row.Box.Height).TakeLast(RowsAbove).ToList();
        var run = new TextRun(rows.SelectMany(row => row.Words));
        var matches = Heading().Matches(run.Plain);
        if (matches.Count == 0) return null;
        var match = matches[^1];
        var kind = match.Groups["kind"].Value == "ket qua" ? GradingKind.Results : GradingKind.Plan;
        var (digits, corrected) = IssueDate.Digits(match.Groups["year"].Value);
        var year = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? run.QuotePlain(match.Groups["year"]).As(value, corrected ? 0.5 : 1) : null;
        return new(kind, year);
    }

    [GeneratedRegex("(?<kind>ket qua|ke hoach|du kien|phan dau)(?!.{0,160}(ket qua|ke hoach|du kien|phan dau).{0,160}na[mn] 2[0o])(.{0,160}?na[mn] (?<year>2[0o][0-9oils]{2}))?")]
    private static partial Regex Heading();
}
