using System.Globalization;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Checks;

/// <summary>Forms that must be there and are not. A form of a wrong year or office is there, but wrong: another check says so.</summary>
public sealed class FormPresenceCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        if (input.Kind is not { } kind)
        {
            yield return FindingParts.Make(FindingCode.FormMissing, "kind", null, null, ("kind", input.Dossier.Kind));
            yield break;
        }

        var strange = input.Reading.Forms.Where(form => form.Form == FormReading.Unknown).ToArray();
        var readable = input.Reading.Files.Any(file => file.PageCount > 0);
        foreach (var id in kind.Required.Where(id => input.Forms.All(form => form.Id != id)))
        {
            var variant = !readable ? "no-files" : strange.Length > 0 ? "unrecognised" : null;
            yield return FindingParts.Make(
                FindingCode.FormMissing, variant, id, null,
                ("count", strange.Sum(form => form.Pages.Length).ToString(CultureInfo.InvariantCulture)),
                ("pages", string.Join("; ", strange.Select(form => $"tệp {form.File}, trang {string.Join(", ", form.Pages)}"))));
        }
    }
}
