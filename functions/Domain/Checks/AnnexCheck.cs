using LearningSociety.Domain.Findings;

namespace LearningSociety.Domain.Checks;

/// <summary>Annexes that a text names and that are not there. A required form that is missing is said elsewhere.</summary>
public sealed class AnnexCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => input.Forms.SelectMany(form => form.Reading.NamedAnnexes
        .Where(annex => !annex.Found && !(annex.Form is { } id && (input.IsRequired(id) || input.Forms.Any(other => other.Id == id))))
        .Select(annex => FindingParts.About(form, FindingCode.AnnexMissing, null, annex.Place, ("annex", annex.Name))));
}
