using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Header;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Prose;

/// <summary>Reads which office a form is about by what its text says, not by its letterhead.</summary>
internal static partial class NamedOffices
{
    private const int MostWords = 14;
    private const int ShortestName = 8;
    private const int LongName = 24;
    private const int MostSlips = 2;
    private const double SameName = 0.93;
    private const double SureWord = 0.97;

    /// <summary>The offices named, each once; the dossier's own under its own name.</summary>
    /// <param name="text">The form's text, heading included.</param>
    /// <param name="officeName">The office's name as people write it.</param>
    public static ImmutableArray<Read<string>> Read(TextRun text, string officeName)
    {
        var named = new List<Read<string>>();
        foreach (var pattern in new[] { Bracketed(), Appraised(), Recognised(), Of(), Asking(), Meeting(), Having(), UnderHeading(), Labelled(), Dashed(), Planning() })
        {
            foreach (Match match in pattern.Matches(text.Plain))
            {
                if (Name(text, match.Groups["office"]) is not { } quote) continue;
                var isOwn = IsOwn(quote, officeName);
                named.Add(isOwn ? quote.As(officeName) : quote.As(quote.Raw.Trim(' ', ',', '.', ';', ':', '(', ')', '"')));
            }
        }

        if (named.Count == 0 && Mention(text, officeName) is { } mention) named.Add(mention);
        return [.. named.DistinctBy(read => VietnameseText.Words(read.Value))];
    }

    // No phrase names an office outright, but the dossier's own stands in the text.
    private static Read<string>? Mention(TextRun text, string officeName)
    {
        var name = Bare(VietnameseText.Words(officeName));
        if (name.Length < ShortestName || !name.Contains(' ', StringComparison.Ordinal)) return null;
        if (Approximate.Find(text.Key, name, 0) is { } match) return text.QuoteKey(match.Start, match.Length).As(officeName);

        // A long name in which a word read weakly differs by a slip.
        return name.Length >= LongName && Approximate.Find(text.Key, name, MostSlips) is { } near && text.QuoteKey(near.Start, near.Length) is { Confidence.Value: < SureWord } quote
            && Numbers(quote.Raw) == Numbers(officeName) ? quote.As(officeName, near.Likeness) : null;
    }

    // A name begins as names of offices do and is made of capitalised and small words up to the match's end.
    private static Quote? Name(TextRun text, Group office)
    {
        var quote = text.QuotePlain(office.Index, office.Length);
        var words = quote.Words.SkipWhile(word => word.Key.Length == 0 || !word.IsCapitalised).ToImmutableArray();
        var key = string.Join(' ', words.Select(word => word.Key));
        return words.Length is < 2 or > MostWords || !OrganisationNames.Begins(key) || Superior().IsMatch(key) ? null : new(words);
    }

    private static bool IsOwn(Quote quote, string officeName)
    {
        var (printed, own) = (VietnameseText.Words(quote.Raw), VietnameseText.Words(officeName));
        if (printed == own || Bare(printed) == Bare(own)) return true;
        return quote.Confidence.Value < SureWord && TextSimilarity.Of(Bare(printed), Bare(own)) >= SameName;
    }

    private static string Numbers(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Bare(string key) => Committee().Replace(key, "").Trim();

    [GeneratedRegex("^(ubnd|uy ban nhan dan) ")]
    private static partial Regex Committee();

    // Whom a paper is addressed to or issued by is not whom it is about.
    [GeneratedRegex("^(hoi dong danh gia|to danh gia|(uy ban nhan dan|ubnd) (phuong|xa|thi tran|huyen|quan|thi xa|thanh pho|tinh)$|bo giao duc|hoi dong)")]
    private static partial Regex Superior();

    [GeneratedRegex("\\((?<office>[^()]{4,80}?(\\([^()]{0,30}\\))?),? na[mn] [a-z]{3,5} gia")]
    private static partial Regex Bracketed();

    [GeneratedRegex("(tham dinh|kiem tra|xem xet) (ho so|ket qua)[^.;]{0,60}? cua (?<office>[^,.;:]{4,90}?)(?=,|\\.|;| de nghi| nam 20| theo | va )")]
    private static partial Regex Appraised();

    [GeneratedRegex("cong nhan (?<office>[^,.;]{4,90}?) (dat|la) (danh hieu )?\"?don vi hoc tap")]
    private static partial Regex Recognised();

    [GeneratedRegex("don vi hoc tap\"? (cap (phuong|xa) )?cua (?<office>[^,.;:]{4,90}?) nam 20")]
    private static partial Regex Of();

    [GeneratedRegex("(^|[,.;] )(?<office>[^,.;:]{4,90}?) (kinh )?de nghi (uy ban|ubnd|chu tich|hoi dong)")]
    private static partial Regex Asking();

    [GeneratedRegex(" tai (?<office>[^,.;:]{4,90}?), (to|hoi dong|don vi)")]
    private static partial Regex Meeting();

    [GeneratedRegex("(^|[,.;:] |tinh hinh )(?<office>[^,.;:]{4,90}?) co (tong so )?[0-9]+ (can bo|vien chuc|nguoi|thanh vien|dang vien|giao vien|cong chuc|doan vien|hoi vien)")]
    private static partial Regex Having();

    [GeneratedRegex("(^|[,.;] )(?<office>(ubnd|uy ban nhan dan|so|phong|hoi|truong|cong ty) [^,.;:]{4,80}?) ban hanh ke hoach")]
    private static partial Regex Planning();

    [GeneratedRegex("(^| )(ten )?don vi( duoc danh gia)?: ?(?<office>[^,.;:()]{4,90}?)(?=,|;|\\.|\\(|$| nam danh| tieu chi [0-9]| [ivx0-9]+\\. )")]
    private static partial Regex Labelled();

    [GeneratedRegex("\\((?<office>[^()]{4,80}?) - na[mn] 20[0-9]{2}\\)")]
    private static partial Regex Dashed();

    [GeneratedRegex("nam 20[0-9]{2} (?<office>[^,.;:()]{4,90}?) \\((do )?hoi dong")]
    private static partial Regex UnderHeading();
}
