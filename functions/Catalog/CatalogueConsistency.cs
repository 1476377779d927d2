using System.Globalization;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.Catalog;

/// <summary>Checks that the parts of a catalogue fit together.</summary>
internal static class CatalogueConsistency
{
    private static readonly string[] Contents = ["criteria", "gradings", "targets", "declared", "councilSize", "assessedYear", "proseFigures"];

    internal static IEnumerable<CatalogueProblem> Check(Catalogue catalogue)
    {
        if (catalogue.Version.Length == 0) yield return Whole("\"version\" is missing");
        if (catalogue.Thresholds.Form <= 0) yield return Whole("\"thresholds\" is missing");
        foreach (var id in Twice(catalogue.Kinds.Select(kind => kind.Id))) yield return Whole($"the kind \"{id}\" is there twice");
        foreach (var id in Twice(catalogue.Forms.Select(form => form.Id))) yield return Whole($"the form \"{id}\" is there twice");
        foreach (var id in Twice(catalogue.Schemes.Select(scheme => scheme.Id))) yield return Whole($"the scheme \"{id}\" is there twice");
        foreach (var id in Twice(catalogue.Indicators.Select(indicator => indicator.Id))) yield return Whole($"the indicator \"{id}\" is there twice");
        foreach (var kind in catalogue.Kinds)
        {
            foreach (var id in kind.Required.Concat(kind.Optional).Concat(kind.CouncilIssued).Append(kind.SummaryForm).Append(kind.LetterForm))
            {
                if (id is not null && catalogue.Form(id) is null) yield return Whole($"the kind \"{kind.Id}\" names the form \"{id}\", which is not there");
            }

            if (kind.SummaryForm is { } summary && catalogue.Form(summary) is { Scheme: null }) yield return Whole($"the form \"{summary}\" decides \"{kind.Id}\" but has no scheme");
        }

        foreach (var id in Twice(catalogue.Reports.Select(report => report.Id))) yield return Whole($"the report \"{id}\" is there twice");
        foreach (var report in catalogue.Reports)
            foreach (var id in report.Kinds.Concat(report.After).Where(id => catalogue.Kind(id) is null))
                yield return Whole($"the report \"{report.Id}\" names the kind \"{id}\", which is not there");
        foreach (var indicator in catalogue.Indicators)
            foreach (var year in Twice(indicator.Goals.Select(goal => goal.Year.ToString(CultureInfo.InvariantCulture))))
                yield return Whole($"the indicator \"{indicator.Id}\" has two goals for {year}");
        foreach (var form in catalogue.Forms)
        {
            if (form.Scheme is { } id && catalogue.Scheme(id) is null) yield return Whole($"the form \"{form.Id}\" names the scheme \"{id}\", which is not there");
            foreach (var content in form.Content.Except(Contents)) yield return Whole($"the form \"{form.Id}\" has the content \"{content}\", which nothing reads");
        }

        foreach (var scheme in catalogue.Schemes)
        {
            foreach (var word in scheme.Vocabulary.Where(word => !scheme.Results.Contains(word.Result)))
                yield return Whole($"the scheme \"{scheme.Id}\" has no result for the word \"{word.Text}\"");
            if (!scheme.Criteria.Select(criterion => criterion.Number).SequenceEqual(Enumerable.Range(1, scheme.Criteria.Length)))
                yield return Whole($"the criteria of \"{scheme.Id}\" are not numbered 1, 2, 3 ...");
        }
    }

    private static CatalogueProblem Whole(string what) => new("catalogue", 0, what);

    private static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key);
}
