using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Prose;

/// <summary>Reads the counts and shares that a grading plan states in words: "xếp loại Khá 35 đơn vị đạt 23,2%".</summary>
internal static partial class GradingFigures
{
    private const int SentenceReach = 700;
    private const int HeadingReach = 6000;

    /// <summary>The figures in order.</summary>
    public static ImmutableArray<ProseFigure> Read(TextRun body)
    {
        var figures = ImmutableArray.CreateBuilder<ProseFigure>();
        foreach (var match in CountOfGrade().Matches(body.Plain).Where(match => match.Groups["percent"].Success || (match.Groups["named"].Success && match.Groups["unit"].Success))) figures.Add(Figure(body, match));
        foreach (Match match in GradeOfCount().Matches(body.Plain)) figures.Add(Figure(body, match));
        foreach (Match match in AssessedCount().Matches(body.Plain))
        {
            var (kind, year) = Context(body, match.Index);
            figures.Add(new(kind, year, "assessed", Count(body, match.Groups["count"]), null));
            if (match.Groups["all"].Success) figures.Add(new(kind, year, "communes", Count(body, match.Groups["all"]), null));
        }

        return figures.ToImmutable();
    }

    private static ProseFigure Figure(TextRun body, Match match)
    {
        var (kind, year) = Context(body, match.Index);
        return new(kind, year, Grade(match.Groups["grade"].Value), Count(body, match.Groups["count"]), match.Groups["percent"].Success ? Percent(body, match.Groups["percent"]) : null);
    }

    private static string Grade(string word) => word switch { "tot" => "good", "kha" => "fair", "trung binh" => "average", "khong dat" or "chua dat" => "failed", _ => "notAssessed" };

    private static Read<int>? Count(TextRun body, Group group) =>
        int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? body.QuotePlain(group).As(value) : null;

    private static Read<decimal>? Percent(TextRun body, Group group) =>
        decimal.TryParse(group.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? body.QuotePlain(group).As(value) : null;

    // The sentence says whether it plans or tells; where it names no year, the chapter's heading in capitals may.
    private static (GradingKind Kind, int? Year) Context(TextRun body, int at)
    {
        var from = Math.Max(0, at - SentenceReach);
        var stop = body.Plain.LastIndexOf(". ", Math.Max(0, at - 1), Math.Max(0, at - from), StringComparison.Ordinal);
        var sentence = body.Plain[Math.Max(from, stop + 1)..at];
        var plan = Planned().Matches(sentence);
        var told = Told().Matches(sentence);
        var isPlan = plan.Count > 0 && (told.Count == 0 || plan[^1].Index > told[^1].Index);
        if (Year().Matches(sentence) is { Count: > 0 } years) return (isPlan ? GradingKind.Plan : GradingKind.Results, int.Parse(years[^1].Groups["year"].ValueSpan, provider: null));
        var heading = Heading().Matches(body.Raw[Math.Max(0, at - HeadingReach)..at]);
        if (heading.Count == 0) return (isPlan ? GradingKind.Plan : GradingKind.Results, null);
        return (isPlan ? GradingKind.Plan : GradingKind.Results, int.Parse(heading[^1].Groups["year"].ValueSpan, provider: null));
    }

    [GeneratedRegex("(?<![a-z])(?<named>(xep )?loai )?(?<grade>tot|kha|trung binh|khong dat|chua dat|khong danh gia|chua danh gia)\\s?:?,? ?(la |co |dat )?(?<count>[0-9]{1,4}) ?(?<unit>don vi|xa, phuong, thi tran|xa)?( cap xa)?,? ?[(]?((dat|chiem|bang|ty le|tuong duong)?( ty le)? ?(?<percent>[0-9]{1,3}([.,][0-9]{1,2})?) ?%)?")]
    private static partial Regex CountOfGrade();

    [GeneratedRegex("(?<count>[0-9]{1,4}) (don vi|xa)[a-z, ]{0,30}?(xep )?loai (?<grade>tot|kha|trung binh|khong dat|chua dat),? ?[(]?(dat|chiem|bang|ty le)?( ty le)? ?(?<percent>[0-9]{1,3}([.,][0-9]{1,2})?) ?%")]
    private static partial Regex GradeOfCount();

    [GeneratedRegex("(?<count>[0-9]{1,4})(/(?<all>[0-9]{1,4}))? (xa, phuong|xa|don vi cap xa|don vi)[a-z, ]{0,40}?(to chuc|duoc|da|tham gia) ?(to chuc )?danh gia|(?<count>[0-9]{1,4})/(?<all>[0-9]{1,4}) (xa|don vi cap xa)")]
    private static partial Regex AssessedCount();

    [GeneratedRegex("phan dau|du kien|ke hoach nam|se ")]
    private static partial Regex Planned();

    [GeneratedRegex("ket qua|da (to chuc|danh gia|xep)")]
    private static partial Regex Told();

    [GeneratedRegex("(?<!(thang [0-9]{1,2}|giai doan) )nam (?<year>20[0-9]{2})(?! ?[-/])")]
    private static partial Regex Year();

    [GeneratedRegex("\\p{Lu}{2,} (\\p{Lu}+,? ){0,12}NĂM (?<year>20[0-9]{2})")]
    private static partial Regex Heading();
}
