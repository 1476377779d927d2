using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Signing;

/// <summary>
/// One person signs several papers of a dossier, and the seal hides another part of the name on each. A name of which a page shows the
/// end, or that differs by marks that recognition slips on, is the whole one that another page shows; what stood on the page is kept as raw.
/// </summary>
internal static class SignerAgreement
{
    private const double SameName = 0.8;
    private const double ByAnother = 0.85;
    private const double Sure = 0.9;
    private const double Illegible = 0.5;
    private const int GivenName = 2;

    /// <summary>The forms with their signers completed.</summary>
    public static ImmutableArray<FormReading> Settled(ImmutableArray<FormReading> forms)
    {
        var read = forms.Select(form => form.Header.Signer).OfType<Read<string>>().ToList();
        var names = read.Select(name => Legible(name, read) is { } legible ? name with { Value = legible } : name).ToList();
        return [.. forms.Select(form => form.Header.Signer is { } signer && signer.Confidence < Confidence.OfTextLayer && Better(signer, names) is { } better
            ? form with { Header = form.Header with { Signer = signer with { Value = better, Confidence = new(Math.Max(signer.Confidence.Value, ByAnother)) } } }
            : form)];
    }

    // Of the names that may be this one: the longest, then the one whose syllables all stand in names, then the one read most often, then the one read most surely.
    private static string? Better(Read<string> signer, List<Read<string>> names)
    {
        if (Legible(signer, names) is { } legible) return legible;
        var best = names.Where(name => MayBe(signer.Value, name.Value)).GroupBy(name => name.Value)
            .OrderByDescending(group => Syllables(group.Key).Length).ThenByDescending(group => Syllables(group.Key).All(PersonNames.IsSyllable))
            .ThenByDescending(group => group.Count()).ThenByDescending(group => group.Max(name => name.Confidence.Value)).FirstOrDefault();
        return best is null || best.Key == signer.Value ? null : best.Key;
    }

    // "Ngô Yến Ngọc Oanh" was made of the rests of Nguyễn Ngọc Oanh: what is hardly legible is the one name that was read surely and ends alike.
    private static string? Legible(Read<string> signer, List<Read<string>> names)
    {
        if (signer.Confidence.Value >= Illegible || Syllables(signer.Value) is not { Length: > GivenName } syllables) return null;
        var end = syllables[^GivenName..];
        string[] sure = [.. names.Where(name => name.Confidence.Value >= Sure && Syllables(name.Value) is { Length: > GivenName } whole && PersonNames.IsSurname(whole[0]) && whole[^GivenName..].SequenceEqual(end)).Select(name => name.Value).Distinct()];
        return sure is [var only] ? only : null;
    }

    private static bool MayBe(string read, string other)
    {
        var (part, whole) = (Syllables(read), Syllables(other));
        if (part.Length < 2 || whole.Length < part.Length) return false;

        // "Tran Thị Hồng Nhung" is a Trần, though a Cao Thị Hồng Nhung signs another paper.
        if (part.Length == whole.Length && (PersonNames.IsSurname(part[0]) ? part[0] : PersonNames.WithMarks(part[0], isFirst: true)) is { } surname
            && VietnameseText.Fold(surname) != VietnameseText.Fold(whole[0]) && PersonNames.IsSurname(whole[0])) return false;
        if (LacksMiddle(part, whole)) return true;

        // "ĐỒNG Phạm Thị Vân" is not the whole of Phạm Thị Vân.
        if (part.Length > 2 && whole.Length > part.Length && PersonNames.IsSurname(part[0]) && VietnameseText.Fold(part[0]) == VietnameseText.Fold(whole[^part.Length])) return false;
        return TextSimilarity.OfMarked(string.Join(' ', part), string.Join(' ', whole[^part.Length..])) >= SameName;
    }

    // "Cao Nhung" of "Cao Thị Minh Nhung": a stroke lies over what is between.
    private static bool LacksMiddle(string[] part, string[] whole)
    {
        if (part.Length == whole.Length || part[0] != whole[0] || part[^1] != whole[^1]) return false;
        var at = 0;
        foreach (var syllable in whole) if (at < part.Length && part[at] == syllable) at++;
        return at == part.Length;
    }

    private static string[] Syllables(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
