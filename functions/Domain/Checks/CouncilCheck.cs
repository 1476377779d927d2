using System.Globalization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Checks;

/// <summary>The council has an odd number of members, and enough of them.</summary>
public sealed class CouncilCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        if (input.Scheme?.Council is not { } rule) return [];
        var papers = input.Holding("councilSize").Where(form => input.IsRequired(form.Id)).ToArray();
        return papers.Select(form => form.Reading.CouncilSize is { } size ? Judge(form, size, rule, input) : papers.Any(other => other.Reading.CouncilSize is not null) ? null
            : FindingParts.About(form, FindingCode.LowConfidence, "council-size-missing", null, ("minimum", Text(rule.MinimumMembers)))).OfType<Finding>();
    }

    private static Finding? Judge(WholeForm form, Read<int> size, CouncilRule rule, CheckInput input)
    {
        if (size.Confidence.Value < input.Catalogue.Thresholds.Figure)
            return FindingParts.About(form, FindingCode.LowConfidence, "council-size", size.Place, ("value", Text(size.Value)));
        var variant = size.Value < rule.MinimumMembers ? "few" : rule.Odd && size.Value % 2 == 0 ? "even" : null;
        return variant is null ? null
            : FindingParts.About(form, FindingCode.CouncilSize, variant, size.Place, ("found", Text(size.Value)), ("minimum", Text(rule.MinimumMembers)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
