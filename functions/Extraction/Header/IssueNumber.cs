using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>Reads "Số: 75/TTr": the number and sign; a number left blank is none.</summary>
internal static partial class IssueNumber
{
    private const double SureSign = 0.97;
    private const double Illegible = 0.5;
    private const double Corrected = 0.5;
    private const double Beside = 0.03;

    /// <summary>The number and sign; null when the number is blank or the line holds none.</summary>
    /// <param name="line">The line from "Số:" on, or from the number on where "Số:" was lost.</param>
    /// <param name="signs">The signs that the paper may bear: where the sign was read weakly, it is one of these.</param>
    public static Read<string>? Read(TextRun? line, SignParts signs)
    {
        if (line is null) return null;
        var words = Legible(line.Words);
        var run = new TextRun(words);
        var match = Pattern().Match(run.Plain);
        if (!match.Success) return null;
        var printed = match.Groups["number"];
        var digits = VietnameseText.Words(printed.Value).Replace(" ", "", StringComparison.Ordinal);
        var corrected = digits.Replace('o', '0').Replace('l', '1').Replace('i', '1').Replace('s', '5').Replace('z', '2');
        if (!corrected.Any(char.IsAsciiDigit) || (corrected != digits && !digits.Any(char.IsAsciiDigit))) return null;
        var sign = match.Groups["sign"];

        // A stroke before a sign of the paper's kind may have been lost; without one other letters are no sign.
        if (!match.Groups["slash"].Success && !signs.IsKind(run.Raw.Substring(sign.Index, sign.Length).Split('-')[0].Trim())) return null;
        var raw = run.Raw.Substring(sign.Index, sign.Length).Replace(" ", "", StringComparison.Ordinal);
        var quote = run.QuotePlain(match.Index, match.Length);
        var confidence = quote.Confidence.Value;
        var parts = raw.Split('-', StringSplitOptions.RemoveEmptyEntries).Select((part, at) => confidence >= SureSign ? SignParts.Spelled(part) : at == 0 ? signs.Kind(part, confidence) : signs.Issuer(part, confidence));
        var isCorrected = corrected != digits || quote.Words.Any(word => !line.Words.Contains(word));
        return quote.As($"{corrected}/{string.Join('-', parts)}", isCorrected ? Corrected : 1) with { Raw = new Quote([.. line.Words.Where(word => quote.Words.Any(part => part.Box.Contains(word.Box.CentreX, word.Box.CentreY)))]).Raw };
    }

    // In what is hardly legible a 7 stands as a stroke ("14//" is 147/, "9'/9/" 979/), and pieces of one sign side by side are one.
    private static ImmutableArray<PlacedWord> Legible(ImmutableArray<PlacedWord> words)
    {
        var legible = ImmutableArray.CreateBuilder<PlacedWord>();
        foreach (var word in words)
        {
            var isIllegible = word.Confidence.Value < Illegible;
            var before = legible.Count > 0 ? legible[^1] : null;
            if (isIllegible && before is { Confidence.Value: < Illegible } && before.Text.Contains('/', StringComparison.Ordinal) && word.Box.Left - before.Box.Right < Beside)
                legible[^1] = new(before.Text + word.Text, Confidence.Min(before.Confidence, word.Confidence), word.File, word.Page, before.Box.Union(word.Box)) { Seen = before.Seen.Union(word.Seen) };
            else if (isIllegible && StrokeForSeven().IsMatch(word.Text))
                legible.Add(new(StrokeForSeven().Replace(word.Text, "7"), word.Confidence, word.File, word.Page, word.Box) { Seen = word.Seen });
            else legible.Add(word);
        }

        return legible.ToImmutable();
    }

    [GeneratedRegex("(?<=^[0-9'/]*)['\"]?/(?=[0-9']*/)")]
    private static partial Regex StrokeForSeven();

    [GeneratedRegex("^(s[o06]\\s?[-:;.,]?\\s?(?<number>[0-9oilsz][0-9oilsz ]{0,6}([a-z](?=\\s?/))?)|(?<number>[0-9]{1,4}))\\s?(?<slash>/)?\\s?(?<sign>(?=[^ /-]*\\p{L})[\\p{L}0-9&'|!\";()]+([ ]?-[ ]?(?=[^ /-]*\\p{L})[\\p{L}0-9&,'|!\";()]+)*)")]
    private static partial Regex Pattern();
}
