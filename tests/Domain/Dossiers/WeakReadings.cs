using System.Collections.Immutable;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Tests.Dossiers;

/// <summary>The dossiers that differ from one in a single reading, which is as it was but weaker than it was.</summary>
internal static class WeakReadings
{
    /// <summary>Each of them, with a name for the reading.</summary>
    internal static IEnumerable<(string Name, DossierReading Dossier)> Of(DossierReading dossier, double confidence) =>
        from index in Enumerable.Range(0, dossier.Forms.Length)
        from weakened in Of(dossier.Forms[index], new Confidence(confidence))
        select ($"{dossier.Forms[index].Form} {weakened.Name}", dossier with { Forms = dossier.Forms.SetItem(index, weakened.Form) });

    private static IEnumerable<(string Name, FormReading Form)> Of(FormReading form, Confidence weak)
    {
        yield return ("form", form with { Confidence = Weaker(form.Confidence) });
        yield return ("signature", form with { Signature = form.Signature with { Confidence = Weaker(form.Signature.Confidence), Marks = [.. form.Signature.Marks.Select(mark => mark with { Confidence = Weaker(mark.Confidence) })] } });
        if (form.AssessedYear is { } year) yield return ("year", form with { AssessedYear = Weak(year) });
        if (form.Header.Date is { } date) yield return ("date", form with { Header = form.Header with { Date = Weak(date) } });
        if (form.Header.Agency is { } agency) yield return ("agency", form with { Header = form.Header with { Agency = Weak(agency) } });
        if (form.Declared is { } declared) yield return ("overall", form with { Declared = Weak(declared) });
        if (form.CouncilSize is { } size) yield return ("council", form with { CouncilSize = Weak(size) });
        foreach (var (office, index) in Numbered(form.NamedOffices)) yield return ("office", form with { NamedOffices = form.NamedOffices.SetItem(index, Weak(office)) });
        foreach (var (target, index) in Numbered(form.Targets)) yield return ("target", form with { Targets = form.Targets.SetItem(index, target with { Percent = Weak(target.Percent) }) });
        foreach (var (row, index) in Numbered(form.Criteria))
        {
            if (row.Result is { } result) yield return ($"{row.Criterion}.{row.Indicator}", form with { Criteria = form.Criteria.SetItem(index, row with { Result = Weak(result) }) });
            if (row.Score is { } score) yield return ($"{row.Criterion}.{row.Indicator} points", form with { Criteria = form.Criteria.SetItem(index, row with { Score = Weak(score) }) });
        }

        foreach (var (table, index) in Numbered(form.Gradings))
        {
            yield return ($"year of {table.Kind}", form with { Gradings = form.Gradings.SetItem(index, table with { Year = Weak(table.Year) }) });
            foreach (var (row, at) in Numbered(table.Rows))
            {
                foreach (var column in GradingSums.Columns.Where(column => GradingSums.Cell(row, column) is not null))
                    yield return ($"{table.Kind} {row.District} {column}", form with { Gradings = form.Gradings.SetItem(index, table with { Rows = table.Rows.SetItem(at, WeakCell(row, column, Weak)) }) });
            }
        }

        Confidence Weaker(Confidence own) => Confidence.Min(own, weak);
        Read<T> Weak<T>(Read<T> read) => read with { Confidence = Weaker(read.Confidence) };
    }

    private static GradingRow WeakCell(GradingRow row, string column, Func<Read<int>, Read<int>> weak) => column switch
    {
        "communes" => row with { Communes = weak(row.Communes) },
        "assessed" => row with { Assessed = weak(row.Assessed) },
        "good" => row with { Good = weak(row.Good) },
        "fair" => row with { Fair = weak(row.Fair) },
        "average" => row with { Average = weak(row.Average) },
        "failed" => row with { Failed = weak(row.Failed!) },
        "notAssessed" => row with { NotAssessed = weak(row.NotAssessed) },
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "no such column"),
    };

    private static IEnumerable<(T Item, int Index)> Numbered<T>(ImmutableArray<T> items) => items.Select((item, index) => (item, index));
}
