using System.Text.RegularExpressions;

namespace LearningSociety.Domain.Text;

/// <summary>Whether a word could be a Vietnamese syllable: it tells text in the right letters from text in the wrong encoding.</summary>
public static partial class VietnameseSyllable
{
    /// <summary>True for one syllable with or without its marks, punctuation around it passed over.</summary>
    public static bool Is(string? word)
    {
        var tidy = VietnameseText.Tidy(word).Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '\'', '/', '-');
        return tidy.Length > 0 && Shape().IsMatch(VietnameseText.Fold(tidy)) && tidy.Count(letter => VietnameseLetters.Split(letter).Tone > 0) <= 1;
    }

    [GeneratedRegex("^(b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?((a|e|i|ie|o|oa|oe|oo|u|ua|ue|uo|uy|uye|y|ye)(c|ch|m|n|ng|nh|p|t)?|ai|ao|au|ay|eo|eu|ia|ieu|iu|oai|oao|oay|oeo|oi|uay|ui|uoi|uou|uu|uya|uyu|yeu)$")]
    private static partial Regex Shape();
}
