using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Classification;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Signing;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Splitting;

/// <summary>
/// Weighs how well a page without a head goes on with a form: where it lies, its printed number, a table that goes on, a signature
/// that the form still needs, and what its words speak of.
/// </summary>
internal static class PageFit
{
    /// <summary>What a page must reach to be taken for a form's own.</summary>
    public const double Enough = 1.5;

    private const double Next = 2;
    private const double TableGoesOn = 3;
    private const double OtherTable = -3;
    private const double RightNumber = 2;
    private const double OtherNumber = -2;
    private const double Signed = -4;
    private const double NeedsSignature = 1;
    private const double OtherSigner = -2;
    private const double SameWords = 1.5;
    private const double OtherWords = -1;

    /// <summary>The weight, higher for a better fit.</summary>
    /// <param name="draft">The form.</param>
    /// <param name="sheet">The page.</param>
    /// <param name="guess">What the page's words speak for.</param>
    /// <param name="isNext">True when the page lies behind the form's last one.</param>
    public static double Of(FormDraft draft, Sheet sheet, FormGuess guess, bool isNext)
    {
        var weight = isNext ? Next : 0;
        weight += OfTable(draft, sheet);
        if (PrintedNumber.Of(sheet) is { } number) weight += number == draft.WithBeginning.Count() + 1 ? RightNumber : OtherNumber;
        var block = SignatureBlockReader.Find(sheet);
        if (draft.IsClosed) weight += Signed;
        else if (block is not null && draft.Form?.Signing is not (null or SigningRule.None)) weight += NeedsSignature;
        if (block?.Title is { } title && draft.Form is { } form && !MaySign(form, draft, title)) weight += OtherSigner;
        if (guess.Form is not null) weight += guess.Form == draft.Form ? SameWords : OtherWords;
        return weight;
    }

    private static double OfTable(FormDraft draft, Sheet sheet)
    {
        var last = draft.Sheets[^1];
        if (!TableLink.Begins(sheet)) return 0;
        if (last.Tables.IsEmpty) return OtherTable;
        return !TableLink.SameColumns(last, sheet) ? OtherTable : TableLink.Ends(last) ? TableGoesOn : 0;
    }

    // "TM. HỘI ĐỒNG" signs for a council; nobody else does, unless the council's papers may bear its letterhead.
    private static bool MaySign(FormType form, FormDraft draft, Quote title)
    {
        var isCouncil = VietnameseText.Words(title.Raw).Contains("hoi dong", StringComparison.Ordinal);
        var issuer = VietnameseText.Words(string.Join(' ', draft.Head.AgencyRows.Select(row => row.Text)));
        return isCouncil ? form.Issuer == Issuer.Council || issuer.Contains("hoi dong", StringComparison.Ordinal) : form.Issuer != Issuer.Council;
    }
}
