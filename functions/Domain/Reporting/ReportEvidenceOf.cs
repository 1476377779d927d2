using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.Domain.Reporting;

/// <summary>The values of a form with their places, for the boxes beside the pages.</summary>
internal static class ReportEvidenceOf
{
    internal static IEnumerable<ReportEvidence> Form(FormReading form)
    {
        var header = form.Header;
        IEnumerable<ReportEvidence?> values =
        [
            Value("number", header.Number), Value("date", header.Date), Value("agency", header.Agency), Value("signer", header.Signer),
            Value("assessedYear", form.AssessedYear), Value("declared", form.Declared), Value("councilSize", form.CouncilSize),
            .. form.NamedOffices.Select(name => Value("office", name)),
            .. form.Signature.Marks.Select(mark => At(mark.Kind == InkKind.Seal ? "seal" : "signature", "", mark.Confidence, mark.Place)),
        ];
        return values.OfType<ReportEvidence>();
    }

    private static ReportEvidence? Value<T>(string field, Read<T>? read) => read?.Place is { } place
        ? At(field, read.Raw.Length > 0 ? read.Raw : read.Value is Enum member ? WireName.Of(member) : $"{read.Value}", read.Confidence, place)
        : null;

    private static ReportEvidence At(string field, string text, Confidence confidence, Place place) =>
        new(field, text, confidence, place.Page, ReportComposer.Box(place.Box));
}
