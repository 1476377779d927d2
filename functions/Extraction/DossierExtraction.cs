using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using LearningSociety.Extraction.Gradings;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Signing;
using LearningSociety.Extraction.Splitting;
using LearningSociety.Extraction.Tables;
using LearningSociety.Extraction.Tables.Borderless;

namespace LearningSociety.Extraction;

/// <summary>Reads the forms of a dossier out of the layouts of its files. Pure: no I/O, no clock.</summary>
public static class DossierExtraction
{
    /// <summary>Reads a dossier. Never fails for what a page holds: what cannot be read is a problem of its file or an unknown form.</summary>
    /// <param name="catalogue">How forms are recognised and what to read from them.</param>
    /// <param name="dossier">What is known of the dossier; a hint, never forced on what the pages say.</param>
    /// <param name="files">Its files in the order received.</param>
    public static DossierReading Read(Catalogue catalogue, DossierFacts dossier, ImmutableArray<FileInput> files)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(dossier);
        files = [.. files.Select(file => file.Layout is null ? file : file with { Layout = LegacyLayout.Decoded(file.Layout) })];
        var sheets = files.Where(file => file.Layout is not null)
            .SelectMany(file => file.Layout!.Pages.Where(page => page.Unreadable is null).Select(page => BorderlessTable.Settled(FigureRows.Settled(Sheet.Of(file.Name, page))))).ToList();
        var blank = sheets.Where(PageCondition.IsBlank).ToHashSet();
        var written = sheets.Where(sheet => !blank.Contains(sheet)).ToList();
        var copies = PageCopies.Find(written);
        var splitter = new FormSplitter(new(catalogue, dossier));
        var drafts = splitter.Split(written.Where(sheet => !copies.ContainsKey(sheet)));
        var assembly = new FormAssembly(catalogue, dossier, drafts);
        var read = files.Where(file => file.Layout is not null).DistinctBy(file => file.Name).ToDictionary(file => file.Name);
        var forms = InOrder(files, drafts).Select(draft => assembly.Read(draft, read[draft.File].Layout!.LookedForInk, read[draft.File].Signatures));
        return new(dossier, [.. files.Select(file => Problems(file, sheets, blank, copies))], SignerAgreement.Settled([.. forms]));
    }

    // By file and page; a part that goes on with a form stands behind its beginning, wherever its file came.
    private static List<FormDraft> InOrder(ImmutableArray<FileInput> files, IReadOnlyList<FormDraft> drafts)
    {
        var order = files.Select(file => file.Name).Distinct().SelectMany(name => drafts.Where(draft => draft.File == name)).ToList();
        foreach (var part in drafts.Where(draft => draft.Continues is not null))
        {
            order.Remove(part);
            order.Insert(order.IndexOf(part.Continues!) + 1, part);
        }

        return order;
    }

    private static FileReading Problems(FileInput file, List<Sheet> sheets, HashSet<Sheet> blank, ImmutableDictionary<Sheet, PageCopy> copies)
    {
        var unreadable = file.Layout is null ? [] : file.Layout.Pages.Where(page => page.Unreadable is not null)
            .Select(page => new FileProblem(FindingCode.PageUnreadable, page.Number, page.Unreadable!));
        var differing = file.Layout is null ? [] : file.Layout.Pages.Where(page => page.TextLayerDiffers)
            .Select(page => new FileProblem(FindingCode.TextLayerDiffers, page.Number, ""));
        var empty = blank.Where(sheet => sheet.File == file.Name).Select(sheet => new FileProblem(FindingCode.PageBlank, sheet.Number, ""));
        var twice = copies.Where(pair => pair.Key.File == file.Name)
            .SelectMany(pair => CopyProblems(pair.Key, pair.Value));
        var secret = sheets.Where(sheet => sheet.File == file.Name).Select(sheet => (Sheet: sheet, Stamp: SecrecyStamp.Find(sheet))).Where(pair => pair.Stamp is not null)
            .Select(pair => new FileProblem(FindingCode.SecretDocument, pair.Sheet.Number, $"dấu “{pair.Stamp}”"));
        return new(file.Name, file.PageCount, [.. file.Problems, .. unreadable.Concat(differing).Concat(empty).Concat(twice).Concat(secret).OrderBy(problem => problem.Page)]);
    }

    private static IEnumerable<FileProblem> CopyProblems(Sheet sheet, PageCopy copy)
    {
        yield return new(FindingCode.PageDuplicate, sheet.Number, "", copy.Original.Number, copy.Original.File);
        if (copy.Differing is { } differing) yield return new(FindingCode.LowConfidence, sheet.Number, differing, copy.Original.Number, copy.Original.File);
    }
}
