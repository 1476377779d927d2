using LearningSociety.Generator.Names;

namespace LearningSociety.Reading;

/// <summary>What one page's words came to.</summary>
/// <param name="Letters">Letters of the prose.</param>
/// <param name="Slips">Letters of the prose added, lost or changed.</param>
/// <param name="ToneSlips">Of the slips, letters that are right but for their tone mark.</param>
/// <param name="ProseIsRight">For each word read outside tables, whether it stands on the page.</param>
/// <param name="CellIsRight">For each word read in tables, whether it stands on the page.</param>
public sealed record Comparison(int Letters, int Slips, int ToneSlips, bool[] ProseIsRight, bool[] CellIsRight);

/// <summary>
/// Puts words read beside the words that stand on a page. Columns may be read in another order, and a table may be missed, so words alike that stand
/// elsewhere count as read; what is left between them is compared letter by letter, without spaces, so that words run together cost no more than they should.
/// </summary>
public static class Alignment
{
    /// <summary>Compares.</summary>
    public static Comparison Of(ReadPage page)
    {
        var (prose, cells) = (new Side(page.Prose.True, page.Prose.Read), new Side(page.Cells.True, page.Cells.Read));
        foreach (var side in (Side[])[prose, cells]) InOrder(side);
        foreach (var (of, from) in ((Side, Side)[])[(prose, prose), (cells, cells), (prose, cells), (cells, prose)]) Elsewhere(of, from);
        var right = prose.OfRead.Select(match => match >= 0).ToArray();
        // Words of a table that was missed are no slips of the prose, even where they are misread.
        Elsewhere(cells, prose, nearly: true);
        var (slips, tones) = (0, 0);
        foreach (var (trueText, readText) in Gaps(prose.True, prose.Read, prose.OfTrue, prose.OfRead))
        {
            var (all, tone) = Letters(trueText, readText);
            slips += all;
            tones += tone;
        }

        return new(prose.True.Sum(word => word.Length), slips, tones, right, [.. cells.OfRead.Select(match => match >= 0)]);
    }

    // The longest common run of words in order.
    private static void InOrder(Side side)
    {
        var (truth, read) = (side.True, side.Read);
        var best = new int[truth.Length + 1, read.Length + 1];
        for (var i = truth.Length - 1; i >= 0; i--)
        for (var j = read.Length - 1; j >= 0; j--)
            best[i, j] = truth[i] == read[j].Text ? best[i + 1, j + 1] + 1 : Math.Max(best[i + 1, j], best[i, j + 1]);

        for (int i = 0, j = 0; i < truth.Length && j < read.Length;)
        {
            if (truth[i] == read[j].Text) (side.OfTrue[i], side.OfRead[j]) = (j++, i++);
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
        }
    }

    // Words of one side's truth that were read, whole or nearly, among the other's words. A match there is none for the gaps' order.
    private static void Elsewhere(Side of, Side from, bool nearly = false)
    {
        for (var j = 0; j < from.Read.Length; j++)
        {
            if (from.OfRead[j] >= 0) continue;
            var text = from.Read[j].Text;
            var i = Enumerable.Range(0, of.True.Length).FirstOrDefault(i => of.OfTrue[i] < 0 && (nearly ? Letters(of.True[i], text).Slips * 2 < of.True[i].Length : of.True[i] == text), -1);
            if (i < 0) continue;
            of.OfTrue[i] = Moved;
            from.OfRead[j] = Moved;
        }
    }

    // What no word matched, gap by gap: a gap reaches from one word matched to the next, on both sides.
    private static IEnumerable<(string True, string Read)> Gaps(string[] truth, ReadWord[] read, int[] ofTruth, int[] ofRead)
    {
        var lefts = new Dictionary<int, List<string>>();
        var gap = -1;
        for (var j = 0; j < read.Length; j++)
        {
            if (ofRead[j] is >= 0 and < Moved) gap = ofRead[j];
            else if (ofRead[j] < 0) (lefts.TryGetValue(gap, out var words) ? words : lefts[gap] = []).Add(read[j].Text);
        }

        var lost = new List<string>();
        gap = -1;
        for (var i = 0; i <= truth.Length; i++)
        {
            if (i < truth.Length && (ofTruth[i] < 0 || ofTruth[i] == Moved))
            {
                if (ofTruth[i] < 0) lost.Add(truth[i]);
                continue;
            }

            var words = lefts.Remove(gap, out var found) ? found : [];
            if (lost.Count + words.Count > 0) yield return (string.Concat(lost), string.Concat(words));
            lost.Clear();
            gap = i;
        }
    }

    private static (int Slips, int Tones) Letters(string truth, string read)
    {
        var cost = new int[truth.Length + 1, read.Length + 1];
        for (var i = 0; i <= truth.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= read.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= truth.Length; i++)
        for (var j = 1; j <= read.Length; j++)
            cost[i, j] = Math.Min(cost[i - 1, j - 1] + (truth[i - 1] == read[j - 1] ? 0 : 1), Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);

        var tones = 0;
        for (int i = truth.Length, j = read.Length; i > 0 && j > 0;)
        {
            if (cost[i, j] == cost[i - 1, j - 1] + (truth[i - 1] == read[j - 1] ? 0 : 1))
            {
                if (truth[i - 1] != read[j - 1] && Vietnamese.Toneless(truth[i - 1]) == Vietnamese.Toneless(read[j - 1])) tones++;
                (i, j) = (i - 1, j - 1);
            }
            else if (cost[i, j] == cost[i - 1, j] + 1) i--;
            else j--;
        }

        return (cost[truth.Length, read.Length], tones);
    }

    // Stands for a match at a place that says nothing about order.
    private const int Moved = int.MaxValue;

    private sealed record Side(string[] True, ReadWord[] Read)
    {
        public int[] OfTrue { get; } = [.. Enumerable.Repeat(-1, True.Length)];

        public int[] OfRead { get; } = [.. Enumerable.Repeat(-1, Read.Length)];
    }
}
