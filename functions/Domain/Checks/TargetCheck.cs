using System.Globalization;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Checks;

/// <summary>
/// A plan whose targets are what counts: none was found, or a target was read weakly. Targets rise from year to year,
/// so where a later one is lower one of the two was misread or is a slip of the plan's.
/// </summary>
public sealed class TargetCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => input.Holding("targets").Where(form => input.IsRequired(form.Id))
        .SelectMany(form => form.Reading.Targets.IsEmpty ? [FindingParts.About(form, FindingCode.LowConfidence, "targets-missing")] : Doubts(form, input));

    private static IEnumerable<Finding> Doubts(WholeForm form, CheckInput input)
    {
        var targets = form.Reading.Targets;
        return targets.Where(target => target.Percent.Confidence.Value < input.Catalogue.Thresholds.Figure || targets.Any(other => Falls(target, other) || Falls(other, target)))
            .Select(target => FindingParts.About(
                form, FindingCode.LowConfidence, "target", target.Percent.Place,
                ("value", target.Percent.Value.ToString(CultureInfo.InvariantCulture).Replace('.', ',')), ("year", target.Year.ToString(CultureInfo.InvariantCulture)), ("text", target.Percent.Raw)));
    }

    private static bool Falls(TargetReading earlier, TargetReading later) =>
        earlier.Indicator == later.Indicator && earlier.Year < later.Year && later.Percent.Value < earlier.Percent.Value;
}
