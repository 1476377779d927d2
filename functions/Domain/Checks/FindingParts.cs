using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>Puts findings together.</summary>
internal static class FindingParts
{
    /// <summary>A finding about a form, at a place when one is known, otherwise on its first page.</summary>
    internal static Finding About(WholeForm form, FindingCode code, string? variant = null, Place? at = null, params (string Name, string Text)[] facts) =>
        Make(code, variant, form.Id, at ?? form.FirstPage, facts);

    internal static Finding Make(FindingCode code, string? variant, string? form, Place? at, params (string Name, string Text)[] facts) => new()
    {
        Code = code,
        Variant = variant,
        Form = form,
        File = at?.File,
        Page = at?.Page,
        Box = at?.Box,
        Facts = facts.ToImmutableSortedDictionary(fact => fact.Name, fact => fact.Text, StringComparer.Ordinal),
    };

    /// <summary>A row of a summary table as people call it.</summary>
    internal static string RowName(this CheckInput input, RowNumber row) => row.Indicator is { } indicator
        ? input.Label("row.indicator").Replace("{criterion}", $"{row.Criterion}", StringComparison.Ordinal).Replace("{indicator}", $"{indicator}", StringComparison.Ordinal)
        : input.Label("row.criterion").Replace("{criterion}", $"{row.Criterion}", StringComparison.Ordinal);

    /// <summary>A grading table as people call it, such as "Kế hoạch năm 2023".</summary>
    internal static string TableName(this CheckInput input, GradingKind kind, int? year) =>
        year is { } known ? $"{input.Label("gradingKind." + WireName.Of(kind))} năm {known}" : input.Label("gradingKind." + WireName.Of(kind));
}
