using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Offices;

namespace LearningSociety.Domain.Checks;

/// <summary>How a form stands to the dossier's office.</summary>
public enum OfficeStanding
{
    /// <summary>It is about the office.</summary>
    Right,

    /// <summary>It is about another office.</summary>
    Wrong,

    /// <summary>A name was read that may or may not be the office's.</summary>
    Uncertain,

    /// <summary>No name was read.</summary>
    Unstated,

    /// <summary>The letterhead is the office's, the text names another.</summary>
    Conflict,
}

/// <summary>Whether a form is about the dossier's year and office.</summary>
public static class FormStanding
{

    /// <summary>False when the form is surely about another year or another office.</summary>
    public static bool IsRight(WholeForm form, CheckInput input) =>
        !IsOfAnotherYear(form, input) && OfficeOf(form, input).Standing != OfficeStanding.Wrong;

    /// <summary>True when the assessed year was read surely and is another than the dossier's.</summary>
    public static bool IsOfAnotherYear(WholeForm form, CheckInput input) =>
        input.Kind is { Year: YearMeaning.Assessed } && form.Reading.AssessedYear is { } year
        && year.Value != input.Dossier.Year && year.Confidence.Value >= input.Catalogue.Thresholds.Year;

    /// <summary>How the form stands to the office, and the name that says so.</summary>
    public static (OfficeStanding Standing, Evidence.Read<string>? Name) OfficeOf(WholeForm form, CheckInput input)
    {
        var vocabulary = input.Catalogue.Offices;
        var office = input.Dossier.OfficeName;
        var officeIsBody = OfficeNames.IsBody(office, vocabulary);
        var named = form.Reading.NamedOffices.Where(name => officeIsBody || !OfficeNames.IsBody(name.Value, vocabulary))
            .Select(name => (Name: name, Match: Compare(name.Value))).ToArray();
        var best = named.OrderByDescending(name => name.Match).FirstOrDefault();
        var agency = form.Reading.Header.Agency;
        if (agency is null || !BearsTheOffice(form, input) || (!officeIsBody && OfficeNames.IsBody(agency.Value, vocabulary)))
            return Named();

        return Compare(agency.Value) switch
        {
            OfficeMatch.Same when agency.Confidence >= Evidence.Confidence.OfTextLayer && OfficeNames.DiffersInMarks(agency.Value, office) => (OfficeStanding.Uncertain, agency),
            OfficeMatch.Same when best.Name is not null && best.Match == OfficeMatch.Different => (OfficeStanding.Conflict, best.Name),
            OfficeMatch.Same => (OfficeStanding.Right, agency),
            OfficeMatch.Different when IsSure(agency) && !MayBearTheCouncil(form, input) => (OfficeStanding.Wrong, agency),
            _ when best.Match == OfficeMatch.Same => (OfficeStanding.Right, best.Name),
            _ when best.Name is not null && best.Match == OfficeMatch.Different && IsSure(best.Name) => (OfficeStanding.Wrong, best.Name),
            _ => (OfficeStanding.Uncertain, agency),
        };

        OfficeMatch Compare(string name) => OfficeNames.Compare(name, office, vocabulary);
        bool IsSure(Evidence.Read<string> name) => name.Confidence.Value >= input.Catalogue.Thresholds.Form;

        (OfficeStanding, Evidence.Read<string>?) Named()
        {
            if (best.Name is not null)
                return (best.Match == OfficeMatch.Same ? OfficeStanding.Right : best.Match == OfficeMatch.Different && IsSure(best.Name) ? OfficeStanding.Wrong : OfficeStanding.Uncertain, best.Name);
            var signed = form.Reading.Signature.Digital.SelectMany(signature => new[] { signature.Signer, signature.Organisation })
                .Any(name => name is { Length: > 0 } && Compare(name) == OfficeMatch.Same);
            return signed ? (OfficeStanding.Right, null) : agency is not null && BearsTheOffice(form, input) ? (OfficeStanding.Uncertain, agency) : (OfficeStanding.Unstated, null);
        }
    }

    private static bool BearsTheOffice(WholeForm form, CheckInput input) => input.TypeOf(form)?.Issuer == Issuer.Office;

    private static bool MayBearTheCouncil(WholeForm form, CheckInput input) => input.Kind?.CouncilIssued.Contains(form.Id) == true;
}
