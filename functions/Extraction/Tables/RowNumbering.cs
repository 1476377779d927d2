using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Extraction.Tables;

/// <summary>A row of a criterion table with its number; criterion 0 is the overall row.</summary>
internal sealed record NumberedLine(int Criterion, int? Indicator, TableLine Line, double Certainty);

/// <summary>
/// Numbers the rows of a table: labels mean what they mean beside the other labels (a plain "1" is an indicator under
/// "Tiêu chí 1", a criterion beside "1.1"). A label that could not be read gets the next number, and no certainty.
/// </summary>
internal sealed class RowNumbering
{
    private const double ByOrder = 0.6;
    private const double Misread = 0.8;
    private readonly List<NumberedLine> numbered = [];
    private readonly bool plainIsCriterion;
    private readonly bool romanIsCriterion;
    private readonly bool isFlat;
    private int criterion;
    private int indicator;

    private RowNumbering(IReadOnlyList<TableLine> lines)
    {
        var kinds = lines.Select(line => line.Label.Kind).ToHashSet();
        romanIsCriterion = !kinds.Contains(LabelKind.Criterion);
        isFlat = !kinds.Contains(LabelKind.Criterion) && !kinds.Contains(LabelKind.Roman) && kinds.Contains(LabelKind.Indicator);
        plainIsCriterion = !kinds.Contains(LabelKind.Criterion) && !kinds.Contains(LabelKind.Roman);
    }

    /// <summary>Numbers rows; rows that go on with the one before are joined to it.</summary>
    public static IReadOnlyList<NumberedLine> Of(IReadOnlyList<TableLine> lines)
    {
        var numbering = new RowNumbering(lines);
        foreach (var line in lines) numbering.Take(line);
        return numbering.numbered;
    }

    private void Take(TableLine line)
    {
        switch (line.Label.Kind)
        {
            case LabelKind.Overall:
                numbered.Add(new(0, null, line, 1));
                break;
            case LabelKind.Criterion:
            case LabelKind.Roman when romanIsCriterion:
            case LabelKind.Plain when plainIsCriterion && !isFlat:
                AddCriterion(line);
                break;
            case LabelKind.Indicator:
            case LabelKind.Dotted:
            case LabelKind.Plain:
            case LabelKind.Letter:
            case LabelKind.Roman:
                AddIndicator(line);
                break;
            default:
                TakeUnlabelled(line);
                break;
        }
    }

    private void AddCriterion(TableLine line)
    {
        var (number, certainty) = Settle(line, line.Label.Number, criterion + 1);
        (criterion, indicator) = (number, 0);
        numbered.Add(new(criterion, null, line, certainty));
    }

    private void AddIndicator(TableLine line)
    {
        if (line.Label.Of > 0 && line.Label.Of != criterion) (criterion, indicator) = (line.Label.Of, 0);
        if (criterion == 0) criterion = 1;

        // Indicators that begin again at 1 without a row for their criterion belong to the next one.
        if (line.Label is { Of: 0, Number: 1 } && indicator > 0 && isFlat) (criterion, indicator) = (criterion + 1, 0);
        var (number, certainty) = Settle(line, line.Label.Number, indicator + 1);
        indicator = number;
        numbered.Add(new(criterion, indicator, line, certainty));
    }

    // A number out of order that was not read surely is a misreading; a sure one is the document's own.
    private (int Number, double Certainty) Settle(TableLine line, int printed, int expected)
    {
        if (printed == expected) return (printed, line.Label.Certainty);
        var isFirst = numbered.Count == 0;
        if (isFirst) return (printed, line.Label.Certainty);
        return line.Label.Certainty < 1 || IsTaken(line, printed) ? (expected, Misread) : (printed, Misread);
    }

    private bool IsTaken(TableLine line, int printed) => line.Label.Kind == LabelKind.Criterion || romanIsCriterion && line.Label.Kind == LabelKind.Roman
        ? numbered.Any(other => other.Indicator is null && other.Criterion == printed)
        : numbered.Any(other => other.Criterion == criterion && other.Indicator == printed);

    private void TakeUnlabelled(TableLine line)
    {
        if (numbered.Count > 0 && !BeginsRow(line, numbered[^1].Line))
        {
            numbered[^1] = numbered[^1] with { Line = Join(numbered[^1].Line, line) };
            return;
        }

        if (line.IsMerged || criterion == 0) (criterion, indicator) = (criterion + 1, 0);
        else indicator++;
        numbered.Add(new(criterion, indicator == 0 ? null : indicator, line, ByOrder));
    }

    private static bool BeginsRow(TableLine line, TableLine before)
    {
        if (line.HasLabelInk && !line.IsMerged) return true;
        if (line.IsMerged && !line.MayContinue) return true;
        return !line.Result.IsBlank && !before.Result.IsBlank;
    }

    /// <summary>Two pieces of one row, cut by the end of the page or by a line that is none.</summary>
    private static TableLine Join(TableLine upper, TableLine lower) => upper with
    {
        Text = $"{upper.Text} {lower.Text}".Trim(),
        Summary = $"{upper.Summary} {lower.Summary}".Trim(),
        Result = upper.Result.IsBlank && lower.Result.Place is not null && (!lower.Result.IsBlank || upper.Result.Place is null) ? lower.Result : upper.Result,
        Score = upper.Score ?? lower.Score,
        MaxScore = upper.MaxScore ?? lower.MaxScore,
        Place = upper.Place.Page == lower.Place.Page && upper.Place.File == lower.Place.File
            ? new Place(upper.Place.File, upper.Place.Page, PageBox.Around(new[] { upper.Place.Box, lower.Place.Box }.OfType<PageBox>()))
            : upper.Place,
    };
}
