using System.Globalization;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.Domain.Statistics;

/// <summary>The names of what is counted, such as "verdict.complete", "computed.level-2", "criterion.3.2.level-1"; "none" stands for a result that is blank or could not be computed.</summary>
public static class Measures
{
    /// <summary>Dossiers.</summary>
    public const string Dossiers = "dossiers";

    /// <summary>The name of a result that is not there.</summary>
    public const string None = "none";

    /// <summary>Dossiers of a verdict.</summary>
    public static string Verdict(Verdict verdict) => $"verdict.{WireName.Of(verdict)}";

    /// <summary>Dossiers that declare a result.</summary>
    public static string Declared(Result? result) => $"declared.{Name(result)}";

    /// <summary>Dossiers for which the rules give a result.</summary>
    public static string Computed(Result? result) => $"computed.{Name(result)}";

    /// <summary>Rows of summary tables with a result: of a criterion's own row, or of an indicator.</summary>
    public static string Criterion(int criterion, int? indicator, Result? result) => indicator is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"criterion.{criterion}.{number}.{Name(result)}")
        : string.Create(CultureInfo.InvariantCulture, $"criterion.{criterion}.{Name(result)}");

    /// <summary>The name of a result.</summary>
    public static string Name(Result? result) => result is { } value ? WireName.Of(value) : None;

    /// <summary>Every measure that a fact counts 1 in.</summary>
    public static IEnumerable<string> Of(DossierFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        yield return Dossiers;
        yield return Verdict(fact.Verdict);
        yield return Declared(fact.Declared);
        yield return Computed(fact.Computed);
        foreach (var row in fact.Criteria)
            yield return Criterion(row.Criterion, row.Indicator, row.Result);
    }
}
