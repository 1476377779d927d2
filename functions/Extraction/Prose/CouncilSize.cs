using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Prose;

/// <summary>Reads how many members an assessment council has, chair and secretary included.</summary>
internal static partial class CouncilSize
{
    private const double MisreadDigit = 0.4;
    private const double Counted = 0.85;
    private static readonly string[] Words = ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot"];

    /// <summary>The size stated ("gồm 6 thành viên"), else the members listed; null when the text tells neither.</summary>
    public static Read<int>? Read(TextRun body)
    {
        foreach (Match match in Stated().Matches(body.Plain))
        {
            if (Number(match.Groups["number"].Value) is { } number) return body.QuotePlain(match).As(number.Value, number.Certainty);
        }

        return Listed(body);
    }

    private static (int Value, double Certainty)? Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return (value, 1);
        var word = Array.IndexOf(Words, text);
        if (word > 0) return (word, 1);
        return text switch
        {
            "g" or "b" => (6, MisreadDigit),
            "s" => (5, MisreadDigit),
            "t" or "?" => (7, MisreadDigit),
            "q" => (9, MisreadDigit),
            "l" or "i" => (1, MisreadDigit),
            // "G6": a digit read twice, once as a letter.
            { Length: 2 } when LooksLike(text[0], text[1]) => (text[1] - '0', 1),
            { Length: > 1 } when int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var rest) => (rest, MisreadDigit),
            _ => null,
        };
    }

    private static bool LooksLike(char letter, char digit) => (letter, digit) is ('g', '6') or ('b', '6') or ('b', '8') or ('s', '5') or ('l', '1') or ('i', '1') or ('t', '7') or ('q', '9') or ('g', '9');

    // "1. Ông … - Chủ tịch Hội đồng; 2. Bà … - Thư ký": a list that names a chair is the council.
    private static Read<int>? Listed(TextRun body)
    {
        var start = ListStart().Match(body.Plain);
        if (!start.Success) return null;
        var members = Member().Matches(body.Plain[start.Index..]).Select(match => (Number: int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), Match: match)).ToList();
        var count = 0;
        while (count < members.Count && members[count].Number == count + 1) count++;
        if (count < 2) return null;
        var end = start.Index + members[count - 1].Match.Index + members[count - 1].Match.Length;
        return body.QuotePlain(start.Index, end - start.Index).As(count, Counted);
    }

    [GeneratedRegex("(hoi dong[^.;]{0,60}?(gom|co|:)( co)?( tong so)?|thanh phan[^.;]{0,40}?|tong so|so luong)\\s?:?\\s?\\(?(?<number>[0-9]{1,2}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi mot|muoi|[gbstqli?]|[a-z][0-9]{1,2})\\)?\\s?(\\([a-z ]+\\) )?(dong chi |ong, ba |ong/ba )?(thanh vien|uy vien|nguoi|dong chi)")]
    private static partial Regex Stated();

    [GeneratedRegex("(hoi dong[^.;]{0,80}(gom|sau day|co ten|thanh vien)|thanh phan hoi dong)[^.;]{0,40}:")]
    private static partial Regex ListStart();

    [GeneratedRegex("(?<= |^|\\()([0-9]{1,2})[.)] (ong|ba|dong chi|d/c|d\\.c|[a-z])")]
    private static partial Regex Member();
}
