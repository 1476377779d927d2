using System.Globalization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Checks;

/// <summary>Forms and tables of another year, and years that could not be read surely. What the dossier's year means is the kind's.</summary>
public sealed class YearCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => input.Forms.SelectMany(form => input.Kind?.Year switch
    {
        YearMeaning.Assessed => Assessed(form, input),
        YearMeaning.Planned => form.Reading.Gradings.SelectMany(table => Table(form, table, input)),
        YearMeaning.Issued => Issued(form, input),
        _ => [],
    });

    private static IEnumerable<Finding> Assessed(WholeForm form, CheckInput input)
    {
        if (form.Reading.AssessedYear is { } year)
        {
            if (Judge(form, year, input.Dossier.Year, input) is { } finding) yield return finding;
        }
        else if (input.IsRequired(form.Id) && input.TypeOf(form)?.Content.Contains("assessedYear") == true)
        {
            yield return FindingParts.About(form, FindingCode.LowConfidence, "year-missing", null, ("expected", Text(input.Dossier.Year)));
        }
    }

    private static IEnumerable<Finding> Table(WholeForm form, GradingTable table, CheckInput input)
    {
        var expected = table.Kind == GradingKind.Plan ? input.Dossier.Year : input.Dossier.Year - 1;
        if (Judge(form, table.Year, expected, input, "table") is not { } finding) yield break;
        var facts = finding.Facts.Add("table", input.TableName(table.Kind, null));
        yield return finding with { Facts = facts, Row = null };
    }

    // A plan may go out with its date still blank.
    private static IEnumerable<Finding> Issued(WholeForm form, CheckInput input)
    {
        if (form.Reading.Header.Date is not { } date) yield break;
        var year = new Read<int>(date.Value.Year, date.Confidence, date.Place, date.Raw);
        if (Judge(form, year, input.Dossier.Year, input) is { } finding) yield return finding;
    }

    private static Finding? Judge(WholeForm form, Read<int> year, int expected, CheckInput input, string? variant = null)
    {
        if (year.Confidence.Value < input.Catalogue.Thresholds.Year || IsYetToCome(year.Value, input))
            return FindingParts.About(form, FindingCode.LowConfidence, "year", year.Place, ("value", Text(year.Value)));
        return year.Value == expected
            ? null
            : FindingParts.About(form, FindingCode.WrongYear, variant, year.Place, ("found", Text(year.Value)), ("expected", Text(expected)));
    }

    // Nobody writes of a year after the next one: a digit was misread.
    private static bool IsYetToCome(int year, CheckInput input) => year > input.Dossier.Received.Year + 1;

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
