using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Tables;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Prose;

/// <summary>
/// Reads the result that a letter, report or decision names: "đạt “Đơn vị học tập” cấp phường mức độ 2", "chưa đạt".
/// Levels that a text merely talks about (regulations, other years) count less than the one it gives the unit.
/// </summary>
internal static partial class DeclaredResult
{
    private const double OneOfSeveral = 0.6;
    private const int Reach = 140;

    /// <summary>The result named; null when the text names none.</summary>
    /// <param name="body">The running text below the form's heading.</param>
    /// <param name="words">The words of the scheme.</param>
    public static Read<Result>? Read(TextRun body, ResultWords words)
    {
        var mentions = Mentions(body, words).ToList();
        if (mentions.Count == 0) return null;
        var most = mentions.Max(mention => mention.Weight);
        var strongest = mentions.Where(mention => mention.Weight == most).ToList();
        var last = strongest[^1].Read;
        return strongest.TrueForAll(mention => mention.Read.Value == last.Value) ? last : last with { Confidence = new(last.Confidence.Value * OneOfSeveral) };
    }

    private static IEnumerable<(Read<Result> Read, int Weight)> Mentions(TextRun body, ResultWords words)
    {
        foreach (Match match in Level().Matches(body.Plain))
        {
            var before = Sentence(body.Plain, match.Index);
            var isDenied = Denial().IsMatch(before[Math.Max(0, before.Length - 12)..]);
            if (isDenied && words.Results.Contains(Result.Level1))
            {
                // "chưa đạt mức độ 2" says no more than that; "chưa đạt mức độ 1" is a failure.
                if (words.Understand(match.Groups["level"].Value)?.Result == Result.Level1) yield return (body.QuotePlain(match).As(Result.NotMet), Weight(before));
                continue;
            }

            if (words.Understand(match.Groups["level"].Value) is { } meaning) yield return (body.QuotePlain(match).As(isDenied ? Result.NotMet : meaning.Result, meaning.Certainty), Weight(before));
        }

        foreach (Match match in NotMet().Matches(body.Plain)) yield return (body.QuotePlain(match).As(Result.NotMet), Weight(Sentence(body.Plain, match.Index)));
    }

    // What the sentence does with the level: gives it to the unit, speaks of recognition, or only mentions it.
    private static int Weight(string before)
    {
        if (Regulation().IsMatch(before)) return 0;
        if (Giving().IsMatch(before)) return 3;
        return Recognition().IsMatch(before) ? 2 : 1;
    }

    private static string Sentence(string text, int end)
    {
        var start = Math.Max(0, end - Reach);
        var stop = text.LastIndexOfAny([';', '!'], Math.Max(0, end - 1), end - start);
        var point = text.LastIndexOf(". ", Math.Max(0, end - 1), end - start, StringComparison.Ordinal);
        return text[Math.Max(start, Math.Max(stop, point) + 1)..end];
    }

    [GeneratedRegex("(?<![a-z])(?<level>(muc do|muc|md|cap do) ?(1|2|ii?|l|mot|hai|z))(?![a-z0-9]|[/.,][0-9])")]
    private static partial Regex Level();

    [GeneratedRegex("(?<![a-z])(khong|chua) (dat|du dieu kien)(?! (cac |duoc )?(chi tieu|tieu chi|muc|ket qua))")]
    private static partial Regex NotMet();

    [GeneratedRegex("(khong|chua) (dat|du dieu kien)( cong nhan)? ?$")]
    private static partial Regex Denial();

    [GeneratedRegex("(2|hai) muc do|quy dinh tai|theo dieu|dieu kien cong nhan|nang muc")]
    private static partial Regex Regulation();

    [GeneratedRegex("(tu danh gia|tu xep loai|danh gia don vi|danh gia|thong nhat.{0,60}|ket luan.{0,40}|cong nhan.{0,90}|de nghi.{0,110}|xep loai)\\s.{0,70}?dat.{0,60}$|don vi (tu danh gia )?dat.{0,60}$|dat \"?don vi hoc tap.{0,40}$")]
    private static partial Regex Giving();

    [GeneratedRegex("cong nhan|de nghi|\\bdat\\b|ket qua|xep loai")]
    private static partial Regex Recognition();
}
