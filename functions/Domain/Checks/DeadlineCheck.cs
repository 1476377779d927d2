using System.Globalization;
using LearningSociety.Domain.Findings;

namespace LearningSociety.Domain.Checks;

/// <summary>A dossier that came too late. "Trước ngày" excludes the day itself.</summary>
public sealed class DeadlineCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        if (input.Kind?.Deadline is not { } deadline || deadline.Before(input.Dossier.Year) is var before && input.Dossier.Received < before) yield break;
        yield return FindingParts.Make(
            FindingCode.DeadlineMissed, null, null, null, ("received", Day(input.Dossier.Received)), ("deadline", Day(before)), ("source", deadline.Source.Text));
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
