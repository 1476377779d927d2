using System.Collections.Immutable;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>The signs that can stand behind a paper's number: its kind's, then its agency's. Parts read weakly are the nearest of them.</summary>
/// <param name="Kinds">What papers of this form bear, "TTr" or "KH-UBND".</param>
/// <param name="Title">What the paper's title in capitals stands for: "BC" for "BÁO CÁO"; null when it has none of the known titles.</param>
/// <param name="Agency">What the agency's name may be shortened to.</param>
/// <param name="Offices">Abbreviations that names of offices are written with.</param>
internal sealed record SignParts(ImmutableArray<string> Kinds, string? Title, ImmutableArray<string> Agency, ImmutableArray<string> Offices)
{
    // Signs of the kinds of documents (Nghị định 30/2020/NĐ-CP, Annex III) and of the bodies in the seeds.
    private static readonly string[] KnownSigns =
    [
        "TTr", "BC", "BTH", "KH", "QĐ", "BB", "CV", "TB", "NQ", "CT", "HD", "CTr", "ĐA", "UBND", "HĐND", "HĐ", "HĐĐG", "SGDĐT", "SGD&ĐT", "ĐVHT", "THPT", "THCS", "THTHCS", "PĐG", "PC", "GM",
    ];

    private static readonly (string Words, string Sign)[] Titles =
        [("to trinh", "TTr"), ("bao cao", "BC"), ("ke hoach", "KH"), ("quyet dinh", "QĐ"), ("bien ban", "BB"), ("thong bao", "TB"), ("nghi quyet", "NQ"), ("huong dan", "HD"), ("de an", "ĐA")];

    private const double LikeOwn = 0.5;
    private const double LikeKnown = 0.8;
    private const double LikeTwice = 0.6;
    private const double LikeAgency = 0.35;
    private const double SameShape = 0.99;
    private const double Illegible = 0.5;
    private const int LongSign = 4;
    private const string LikeStrokes = "1il|!jt";

    /// <summary>The sign that a title in capitals stands for; null for other titles.</summary>
    /// <param name="title">The title's folded key.</param>
    public static string? OfTitle(string title) => Titles.Where(pair => title == pair.Words || title.StartsWith(pair.Words + " ", StringComparison.Ordinal)).Select(pair => pair.Sign).FirstOrDefault();

    /// <summary>True when a part is a kind that this paper may bear.</summary>
    public bool IsKind(string part) => Kinds.Contains(Spelled(part)) || Spelled(part) == Title;

    /// <summary>A part read surely: spelt, nothing else.</summary>
    public static string Spelled(string part)
    {
        // "QĐÐ" is a Đ read twice, "HĐĐ" a sign that lost its last letter: the nearest known one. A known sign without its diacritics gets them back.
        var single = part.Replace('Ð', 'Đ');
        if (KnownSigns.Contains(single)) return single;
        if (single.Contains("ĐĐ", StringComparison.Ordinal)) return Nearest(single, KnownSigns, LikeTwice) ?? single.Replace("ĐĐ", "Đ", StringComparison.Ordinal);
        var folded = VietnameseText.Fold(single);
        return KnownSigns.FirstOrDefault(known => VietnameseText.Fold(known) == folded) ?? single;
    }

    /// <summary>The first part, the paper's kind, read weakly: one of the form's, or hardly legible, what the title says.</summary>
    /// <param name="part">The part as read.</param>
    /// <param name="confidence">How surely it was read.</param>
    public string Kind(string part, double confidence)
    {
        var (spelled, own) = (Spelled(part), Title is null ? Kinds : Kinds.Add(Title));
        if (own.Contains(spelled)) return spelled;
        return Nearest(spelled, own, LikeOwn) ?? (confidence < Illegible ? Title : null) ?? Known(spelled);
    }

    /// <summary>A later part, the agency's, read weakly: signs of agencies are many, so only a known one that looks the same, or hardly legible, the nearest of the paper's own agency.</summary>
    public string Issuer(string part, double confidence)
    {
        var spelled = Spelled(part);
        if (KnownSigns.Contains(spelled) || Offices.Contains(spelled) || Agency.Contains(spelled)) return spelled;
        return (confidence < Illegible ? Nearest(spelled, Agency, LikeAgency) : Nearest(spelled, Agency, LikeKnown)) ?? Known(spelled);
    }

    private string Known(string part)
    {
        string[] known = [.. KnownSigns, .. Offices];
        return known.Contains(part) ? part : Nearest(part, known, part.Length < LongSign ? SameShape : LikeKnown) ?? part;
    }

    private static string? Nearest(string part, IReadOnlyCollection<string> signs, double least)
    {
        var shape = ShapeOf(part);
        var best = signs.Select(sign => (Sign: sign, Likeness: TextSimilarity.OfMarked(shape, ShapeOf(sign)))).OrderByDescending(sign => sign.Likeness).FirstOrDefault();
        return best.Sign is not null && best.Likeness >= least ? best.Sign : null;
    }

    // The strokes of I, l, 1 and T are taken for one another.
    private static string ShapeOf(string sign) =>
        string.Concat(VietnameseText.FoldCase(sign).Where(letter => letter is not ('\'' or '"')).Select(letter => LikeStrokes.Contains(letter, StringComparison.Ordinal) ? 't' : letter));
}
