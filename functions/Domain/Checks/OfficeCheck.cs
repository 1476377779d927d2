using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Checks;

/// <summary>Forms of another office: by the letterhead, or by the unit that the text of a council's or committee's paper names.</summary>
public sealed class OfficeCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        foreach (var form in input.Forms)
        {
            var (standing, name) = FormStanding.OfficeOf(form, input);
            var expected = ("expected", input.Dossier.OfficeName);
            var found = name?.Raw is { Length: > 0 } raw ? raw : name?.Value ?? "";
            var finding = standing switch
            {
                OfficeStanding.Wrong => FindingParts.About(form, FindingCode.WrongOffice, null, name?.Place, ("found", found), expected),
                OfficeStanding.Uncertain when MustName(form, input) => FindingParts.About(form, FindingCode.LowConfidence, "office", name?.Place, ("value", found), expected),
                OfficeStanding.Conflict when MustName(form, input) => FindingParts.About(form, FindingCode.LowConfidence, "office-conflict", name?.Place, ("value", found)),
                OfficeStanding.Unstated when MustName(form, input) => FindingParts.About(form, FindingCode.LowConfidence, "office-missing", null, expected),
                _ => null,
            };
            if (finding is not null) yield return finding;
        }
    }

    // A plan counts for its place, which the dossier itself states; every other required form must show whose it is.
    private static bool MustName(WholeForm form, CheckInput input) => input.IsRequired(form.Id) && input.Kind?.Year != YearMeaning.Issued;
}
