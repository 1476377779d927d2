using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.Domain.Checks;

/// <summary>Forms that must be signed and are not, digital signatures that no longer hold, and signers whose issuer is not known.</summary>
public sealed class SignatureCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => input.Forms.SelectMany(form => Signed(form, input)).Concat(Untrusted(input));

    private static IEnumerable<Finding> Signed(WholeForm form, CheckInput input)
    {
        var signature = form.Reading.Signature;
        var at = signature.Marks.IsEmpty ? form.LastPage : signature.Marks[^1].Place;
        if (signature.State == SignatureState.Invalid)
        {
            var note = signature.Digital.FirstOrDefault(one => one.Integrity != Integrity.Valid && one.Note is { Length: > 0 })?.Note;
            yield return FindingParts.About(form, FindingCode.SignatureInvalid, note is null ? null : "noted", at, ("note", note?.TrimEnd('.', ' ') ?? ""));
            yield break;
        }

        var rule = input.TypeOf(form)?.Signing ?? SigningRule.None;
        if (rule == SigningRule.None) yield break;
        if (signature.State == SignatureState.Unknown || (Lacks(rule, signature.State) is not null && MayGoOn(form, input)))
            yield return FindingParts.About(form, FindingCode.LowConfidence, "signature-unknown", at);
        else if (Surety(rule, signature) < input.Catalogue.Thresholds.Signature)
            yield return FindingParts.About(form, FindingCode.LowConfidence, "signature", at, ("value", Lower(input.Label("signature." + WireName.Of(signature.State)))));
        else if (Lacks(rule, signature.State) is { } variant)
            yield return FindingParts.About(form, FindingCode.FormUnsigned, variant, at);
    }

    // People sign at the end, and the end may stand on the page after the last one, which could not be read.
    private static bool MayGoOn(WholeForm form, CheckInput input) => input.Reading.Files.Any(file => file.Name == form.LastPage.File
        && file.Problems.Any(problem => problem.Code == FindingCode.PageUnreadable && problem.Page == form.LastPage.Page + 1));

    // Where no seal is required, a seal that is unsure makes no doubt of a hand that is sure.
    private static double Surety(SigningRule rule, SignatureReading signature) => rule == SigningRule.Signature && signature.State == SignatureState.Paper
        ? signature.Marks.Where(mark => mark.Kind == InkKind.Signature).Select(mark => mark.Confidence.Value).DefaultIfEmpty(signature.Confidence.Value).Max()
        : signature.Confidence.Value;

    private static string? Lacks(SigningRule rule, SignatureState state) => (rule, state) switch
    {
        (_, SignatureState.Digital or SignatureState.Paper) => null,
        (SigningRule.Signature, SignatureState.HandOnly) => null,
        (SigningRule.Signature, SignatureState.None) => "signature-missing",
        (_, SignatureState.SealOnly) => "seal-only",
        (_, SignatureState.HandOnly) => "hand-only",
        _ => "none",
    };

    // One signature may cover a file of several forms: said once for the file.
    private static IEnumerable<Finding> Untrusted(CheckInput input) => input.Reading.Forms
        .Where(form => form.Signature.Trust == Trust.Untrusted).GroupBy(form => form.File).Select(forms =>
        {
            var signers = forms.SelectMany(form => form.Signature.Digital).Where(one => one.Trust == Trust.Untrusted)
                .Select(one => one.Signer ?? one.Organisation ?? "người ký không rõ tên").Distinct().ToArray();
            var ids = forms.Select(form => form.Form).Where(id => id != FormReading.Unknown).Distinct().ToArray();
            var made = FindingParts.Make(
                FindingCode.SignerUntrusted, null, ids.Length == 1 ? ids[0] : null, null,
                ("signers", signers.Length == 0 ? "người ký" : string.Join(", ", signers)));
            return made with { File = forms.Key };
        });

    private static string Lower(string label) => label.Length > 0 ? char.ToLowerInvariant(label[0]) + label[1..] : label;
}
