using LearningSociety.Extraction.Classification;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Splitting;

/// <summary>
/// Splits the pages of all files into forms. A page with a head of its own begins a form; a page without one goes on with
/// the form before it until that is signed, and with an unsigned form of another file when its own file has none.
/// </summary>
internal sealed class FormSplitter(PageClassifier classifier)
{
    private const double SameWidth = 0.04;
    private readonly List<FormDraft> drafts = [];
    private readonly List<(Sheet Sheet, PageHead Head)> leading = [];

    /// <summary>The forms in the order of their pages; pages of no known form are drafts without a form, one per file.</summary>
    /// <param name="sheets">The pages with content, file by file, in order.</param>
    public IReadOnlyList<FormDraft> Split(IEnumerable<Sheet> sheets)
    {
        foreach (var sheet in sheets) Place(sheet, PageHeadReader.Read(sheet));
        foreach (var (sheet, head) in leading) PlaceLate(sheet, head);
        return [.. drafts.OrderBy(draft => draft.Sheets[0].Number)];
    }

    private void Place(Sheet sheet, PageHead head)
    {
        var before = drafts.LastOrDefault(draft => draft.File == sheet.File && draft.Sheets.Contains(LastOf(sheet.File)!));
        var guess = classifier.Guess(sheet, head, mustBeHeaded: true);
        if (Begins(head, guess, before))
        {
            if (guess.Form is null) guess = classifier.Guess(sheet, head, mustBeHeaded: false);
            if (guess.Form is null) AddUnknown(sheet, head);
            else Open(sheet, head, guess);
            return;
        }

        if (before is { Form: not null } && (!before.IsClosed || guess.Form == before.Form || TableGoesOn(before.Sheets[^1], sheet) || IsAnnexOf(sheet, head, before))) before.Add(sheet);
        else if (before is null && guess.Form is null) leading.Add((sheet, head));
        else PlaceByBody(sheet, head);
    }

    private Sheet? LastOf(string file) => drafts.Where(draft => draft.File == file).SelectMany(draft => draft.Sheets).MaxBy(sheet => sheet.Number);

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

    // A table that begins the page as wide as the one that ended the page before is the same table.
    private static bool TableGoesOn(Sheet before, Sheet sheet)
    {
        if (before.Tables.IsEmpty || sheet.Tables.IsEmpty || before.Number >= sheet.Number) return false;
        var (upper, lower) = (before.Tables[^1], sheet.Tables[0]);
        return !sheet.ProseRows.Any(row => row.Box.Bottom < lower.Box.Top) && !before.ProseRows.Any(row => row.Box.Top > upper.Box.Bottom && row.Key.Length > 3)
            && Math.Abs(upper.Box.Width - lower.Box.Width) < SameWidth;
    }

    private bool IsAnnexOf(Sheet sheet, PageHead head, FormDraft before) =>
        classifier.Guess(sheet, head, mustBeHeaded: false).Form == before.Form;

    // A page without a head at the beginning of a file waits until every file was seen: its form may lie in a later one.
    private void PlaceLate(Sheet sheet, PageHead head)
    {
        var own = drafts.FirstOrDefault(draft => draft.File == sheet.File && draft.Continues is not null && draft.Sheets[^1].Number == sheet.Number - 1 && !draft.IsClosed);
        if (own is not null)
        {
            own.Add(sheet);
            return;
        }

        var guess = classifier.Guess(sheet, head, mustBeHeaded: false);
        var open = drafts.Where(draft => draft is { Form: not null, IsClosed: false } && draft.File != sheet.File && !drafts.Any(other => other.Continues == draft))
            .OrderByDescending(draft => draft.Form == guess.Form).ThenByDescending(draft => HasTable(draft) == !sheet.Tables.IsEmpty).FirstOrDefault();
        if (open is not null && (HasTable(open) || sheet.Tables.IsEmpty))
        {
            var part = Open(sheet, open.Head, open.Guess);
            part.Continues = open;
        }
        else
        {
            PlaceByBody(sheet, head);
        }
    }

    private void PlaceByBody(Sheet sheet, PageHead head)
    {
        var guess = classifier.Guess(sheet, head, mustBeHeaded: false);
        if (guess.Form is null) AddUnknown(sheet, head);
        else Open(sheet, head, guess);
    }

    private static bool HasTable(FormDraft draft) => !draft.Sheets[^1].Tables.IsEmpty;

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
