using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Classification;

/// <summary>Tells by the catalogue which form a page is of.</summary>
internal sealed class PageClassifier(Catalogue catalogue, DossierFacts dossier)
{
    private const double FormOfThisKind = 1.1;
    private const double FewestSigns = 0.4;
    private const double Ample = 0.85;

    /// <summary>The likeliest form of a page, headed or by its body.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="head">Its head.</param>
    /// <param name="mustBeHeaded">True to count only forms whose mark, title or subject is on the page.</param>
    public FormGuess Guess(Sheet sheet, PageHead head, bool mustBeHeaded)
    {
        var ranked = catalogue.Forms.Select(form => FormEvidence.Weigh(form, sheet, head)).OfType<FormEvidence>()
            .Where(evidence => !mustBeHeaded || evidence.IsHeaded)
            .Select(evidence => (Evidence: evidence, Rank: evidence.Score * (IsExpected(evidence.Form) ? FormOfThisKind : 1)))
            .OrderByDescending(pair => pair.Rank).ToList();
        if (ranked.Count == 0 || ranked[0].Evidence.Score < FewestSigns) return FormGuess.None;
        var best = ranked[0].Evidence;
        var second = ranked.Count > 1 ? ranked[1].Evidence.Score : 0;
        return new(best.Form, Certainty(best.Score, second), [.. best.Signs]);
    }

    // Ample signs are as good as certain; a second form that has nearly as much makes the guess unsure.
    private static double Certainty(double best, double second)
    {
        var lead = (1 - second) / Math.Max(0.05, 1 - best);
        var own = Math.Min(1, best / Ample);
        return lead >= 3 ? own : own * Math.Clamp(0.4 + (0.2 * lead), 0, 1);
    }

    private bool IsExpected(FormType form) =>
        catalogue.Kind(dossier.Kind) is { } kind && (kind.Required.Contains(form.Id) || kind.Optional.Contains(form.Id));
}
