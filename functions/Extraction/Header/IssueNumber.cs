using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>Reads "Số: 75/TTr": the number and sign; a number left blank is none.</summary>
internal static partial class IssueNumber
{
    // Signs of the kinds of documents (Nghị định 30/2020/NĐ-CP, Annex III) and of the bodies in the seeds.
    private static readonly string[] KnownSigns =
    [
        "TTr", "BC", "BTH", "KH", "QĐ", "BB", "CV", "TB", "NQ", "CT", "HD", "CTr", "ĐA", "UBND", "HĐND", "HĐ", "HĐĐG", "SGDĐT", "SGD&ĐT", "ĐVHT", "THPT", "THCS", "THTHCS", "PĐG", "PC", "GM",
    ];

    private const double SureSign = 0.97;
    private const double LikeOwn = 0.5;
    private const double LikeKnown = 0.8;
    private const double LikeTwice = 0.6;
    private const double SameShape = 0.99;
    private const int LongSign = 4;
    private const string LikeStrokes = "1il|!jt";

    /// <summary>The number and sign; null when the number is blank or the line holds none.</summary>
    /// <param name="line">The line from "Số:" on, or from the number on where "Số:" was lost.</param>
    /// <param name="kinds">The signs that papers of this kind bear ("TTr" for a letter): where the sign was read weakly, it is one of these.</param>
    /// <param name="offices">Abbreviations that names of offices are written with.</param>
    public static Read<string>? Read(TextRun? line, IReadOnlyCollection<string> kinds, IEnumerable<string> offices)
    {
        if (line is null) return null;
        var match = Pattern().Match(line.Plain);
        if (!match.Success) return null;
        var printed = match.Groups["number"];
        var digits = VietnameseText.Words(printed.Value).Replace(" ", "", StringComparison.Ordinal);
        var corrected = digits.Replace('o', '0').Replace('l', '1').Replace('i', '1').Replace('s', '5');
        if (!corrected.Any(char.IsAsciiDigit) || (corrected != digits && !digits.Any(char.IsAsciiDigit))) return null;
        var sign = match.Groups["sign"];

        // A stroke before a sign of the paper's kind may have been lost; without one other letters are no sign.
        if (!match.Groups["slash"].Success && !kinds.Contains(Spelled(line.Raw.Substring(sign.Index, sign.Length).Split('-')[0].Trim()))) return null;
        var raw = line.Raw.Substring(sign.Index, sign.Length).Replace(" ", "", StringComparison.Ordinal);
        var quote = line.QuotePlain(match.Index, match.Length);
        var isSure = quote.Confidence.Value >= SureSign;
        IReadOnlyCollection<string> known = [.. KnownSigns, .. offices.Where(office => office.All(char.IsLetter))];
        var parts = raw.Split('-').Select((part, at) => isSure ? Spelled(part) : Mended(Spelled(part), at == 0 ? kinds : [], known));
        return quote.As($"{corrected}/{string.Join('-', parts)}", corrected == digits ? 1 : 0.5);
    }

    // "QĐÐ" is a Đ read twice, "HĐĐ" a sign that lost its last letter: the nearest known one. A known sign without its diacritics gets them back.
    private static string Spelled(string part)
    {
        var single = part.Replace('Ð', 'Đ');
        if (KnownSigns.Contains(single)) return single;
        if (single.Contains("ĐĐ", StringComparison.Ordinal)) return Nearest(single, KnownSigns, LikeTwice) ?? single.Replace("ĐĐ", "Đ", StringComparison.Ordinal);
        var folded = VietnameseText.Fold(single);
        return KnownSigns.FirstOrDefault(known => VietnameseText.Fold(known) == folded) ?? single;
    }

    // Signs of kinds are few: what is none of them is the nearest one of the paper's own kind. Offices have many, so only what looks the same is one that is known.
    private static string Mended(string part, IReadOnlyCollection<string> own, IReadOnlyCollection<string> known)
    {
        if (own.Contains(part) || (own.Count == 0 && known.Contains(part))) return part;
        return Nearest(part, own, LikeOwn) ?? (known.Contains(part) ? part : Nearest(part, known, part.Length < LongSign ? SameShape : LikeKnown)) ?? part;
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

    [GeneratedRegex("^(s[o06]\\s?[-:;.,]?\\s?(?<number>[0-9oils][0-9oils ]{0,6}([a-z](?=\\s?/))?)|(?<number>[0-9]{1,4}))\\s?(?<slash>/)?\\s?(?<sign>(?=[^ /-]*[a-z])[a-z0-9&'|!]+([ ]?-[ ]?(?=[^ /-]*[a-z])[a-z0-9&,'|!]+)*)")]
    private static partial Regex Pattern();
}
