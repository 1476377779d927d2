using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables.Numbering;

/// <summary>How ill the label of one row fits what the row's number would be printed as: 0 for the very label, up to <see cref="Most"/>.</summary>
internal sealed class LabelFit
{
    /// <summary>A label that is none of the expected one.</summary>
    public const double Most = 3;

    /// <summary>No label was read.</summary>
    public const double Lost = 1.6;

    /// <summary>Ink was read that is no label.</summary>
    private const double Illegible = 1.8;

    /// <summary>Another number, read surely, is hardly this one misread; a corrected one may be, and one that a row before has.</summary>
    private const double OtherNumber = 2.4, OtherCorrected = 1.2, Repeated = 1.5;

    /// <summary>A slip that recognition is known for, and what is added where the slip made another number.</summary>
    private const double KnownSlip = 0.72, OfNumber = 0.6;

    /// <summary>A label of which the kind shows and the number does not, or only half of it.</summary>
    private const double HalfRead = 0.8, LostSecond = 0.5;

    // "CT72.1" has a stroke too many.
    private const int MostCriteria = 20;

    /// <summary>A label that was itself put right.</summary>
    private const double Corrected = 0.2;

    /// <summary>What one letter of a label counts that is another.</summary>
    private const double Letter = 1.2;

    /// <summary>Ink of one or two letters before the label.</summary>
    private const double Specks = 0.3;

    private const int LongestLabel = 12, MostWords = 3;
    private readonly RowLabel label;
    private readonly (string Text, double Cost)[] read;
    private readonly double lost;
    private readonly Dictionary<string, double> known = [];

    /// <summary>Looks at a row.</summary>
    public LabelFit(TableLine line) : this(line.Label, line.LabelText.Length > 0 ? line.LabelText : line.Text, line.HasLabelInk)
    {
    }

    /// <summary>Looks at a label.</summary>
    /// <param name="label">What it was understood as.</param>
    /// <param name="text">What was read.</param>
    /// <param name="isShort">True when nothing but the label was read, false when its row's text stands behind it.</param>
    public LabelFit(RowLabel label, string text, bool isShort)
    {
        this.label = label;
        var words = VietnameseText.Words(Letters(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        read = [.. Beginnings(words, isShort).Select(part => (part, 0.0))];
        if (words.Length > 1 && words[0].Length < 3) read = [.. read, .. Beginnings(words[1..], isShort).Select(part => (part, Specks))];
        lost = isShort ? Illegible : Lost;
    }

    private static string[] Beginnings(string[] words, bool isShort)
    {
        string[] parts = [.. Enumerable.Range(1, Math.Min(MostWords, words.Length)).Select(count => string.Join(' ', words.Take(count))).Where(part => part.Length <= LongestLabel)];
        return isShort && parts.Length > 0 ? [parts[^1]] : parts;
    }

    private bool IsSure => label is { Kind: not LabelKind.None, Certainty: >= 1 };

    /// <summary>How ill it fits the criterion of that number.</summary>
    /// <param name="style">How the table labels rows.</param>
    /// <param name="number">The number.</param>
    /// <param name="last">The last criterion before it: its number does not come again.</param>
    public double AsCriterion(LabelStyle style, int number, int last)
    {
        if (style.Criteria == CriterionStyle.None) return label.Kind == LabelKind.Criterion ? Math.Max(Corrected, Numbered(label.Number, number, last, lost, false)) : IsSure ? Most : 0;
        var kind = style.Criteria switch { CriterionStyle.Roman => LabelKind.Roman, CriterionStyle.Plain => LabelKind.Plain, _ => LabelKind.Criterion };
        var fit = Math.Min(lost, style.Criterion(number).Min(Distance));
        if (style.Criteria == CriterionStyle.Roman && read.Length > 0 && RomanNumeral.ReadMisread(read[0].Text) == number) fit = Math.Min(fit, HalfRead / 2);
        if (label.Kind == kind) return Numbered(label.Number, number, last, fit, kind == LabelKind.Roman);
        return IsSure ? Math.Max(fit, label.Kind is LabelKind.Letter ? 0 : Corrected) : fit;
    }

    /// <summary>How ill it fits the indicator of that number.</summary>
    /// <param name="style">How the table labels rows.</param>
    /// <param name="criterion">The criterion.</param>
    /// <param name="number">The number.</param>
    /// <param name="last">The last indicator of the criterion before it.</param>
    public double AsIndicator(LabelStyle style, int criterion, int number, int last)
    {
        var fit = Math.Min(lost, Distance(style.Indicator(criterion, number)));
        var isKind = style.Indicators switch
        {
            IndicatorStyle.Dotted => label.Kind == LabelKind.Dotted,
            IndicatorStyle.Plain => label.Kind == LabelKind.Plain,
            IndicatorStyle.Lettered => label.Kind == LabelKind.Letter,
            _ => label.Kind == LabelKind.Indicator,
        };
        if (!isKind) return fit;
        if (!style.NamesCriterion) return label.Of > 0 ? Math.Max(fit, HalfRead) : Numbered(label.Number, number, last, fit, false);
        if (label.Of == 0) return label.Number == criterion ? Math.Min(fit, LostSecond) : label.Number == number ? Math.Min(fit, HalfRead) : fit;
        if (label.Of == criterion && label.Number == 0) return Math.Min(fit, HalfRead);
        return label.Of == criterion ? Numbered(label.Number, number, last, fit, false) : label.Certainty < 1 || label.Of > MostCriteria ? fit : Math.Max(fit, OtherNumber);
    }

    private double Numbered(int printed, int number, int last, double fit, bool isRoman)
    {
        if (printed == number) return label.Certainty >= 1 ? 0 : Math.Min(fit, Corrected);
        if (printed == 0) return Math.Min(fit, HalfRead);

        // A numeral loses a stroke more easily than it gains one.
        if (label.Certainty < 1 || (isRoman && RomanNumeral.Of(printed).Length < RomanNumeral.Of(number).Length)) return Math.Max(fit, OtherCorrected);
        if (isRoman && RomanNumeral.Of(printed).Order().SequenceEqual(RomanNumeral.Of(number).Order())) return HalfRead;
        return fit <= KnownSlip ? fit + OfNumber : Math.Max(fit, printed <= last ? Repeated : OtherNumber);
    }

    private double Distance(string expected)
    {
        if (known.TryGetValue(expected, out var fit)) return fit;
        return known[expected] = read.Length == 0 ? Most : Math.Min(Most, read.Min(part => part.Cost + Math.Min(Letter * TextSimilarity.DistanceOf(part.Text, expected), WithoutNumber(part.Text, expected))));
    }

    // "Tiêu chí" and "CT" show that it is such a label, whatever became of its number.
    private static double WithoutNumber(string text, string expected)
    {
        var words = expected.Length - expected.TrimEnd([.. "0123456789ivx "]).Length is var number and > 0 ? expected[..^number] : expected;
        if (words.Length < 2) return Most;
        return HalfRead + (Letter * TextSimilarity.DistanceOf(text.Length > words.Length ? text[..words.Length] : text, words));
    }

    // Signs that recognition has for letters and figures of labels.
    private static string Letters(string text) => string.Concat(text.Select((sign, at) => sign switch
    {
        '|' or '!' or '[' or ']' => 'l',
        '€' or '©' or '¢' => 'c',
        '(' when at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && !text.Contains(')', StringComparison.Ordinal) => 'c',
        '?' => '2',
        _ => sign,
    }));
}
