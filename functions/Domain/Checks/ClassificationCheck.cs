using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Checks;

/// <summary>
/// Required forms that were told from others only weakly, and unknown pages in the middle of a required form.
/// Other unknown pages hide nothing, nor do papers of their own: where a form is missing the dossier is incomplete anyway, where none is they add to nothing.
/// </summary>
public sealed class ClassificationCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        foreach (var form in input.Forms.Where(form => input.IsRequired(form.Id)))
        {
            foreach (var part in form.Parts)
            {
                if (part.Confidence.Value < input.Catalogue.Thresholds.Form)
                    yield return FindingParts.About(form, FindingCode.LowConfidence, "form", new(part.File, part.Pages.IsDefaultOrEmpty ? 1 : part.Pages[0]));
                if (Hidden(part, input) is { Length: > 0 } pages)
                    yield return FindingParts.About(form, FindingCode.LowConfidence, "hidden-page", new(part.File, pages[0]), ("pages", "trang " + string.Join(", ", pages)));
            }
        }
    }

    private static int[] Hidden(FormReading part, CheckInput input) => part.Pages.IsDefaultOrEmpty ? [] :
    [
        .. input.Reading.Forms.Where(form => form.Form == FormReading.Unknown && form.File == part.File).SelectMany(form => form.Pages.Except(form.OwnPapers))
            .Where(page => page > part.Pages[0] && page < part.Pages[^1]).Order(),
    ];
}
