using LearningSociety.Domain.Findings;

namespace LearningSociety.Domain.Checks;

/// <summary>A plan whose targets are what counts, in which none was found.</summary>
public sealed class TargetCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => input.Holding("targets")
        .Where(form => input.IsRequired(form.Id) && form.Reading.Targets.IsEmpty)
        .Select(form => FindingParts.About(form, FindingCode.LowConfidence, "targets-missing"));
}
