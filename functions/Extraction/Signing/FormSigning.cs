using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Signatures;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Splitting;

namespace LearningSociety.Extraction.Signing;

/// <summary>Tells how a form is signed: digital signatures of its file outrank ink on its signature page.</summary>
internal static class FormSigning
{
    private const double BlockMargin = 0.06;
    private const double Margin = 0.09;
    private const double Edge = 0.03;
    private const double LowerPart = 0.2;
    private const double NoBlock = 0.7;

    /// <summary>The form's signature.</summary>
    /// <param name="draft">The form's pages with its signature block.</param>
    /// <param name="lookedForInk">True when the layout engine looked for seals and handwriting.</param>
    /// <param name="digital">The digital signatures of the form's file.</param>
    public static SignatureReading Read(FormDraft draft, bool lookedForInk, ImmutableArray<DigitalSignature> digital)
    {
        var ink = Ink(draft);
        var marks = ink.Select(pair => new InkMark(pair.Ink.Kind == LayoutInkKind.Seal ? InkKind.Seal : InkKind.Signature, pair.Ink.Confidence, pair.Sheet.At(pair.Ink.Box))).ToImmutableArray();
        if (!digital.IsDefaultOrEmpty) return new(Digital(digital), TrustOf(digital), Confidence.Certain, marks, digital);
        if (!lookedForInk) return SignatureReading.Unknown;
        var hand = ink.Where(pair => pair.Ink.Kind == LayoutInkKind.Signature).Select(pair => pair.Ink.Confidence.Value).DefaultIfEmpty(0).Max();
        var seal = ink.Where(pair => pair.Ink.Kind == LayoutInkKind.Seal).Select(pair => pair.Ink.Confidence.Value).DefaultIfEmpty(0).Max();
        return (hand > 0, seal > 0) switch
        {
            (true, true) => new(SignatureState.Paper, null, new(Math.Min(hand, seal)), marks, []),
            (true, false) => new(SignatureState.HandOnly, null, new(hand), marks, []),
            (false, true) => new(SignatureState.SealOnly, null, new(seal), marks, []),
            _ => new(SignatureState.None, null, new(draft.Signature is null ? NoBlock : 1), marks, []),
        };
    }

    private static SignatureState Digital(ImmutableArray<DigitalSignature> digital) =>
        digital.All(signature => signature.Integrity == Integrity.Valid) ? SignatureState.Digital : SignatureState.Invalid;

    private static Trust? TrustOf(ImmutableArray<DigitalSignature> digital)
    {
        if (digital.Any(signature => signature.Trust is null)) return null;
        return digital.All(signature => signature.Trust == Trust.Trusted) ? Trust.Trusted : Trust.Untrusted;
    }

    // Stamps elsewhere on a page (receipt, across the edges) and what lies in its margins, such as the desk beside the paper on a photo, are no
    // signature; without a block what stands below the last page's table counts, or in its lower part.
    private static List<(LayoutInk Ink, Sheet Sheet)> Ink(FormDraft draft)
    {
        if (draft.Signature is { } found)
        {
            var (top, bottom) = (found.Block.Box.Top - BlockMargin, found.Block.Box.Bottom + BlockMargin);
            return [.. found.Sheet.Layout.Ink.Where(ink => ink.Box.Bottom >= top && ink.Box.Top <= bottom && !IsInMargin(ink)).Select(ink => (ink, found.Sheet))];
        }

        var last = draft.Sheets[^1];
        var below = last.Tables.IsEmpty ? LowerPart : Math.Min(LowerPart, last.Tables.Max(table => table.Box.Bottom));
        return [.. last.Layout.Ink.Where(ink => (ink.Box.Top >= below || last.Rows.Length < 8) && !IsInMargin(ink)).Select(ink => (ink, last))];
    }

    private static bool IsInMargin(LayoutInk ink) => ink.Kind == LayoutInkKind.Signature
        && (ink.Box.Right < Margin || ink.Box.Left > 1 - Margin || ink.Box.Left < Edge || ink.Box.Right > 1 - Edge);
}
