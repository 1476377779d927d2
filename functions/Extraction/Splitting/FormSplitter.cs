using LearningSociety.Extraction.Classification;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Splitting;

/// <summary>
/// Splits the pages of all files into forms. A page with a head of its own begins a form. A page without one goes on with the form
/// before it, unless another fits it plainly better; one that nothing before it takes waits until all pages were seen, since its form
/// may lie behind it or in another file.
/// </summary>
internal sealed class FormSplitter(PageClassifier classifier)
{
    private const double PlainlyBetter = 2;
    private readonly List<FormDraft> drafts = [];
    private readonly List<(Sheet Sheet, PageHead Head)> waiting = [];

    /// <summary>The forms in the order of their pages; pages of no known form are drafts without a form, one per file.</summary>
    /// <param name="sheets">The pages with content, file by file, in order.</param>
    public IReadOnlyList<FormDraft> Split(IEnumerable<Sheet> sheets)
    {
        foreach (var sheet in sheets) Place(sheet, PageHeadReader.Read(sheet));
        foreach (var (sheet, head) in waiting) PlaceLate(sheet, head);
        return [.. drafts.OrderBy(draft => draft.Sheets.Min(sheet => sheet.Number))];
    }

    private void Place(Sheet sheet, PageHead head)
    {
        var before = Before(sheet);
        var guess = classifier.Guess(sheet, head, mustBeHeaded: true);
        if (Begins(head, guess, before))
        {
            if (guess.Form is null) guess = classifier.Guess(sheet, head, mustBeHeaded: false);
            if (guess.Form is null) AddUnknown(sheet, head);
            else Open(sheet, head, guess);
            return;
        }

        var byBody = classifier.Guess(sheet, head, mustBeHeaded: false);
        if (before is { Form: not null } && (!before.IsClosed || guess.Form == before.Form || TableGoesOn(before.Sheets[^1], sheet) || byBody.Form == before.Form))
        {
            var best = Best(sheet, byBody, before, draft => draft.File == sheet.File && draft != before);
            if (best.Draft is null || best.Fit < PageFit.Enough || best.Fit < PageFit.Of(before, sheet, byBody, isNext: true) + PlainlyBetter) before.Add(sheet);
            else best.Draft.Add(sheet);
            return;
        }

        waiting.Add((sheet, head));
    }

    // The form that the page before in the same file belongs to; pages that wait are passed over.
    private FormDraft? Before(Sheet sheet) =>
        drafts.Where(draft => draft.File == sheet.File && draft.Sheets.Any(other => other.Number < sheet.Number)).MaxBy(draft => draft.Sheets.Where(other => other.Number < sheet.Number).Max(other => other.Number));

    // A running mark or an annex's title of the same form is no new beginning; a letterhead with another number is.
    private static bool Begins(PageHead head, FormGuess guess, FormDraft? before)
    {
        if (head.HasLetterhead)
        {
            var repeats = before is { IsClosed: false, Form: not null } && guess.Form == before.Form && head.NumberLine is not null
                && head.NumberLine.Key == before.Head.NumberLine?.Key && head.Title.Key == before.Head.Title.Key;
            return !repeats;
        }

        return guess.Form is not null && (before is null || guess.Form != before.Form || (before.IsClosed && head.Mark is not null && before.Head.Mark is not null));
    }

    private static bool TableGoesOn(Sheet before, Sheet sheet) =>
        before.Number < sheet.Number && TableLink.Ends(before) && TableLink.Begins(sheet) && TableLink.SameColumns(before, sheet);

    private (FormDraft? Draft, double Fit) Best(Sheet sheet, FormGuess guess, FormDraft? before, Func<FormDraft, bool> may)
    {
        var ranked = drafts.Where(draft => draft.Form is not null && may(draft) && !drafts.Any(other => other.Continues == draft))
            .Select(draft => (Draft: draft, Fit: PageFit.Of(draft, sheet, guess, draft == before))).OrderByDescending(pair => pair.Fit).ToList();
        return ranked.Count == 0 ? (null, 0) : ranked[0];
    }

    // A form of the page's own file comes first; one of another file goes on here as a part of its own.
    private void PlaceLate(Sheet sheet, PageHead head)
    {
        var guess = classifier.Guess(sheet, head, mustBeHeaded: false);
        var before = Before(sheet);
        if (before is { Form: null, IsClosed: false } && guess.Form is null && before.Sheets[^1].Number == sheet.Number - 1 && !TableLink.Begins(sheet))
        {
            before.Add(sheet);
            return;
        }

        var best = Best(sheet, guess, before, draft => draft.File == sheet.File);
        if (best.Fit < PageFit.Enough) best = Elsewhere(sheet, guess, best);
        if (best.Draft is null) PlaceByBody(sheet, head, guess);
        else if (best.Draft.File == sheet.File) best.Draft.Add(sheet);
        else Open(sheet, best.Draft.Head, best.Draft.Guess).Continues = best.Draft;
    }

    // In a file that has no form for the page an open one of another file is enough, if it has a table where the page has one.
    private (FormDraft? Draft, double Fit) Elsewhere(Sheet sheet, FormGuess guess, (FormDraft? Draft, double Fit) own)
    {
        var best = Best(sheet, guess, null, draft => draft.File != sheet.File && !draft.IsClosed && (sheet.Tables.IsEmpty || !draft.Sheets[^1].Tables.IsEmpty));
        if (best.Draft is not null && best.Fit > Math.Max(own.Fit, -2)) return best;
        return own.Fit > 0 && own.Draft is { IsClosed: false } ? own : (null, 0);
    }

    private void PlaceByBody(Sheet sheet, PageHead head, FormGuess guess)
    {
        if (guess.Form is null) AddUnknown(sheet, head);
        else Open(sheet, head, guess);
    }

    private FormDraft Open(Sheet sheet, PageHead head, FormGuess guess)
    {
        var draft = new FormDraft(sheet.File, guess, head);
        draft.Add(sheet);
        drafts.Add(draft);
        return draft;
    }

    private void AddUnknown(Sheet sheet, PageHead head)
    {
        var unknown = drafts.FirstOrDefault(draft => draft.Form is null && draft.File == sheet.File);
        if (unknown is null) Open(sheet, head, FormGuess.None);
        else unknown.Add(sheet);
    }
}
