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
        "TTr", "BC", "BTH", "KH", "QĐ", "BB", "CV", "TB", "NQ", "CT", "HD", "CTr", "ĐA", "GM", "UBND", "HĐND", "HĐ", "HĐĐG", "SGDĐT", "SGD&ĐT", "ĐVHT", "THPT", "THCS",
    ];

    /// <summary>The number and sign; null when the number is blank or the line holds none.</summary>
    public static Read<string>? Read(TextRun? line)
    {
        if (line is null) return null;
        var match = Pattern().Match(line.Plain);
        if (!match.Success) return null;
        var printed = match.Groups["number"];
        var digits = VietnameseText.Words(printed.Value).Replace(" ", "", StringComparison.Ordinal);
        var corrected = digits.Replace('o', '0').Replace('l', '1').Replace('i', '1').Replace('s', '5');
        if (!corrected.Any(char.IsAsciiDigit) || (corrected != digits && !digits.Any(char.IsAsciiDigit))) return null;
        var sign = match.Groups["sign"];
        var raw = line.Raw.Substring(sign.Index, sign.Length).Replace(" ", "", StringComparison.Ordinal);
        var quote = line.QuotePlain(match.Index, match.Length);
        return quote.As($"{corrected}/{string.Join('-', raw.Split('-').Select(Spelled))}", corrected == digits ? 1 : 0.5);
    }

    // "QĐÐ" is a Đ read twice; a known sign without its diacritics gets them back.
    private static string Spelled(string part)
    {
        var single = part.Replace('Ð', 'Đ');
        while (single.Contains("ĐĐ", StringComparison.Ordinal) && !KnownSigns.Contains(single)) single = single.Replace("ĐĐ", "Đ", StringComparison.Ordinal);
        if (KnownSigns.Contains(single)) return single;
        var folded = VietnameseText.Fold(single);
        return KnownSigns.FirstOrDefault(known => VietnameseText.Fold(known) == folded) ?? single;
    }

    [GeneratedRegex("^s[o06]\\s?[:;.,]?\\s?(?<number>[0-9oils][0-9oils ]{0,6}[a-z]?)\\s?/\\s?(?<sign>[a-z&]+([ ]?-[ ]?[a-z&,]+)*)")]
    private static partial Regex Pattern();
}
