using System.Globalization;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>R8: counts and shares in a grading plan's prose against the total row of its tables. A figure of prose read weakly, or one of a table that somebody has to look at, is passed over.</summary>
public sealed class GradingProseCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => input.Holding("proseFigures").SelectMany(form =>
    {
        var doubted = new HashSet<Read<int>>(form.Reading.Gradings.SelectMany(table => GradingDoubtCheck.Doubted(form, table, input)), ReferenceEqualityComparer.Instance);
        return form.Reading.ProseFigures.SelectMany(figure => Judge(form, figure, doubted, input));
    });

    private static IEnumerable<Finding> Judge(WholeForm form, ProseFigure figure, HashSet<Read<int>> doubted, CheckInput input)
    {
        var table = form.Reading.Gradings.FirstOrDefault(one => one.Kind == figure.Kind && (figure.Year is not { } year || one.Year.Value == year));
        var total = table?.Rows.FirstOrDefault(row => row.IsTotal);
        var cell = InTotal(figure.Grade);
        var grade = input.Label("column." + figure.Grade);
        if (figure.Count is { } count && IsSure(count, input) && cell is not null && cell.Value != count.Value)
        {
            yield return FindingParts.About(
                form, FindingCode.CountMismatch, null, count.Place,
                ("grade", grade), ("found", Text(count.Value)), ("expected", Text(cell.Value)), ("table", input.TableName(table!.Kind, table.Year.Value)))
                with { Row = input.Label("row.total"), Column = grade };
        }

        // The prose's own count and whole come first: each sentence must be right in itself.
        var part = Sure(figure.Count, input) ?? cell;
        var whole = Sure(form.Reading.ProseFigures.FirstOrDefault(one => one.Kind == figure.Kind && one.Year == figure.Year && one.Grade == "assessed")?.Count, input)
            ?? InTotal("assessed");
        if (figure.Percent is not { } percent || !IsSure(percent, input) || part is null || whole is null || figure.Grade is "communes" or "assessed" or "notAssessed") yield break;
        if (Percentage.Of(part.Value, whole.Value) is not { } computed || Percentage.Agrees(percent.Value, part.Value, whole.Value)) yield break;
        yield return FindingParts.About(
            form, FindingCode.PercentageMismatch, null, percent.Place,
            ("grade", grade), ("count", Text(part.Value)), ("total", Text(whole.Value)), ("found", Text(percent.Value)), ("computed", Text(computed)))
            with { Row = input.Label("row.total"), Column = grade };

        Read<int>? InTotal(string column) => total is not null && GradingSums.Cell(total, column) is { } figure && !doubted.Contains(figure) ? figure : null;
    }

    private static bool IsSure<T>(Read<T> read, CheckInput input) => read.Confidence.Value >= input.Catalogue.Thresholds.Figure;

    private static Read<int>? Sure(Read<int>? read, CheckInput input) => read is not null && IsSure(read, input) ? read : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture).Replace('.', ',');
}
