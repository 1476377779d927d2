using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Splitting;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Prose;

/// <summary>Finds the annexes and enclosed forms that a form's text names, and whether the dossier holds them.</summary>
internal static partial class Annexes
{
    /// <summary>The annexes in order, each once.</summary>
    /// <param name="draft">The form.</param>
    /// <param name="body">Its running text.</param>
    /// <param name="all">All forms of the dossier.</param>
    /// <param name="catalogue">The forms that may be enclosed.</param>
    public static ImmutableArray<NamedAnnex> Read(FormDraft draft, TextRun body, IReadOnlyList<FormDraft> all, Catalogue catalogue)
    {
        var named = new List<NamedAnnex>();
        foreach (Match match in Named().Matches(body.Plain))
        {
            if (Foreign().IsMatch(match.Value)) continue;
            var quote = body.QuotePlain(match);
            named.Add(new(Tidy(quote.Raw), null, HasAnnex(draft, all), quote.Place));
        }

        foreach (Match item in EnclosedItems(body))
        {
            var quote = body.QuotePlain(item.Groups["name"]);
            if (FormOf(quote.Raw, draft, catalogue) is not { } form) continue;
            named.Add(new(Tidy(quote.Raw), form.Id, all.Any(other => other.Form?.Id == form.Id), quote.Place));
        }

        return [.. named.DistinctBy(annex => VietnameseText.Words(annex.Name))];
    }

    private static bool HasAnnex(FormDraft draft, IReadOnlyList<FormDraft> all)
    {
        // Pages behind the signature, or a page of the dossier headed as an annex.
        if (draft.Signature is { } signature && draft.Sheets.Any(sheet => sheet.Number > signature.Sheet.Number && sheet.Words.Length > 0)) return true;
        return all.SelectMany(other => other.Sheets).Any(sheet => sheet.Rows.Take(6).Any(row => row.IsCapitals && AnnexTitle().IsMatch(row.Key)))
            || all.Any(other => other.Head.Mark is { } mark && AnnexTitle().IsMatch(VietnameseText.Words(mark.Raw)));
    }

    private static MatchCollection EnclosedItems(TextRun body)
    {
        var list = EnclosedList().Match(body.Plain);
        return Item().Matches(list.Success ? list.Groups["items"].Value.PadLeft(list.Groups["items"].Index + list.Groups["items"].Length) : "");
    }

    private static FormType? FormOf(string name, FormDraft draft, Catalogue catalogue)
    {
        var key = VietnameseText.Words(name);
        return catalogue.Forms.Where(form => form != draft.Form).Select(form => (Form: form, Likeness: Likeness(form, key)))
            .Where(pair => pair.Likeness > 0).OrderByDescending(pair => pair.Likeness).Select(pair => pair.Form).FirstOrDefault();
    }

    // An enclosed form is named by its title, and its subject tells forms of one title apart.
    private static int Likeness(FormType form, string key)
    {
        var title = form.Recognition.Titles.Select(VietnameseText.Words).Where(title => key.StartsWith(title, StringComparison.Ordinal)).Select(title => title.Length).DefaultIfEmpty(0).Max();
        if (title == 0) return 0;
        var subject = form.Recognition.Subjects.Select(VietnameseText.Words).Where(subject => Approximate.Contains(key, subject)).Select(subject => subject.Length).DefaultIfEmpty(0).Max();
        return subject == 0 && form.Recognition.Subjects.Length > 0 ? 0 : title + subject;
    }

    private static string Tidy(string raw) => raw.Trim(' ', ',', '.', ';', ':', '(', ')');

    [GeneratedRegex("(phu bieu|phu luc|danh sach|bieu thong ke|bang bieu)[^.;()0-9]{0,80}?(dinh kem|kem theo|gui kem)")]
    private static partial Regex Named();

    [GeneratedRegex("kem theo (thong tu|quyet dinh|cong van|nghi dinh)")]
    private static partial Regex Foreign();

    [GeneratedRegex("^(phu bieu|phu luc|danh sach|bieu )")]
    private static partial Regex AnnexTitle();

    [GeneratedRegex("(ho so|tai lieu|van ban)[^.;]{0,30}(gui kem|kem theo|dinh kem)( gom)?( co)?( gom)?\\s?:(?<items>.{10,900}?)(tran trong|kinh de nghi|noi nhan|\\./\\.|$)")]
    private static partial Regex EnclosedList();

    [GeneratedRegex("(?<= |^)([0-9]{1,2}[.)]|[-+]) (?<name>[a-z][^;]{5,160}?)(?=;|\\. |\\.$|$)")]
    private static partial Regex Item();
}
