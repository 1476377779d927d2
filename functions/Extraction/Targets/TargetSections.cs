using System.Text.RegularExpressions;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Targets;

/// <summary>An item of a plan's list of targets, with the year that its section is about.</summary>
internal sealed record TargetItem(int Year, TextRun Text);

/// <summary>Finds the sections "Mục tiêu đến năm 2025", "… 2030" of a plan and their items.</summary>
internal static partial class TargetSections
{
    /// <summary>The items in order.</summary>
    public static IReadOnlyList<TargetItem> Read(IEnumerable<Sheet> sheets)
    {
        var items = new List<TargetItem>();
        var words = new List<PlacedWord>();
        int? year = null;
        void Close()
        {
            if (year is { } known && words.Count > 0) items.Add(new(known, new(words)));
            words.Clear();
        }

        foreach (var row in sheets.SelectMany(sheet => sheet.ProseRows))
        {
            var run = new TextRun(row.Words);
            if (SectionStart().Match(run.Plain) is { Success: true } heading)
            {
                Close();
                year = int.Parse(heading.Groups["year"].ValueSpan, provider: null);
            }
            else if (EndsTargets(row, run.Plain))
            {
                Close();
                year = null;
            }
            else
            {
                if (ItemStart().IsMatch(run.Plain)) Close();
                words.AddRange(row.Words);
            }
        }

        Close();
        return items;
    }

    // A heading of the next chapter ("III. NHIỆM VỤ …") ends the targets.
    private static bool EndsTargets(TextRow row, string plain) => ChapterStart().IsMatch(plain) && row.Words.Skip(1).Take(2).All(word => word.IsCapitals);

    [GeneratedRegex("^([a-z0-9.]{1,4}[).}\\]]? ?|[-+*] ?)?(cac )?(muc tieu|chi tieu|phan dau)[^.;]{0,60}?(den|vao)( het)? na[mn] (?<year>20[2-5][0-9])|^([a-z0-9.]{1,4}[).}\\]] ?)?(den|giai doan [^.;:]{0,20})(het )?na[mn] (?<year>20[2-5][0-9])\\s?:?$")]
    private static partial Regex SectionStart();

    [GeneratedRegex("^(i|ii|iii|iv|v|vi|vii|viii|ix|x)\\s?\\. ")]
    private static partial Regex ChapterStart();

    [GeneratedRegex("^([-+*•] |[-+•][a-z0-9]|[a-z0-9]{1,2}\\) |[0-9]{1,2}(\\.[0-9]{1,2})*\\.? )")]
    private static partial Regex ItemStart();
}
