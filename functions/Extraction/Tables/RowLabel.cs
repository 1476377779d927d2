using System.Text.RegularExpressions;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>How a row of a criterion table is labelled.</summary>
internal enum LabelKind
{
    /// <summary>Not at all: the row goes on with the one before, or its label could not be read.</summary>
    None,

    /// <summary>"Tiêu chí 1".</summary>
    Criterion,

    /// <summary>"Chỉ tiêu 1", perhaps "Chỉ tiêu 1.2".</summary>
    Indicator,

    /// <summary>"1.2".</summary>
    Dotted,

    /// <summary>"1", "1.".</summary>
    Plain,

    /// <summary>"I", "IV."</summary>
    Roman,

    /// <summary>"a", "b)".</summary>
    Letter,

    /// <summary>"Kết quả tiêu chí 1": the criterion's own row below its indicators.</summary>
    Closing,

    /// <summary>"TỔNG HỢP".</summary>
    Overall,
}

/// <summary>A row's label.</summary>
/// <param name="Kind">How it is labelled.</param>
/// <param name="Number">Its own number; 0 for none.</param>
/// <param name="Of">The criterion's number before the point of a dotted label; 0 for none.</param>
/// <param name="Certainty">Below 1 where the label had to be corrected.</param>
internal readonly partial record struct RowLabel(LabelKind Kind, int Number, int Of, double Certainty)
{
    private const double Corrected = 0.9, Unread = 0.5;
    private const int ManyLetters = 8;
    private static readonly string[] OverallWords =
    [
        "tong hop", "tong cong", "tong diem", "danh gia chung", "ket qua chung", "ket luan chung", "ket qua tong hop", "xep loai chung", "tong hop ket qua", "muc do dat duoc chung", "ket luan", "tong hop chung", "tu danh gia chung",
    ];

    /// <summary>No label.</summary>
    public static RowLabel None => new(LabelKind.None, 0, 0, 1);

    /// <summary>The label of a row.</summary>
    /// <param name="labels">The words of its label cells, left to right.</param>
    /// <param name="text">The words of its text cell.</param>
    public static RowLabel Read(IReadOnlyList<string> labels, string text)
    {
        labels = [.. labels.Select(WithoutSpecks)];
        text = WithoutSpecks(text);
        var keys = labels.Select(VietnameseText.Words).Where(key => key.Length > 0).ToList();
        var textKey = VietnameseText.Words(text);
        foreach (var key in (keys.Count > 1 ? keys.Append(string.Join(' ', keys)) : keys).Append(textKey))
        {
            if (Closing(key) is { Kind: not LabelKind.None } closing) return closing;
            if (Worded(key) is { Kind: not LabelKind.None } worded) return worded;
        }

        // A letter of "Tiêu chí II: Huy động" was taken for a border: the number stands at the head of the text.
        if (keys.Count > 0 && LostNumber(keys[0]) is { } words && Worded($"{words} {textKey}") is { Kind: not LabelKind.None } parted) return parted;
        if (labels.Select(label => LostSecondPattern().Match(VietnameseText.Fold(label))).FirstOrDefault(match => match.Success) is { } lost) return new(LabelKind.Indicator, 0, int.Parse(lost.Groups["of"].ValueSpan, provider: null), Unread);
        if ((keys.Count > 0 ? keys : [textKey]).Select(Abbreviated).FirstOrDefault(label => label.Kind != LabelKind.None) is { Kind: not LabelKind.None } abbreviated) return abbreviated;
        if (keys.Count > 0 ? keys.Any(IsOverall) || IsOverall(string.Join(' ', keys)) : IsOverall(textKey)) return new(LabelKind.Overall, 0, 0, 1);

        // "KẾT | QUẢ CHUNG": a border runs through the words.
        if (keys.Count > 0 && textKey.Length > 0 && $"{string.Join(' ', keys)} {textKey}" is var whole && OverallWords.Any(words => whole == words || (words.Length >= ManyLetters && Approximate.Distance(whole, words) <= 1))) return new(LabelKind.Overall, 0, 0, 1);
        var first = labels.FirstOrDefault(label => VietnameseText.Words(label).Length > 0) ?? "";
        return Numbered(VietnameseText.Fold(first).Trim(' ', '\'', '"', '|', '_'), first.Length == 0 ? VietnameseText.Fold(text) : "");
    }

    /// <summary>True when the words hold two labels, one after the other: two rows that were taken for one.</summary>
    public static bool IsDouble(string text)
    {
        var numbers = NumbersPattern().Matches(VietnameseText.Fold(text)).Select(match => (Of: match.Groups["of"].Value, Number: int.Parse(match.Groups["number"].ValueSpan, provider: null))).ToList();
        return numbers.Zip(numbers.Skip(1)).Any(pair => pair.First.Of == pair.Second.Of && pair.Second.Number == pair.First.Number + 1) || IsDoublePlain(VietnameseText.Fold(text));
    }

    // "1 2" and "a) b)": nothing else stands in the cell.
    private static bool IsDoublePlain(string text)
    {
        var match = PlainPairPattern().Match(text);
        return match.Success && match.Groups["second"].Value[0] == match.Groups["first"].Value[0] + 1;
    }

    // Dots of a broken line before a label: "1 I - CT1.2" is CT1.2.
    private static string WithoutSpecks(string text)
    {
        var match = SpecksPattern().Match(VietnameseText.Fold(text));
        return match.Success ? VietnameseText.Tidy(text)[match.Groups["specks"].Length..] : text;
    }

    private static bool IsOverall(string key) => OverallWords.Any(words => Approximate.Find(key, words, 1) is { Start: 0 } && key.Length <= words.Length + 40)
        || OverallWords.Any(words => words.Length >= ManyLetters && Approximate.Distance(key, words) <= 2);

    // "tieu chi" and "chi tieu" with up to two letters misread, then a number.
    private static RowLabel Worded(string key)
    {
        var match = WordedPattern().Match(key);
        if (!match.Success) return None;
        var words = match.Groups["words"].Value.Replace(" ", "", StringComparison.Ordinal);
        var (asCriterion, asIndicator) = (Approximate.Distance(words, "tieuchi"), Approximate.Distance(words, "chitieu"));
        var edits = Math.Min(asCriterion, asIndicator);
        if (edits > 2 || asCriterion == asIndicator) return None;
        var number = match.Groups["number"].Value;
        var sure = edits == 0 ? 1 : Corrected;
        if (Numeral(number) is not { } own) return None;
        // "11" may be II or III.
        if (number is "l" or "i" or "o" or "11") sure = Math.Min(sure, Corrected);
        var second = match.Groups["second"].Success ? Arabic(match.Groups["second"].Value) : null;
        return second is { } part ? new(LabelKind.Indicator, part, own, sure) : new(asCriterion < asIndicator ? LabelKind.Criterion : LabelKind.Indicator, own, 0, sure);
    }

    // "Kết quả tiêu chí 1", "Đánh giá chung tiêu chí II".
    private static RowLabel Closing(string key)
    {
        var match = ClosingPattern().Match(key);
        if (!match.Success && Approximate.Find(key, "ket qua tieu chi", 2) is { Start: 0 } words)
        {
            if (words.Length == key.Length) return new(LabelKind.Closing, 0, 0, Unread);
            return MisreadNumeral(key[words.Length..].Trim()) is { } misread ? new(LabelKind.Closing, misread, 0, Corrected) : None;
        }

        if (!match.Success || Math.Min(Approximate.Distance(match.Groups["words"].Value.Replace(" ", "", StringComparison.Ordinal), "tieuchi"), match.Groups["words"].Value == "tc" ? 0 : 9) > 2) return None;
        return Numeral(match.Groups["number"].Value) is { } number ? new(LabelKind.Closing, number, 0, match.Groups["number"].Value is "l" or "i" ? Corrected : 1) : None;
    }

    // "TC1", "CT1.2": short for tiêu chí and chỉ tiêu.
    private static RowLabel Abbreviated(string key)
    {
        var match = AbbreviatedPattern().Match(key);
        if (!match.Success || Numeral(match.Groups["number"].Value) is not { } number) return Illegible(string.Join(' ', key.Split(' ').Take(1)));
        if (match.Length < key.Length && Illegible(key) is { Kind: not LabelKind.None } illegible) return illegible;
        var sure = match.Groups["number"].Value is "l" or "i" or "o" ? Corrected : 1;
        if (match.Groups["words"].Value[0] == 't') return new(LabelKind.Criterion, number, 0, sure);
        if (match.Groups["second"].Value is [>= 'a' and <= 'h' and var letter]) return new(LabelKind.Indicator, LetterNumber(letter), number, Corrected);
        return match.Groups["second"].Success && Numeral(match.Groups["second"].Value) is { } second ? new(LabelKind.Indicator, second, number, sure) : new(LabelKind.Indicator, number, 0, sure);
    }

    private static string? LostNumber(string key) => new[] { "tieu chi", "chi tieu" }.FirstOrDefault(words => key == words || key.StartsWith(words + " ", StringComparison.Ordinal));

    // "TCB", "CT1.S": what it is a label of shows, its own number does not; that is for the order of the rows to tell.
    private static RowLabel Illegible(string key)
    {
        // "T1Œ4" is TC4: its C was read as two signs.
        if (MisreadCriterionPattern().Match(key) is { Success: true } misread) return new(LabelKind.Criterion, misread.Groups["number"].Value[0] - '0', 0, Corrected);
        var match = IllegiblePattern().Match(key);
        return match.Success ? new(match.Groups["words"].Value[0] == 't' ? LabelKind.Criterion : LabelKind.Indicator, 0, match.Groups["of"].Success ? match.Groups["of"].Value[0] - '0' : 0, Unread) : None;
    }

    private static int? Numeral(string text) => Arabic(text) ?? (RomanNumeral.Read(text) is > 0 and var roman ? roman : null);

    private static int? MisreadNumeral(string text) => Numeral(text) ?? (RomanNumeral.ReadMisread(text) is > 0 and var roman ? roman : null);

    private static RowLabel Numbered(string label, string text)
    {
        var source = label.Length > 0 ? label : text;
        var dotted = DottedPattern().Match(source);
        if (dotted.Success) return new(LabelKind.Dotted, Arabic(dotted.Groups[2].Value)!.Value, int.Parse(dotted.Groups[1].ValueSpan, provider: null), char.IsAsciiDigit(dotted.Groups[2].Value[0]) ? 1 : Corrected);
        var plain = PlainPattern().Match(source);
        if (plain.Success && (label.Length > 0 || plain.Groups["mark"].Success)) return new(LabelKind.Plain, int.Parse(plain.Groups[1].ValueSpan, provider: null), 0, 1);
        var roman = RomanPattern().Match(source);
        if (roman.Success && (label.Length > 0 || roman.Groups["mark"].Success) && RomanNumeral.Read(roman.Groups[1].Value) is > 0 and var value) return new(LabelKind.Roman, value, 0, 1);
        var letter = LetterPattern().Match(source);
        return letter.Success ? new(LabelKind.Letter, LetterNumber(letter.Groups[1].Value[0]), 0, 1) : None;
    }

    private static int LetterNumber(char letter) => letter - 'a' + 1;

    private static int? Arabic(string text) => text switch
    {
        "l" or "i" => 1,
        _ when text.All(char.IsAsciiDigit) && text.Length is 1 or 2 => int.Parse(text, provider: null),
        _ => null,
    };

    [GeneratedRegex("^(?<words>[a-z0-9]{2,5} ?[a-z]{2,5}?)( so | |(?=[0-9]))(?<number>[0-9]{1,2}|[ivx]{1,4}|l)( (?<second>[0-9]{1,2})(?= |$))?(?![a-z0-9])(?! (chi tieu|tieu chi))")]
    private static partial Regex WordedPattern();

    [GeneratedRegex("^(?![1-9]\\s?[.,]\\s?[0-9])(?<specks>((([il1|!]|[^a-z0-9 ])+|[a-z][0-9]) )*[^a-z0-9 ]*)(?=(tc|ct|tieu chi|chi tieu) ?[0-9ivx]|[1-9]\\.[0-9]|ket qua |tong hop)")]
    private static partial Regex SpecksPattern();

    [GeneratedRegex("(?<= |^)((?<of>[1-9])\\s?\\.\\s?(?<number>[1-9])\\.?(?= |$)|(?<of>)(chi tieu|ct|tieu chi|tc) ?(?<number>[1-9])\\.?(?= |:|$))")]
    private static partial Regex NumbersPattern();

    [GeneratedRegex("^(?<first>[1-9a-h])\\s?[.)]?\\s+(?<second>[1-9a-h])\\s?[.)]?$")]
    private static partial Regex PlainPairPattern();

    [GeneratedRegex("^(tong hop|tong cong|tong diem|ket qua|ket luan|danh gia|xep loai|tu danh gia|muc do dat|muc do|cong)( dat( duoc)?)?( danh gia| tu danh gia| tong hop)?( chung)?( cua| ve| cho)? (?<words>[a-z]{2,5} ?[a-z]{2,5}|tc)( so)?( (?<number>[0-9]{1,2}|[ivx]{1,4}|l)|(?<number>[0-9]{1,2}))( |$)")]
    private static partial Regex ClosingPattern();

    [GeneratedRegex("^(?<words>t ?c|c ?t) ?(?<number>[0-9]{1,2}|[ivx]{1,4}|l)( ?(?<second>[0-9]{1,2}|[li]$|[a-h]))?(?= |$)")]
    private static partial Regex AbbreviatedPattern();

    [GeneratedRegex("^((?<words>ct) ?(?<of>[1-9]) [a-z0-9]|(?<words>tc|ct) ?[a-z0-9]( ?[a-z0-9])?)$")]
    private static partial Regex IllegiblePattern();

    [GeneratedRegex("^t1[coegœ€]{1,3}(?<number>[1-9])$")]
    private static partial Regex MisreadCriterionPattern();

    [GeneratedRegex("^ct ?(?<of>[1-9])[.,][^a-z0-9 ]+$")]
    private static partial Regex LostSecondPattern();

    [GeneratedRegex("^([0-9]{1,2})\\s?[.,]\\s?([0-9]{1,2}(?![0-9%])|[li](?=\\.?$))")]
    private static partial Regex DottedPattern();

    [GeneratedRegex("^([0-9]{1,2})\\s?((?<mark>[.):/]|,(?= [^0-9]|$))|$)(?![0-9])")]
    private static partial Regex PlainPattern();

    [GeneratedRegex("^([ivx]{1,5})\\s?((?<mark>[.):/]|,(?= |$))|$)")]
    private static partial Regex RomanPattern();

    [GeneratedRegex("^([a-h])\\s?[.)]")]
    private static partial Regex LetterPattern();
}
