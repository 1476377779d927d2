namespace LearningSociety.Extraction.Tables.Numbering;

/// <summary>The likeliest places of all rows of a table together, and by how much each is likelier than the next.</summary>
/// <param name="Places">Of each row.</param>
/// <param name="Margins">Of each row, what all rows together would cost more if it stood in any other place.</param>
/// <param name="Fits">Of each row, how ill its label fits its place.</param>
/// <param name="Cost">What all rows cost together.</param>
internal sealed record RowPath(IReadOnlyList<RowPlace> Places, IReadOnlyList<double> Margins, IReadOnlyList<double> Fits, double Cost)
{
    // What has fallen so far behind does not come back.
    private const double Beam = 5;

    /// <summary>Finds the path of least cost over rows; null when it costs no less than the bound.</summary>
    public static RowPath? Of(RowMoves moves, double bound)
    {
        var count = moves.Count;
        var steps = new List<Dictionary<RowPlace, double>> { new() { [RowPlace.Start] = 0 } };
        var links = new List<List<(RowPlace From, RowPlace To, double Cost)>>();
        for (var at = 0; at < count; at++)
        {
            var next = new Dictionary<RowPlace, double>();
            var taken = new List<(RowPlace From, RowPlace To, double Cost)>();
            var least = double.MaxValue;
            foreach (var (from, cost) in steps[at])
            foreach (var (to, step) in moves.After(from, at))
            {
                var total = cost + step;
                if (total > least + Beam) continue;
                least = Math.Min(least, total);
                taken.Add((from, to, step));
                if (!next.TryGetValue(to, out var known) || total < known) next[to] = total;
            }

            if (least >= bound) return null;
            steps.Add(next.Where(place => place.Value <= least + Beam).ToDictionary());
            links.Add(taken);
        }

        // Back from the end: what the rest of the table costs from each place.
        var rest = new Dictionary<RowPlace, double>[count + 1];
        rest[count] = steps[count].ToDictionary(place => place.Key, _ => 0.0);
        for (var at = count - 1; at >= 0; at--)
        {
            rest[at] = [];
            foreach (var (from, to, cost) in links[at])
            {
                if (!steps[at].ContainsKey(from) || !rest[at + 1].TryGetValue(to, out var after)) continue;
                if (!rest[at].TryGetValue(from, out var known) || cost + after < known) rest[at][from] = cost + after;
            }
        }

        var (places, margins, whole) = (new List<RowPlace>(), new List<double>(), rest[0][RowPlace.Start]);
        var here = RowPlace.Start;
        for (var at = 0; at < count; at++)
        {
            here = links[at].Where(link => link.From == here && rest[at + 1].ContainsKey(link.To)).MinBy(link => link.Cost + rest[at + 1][link.To]).To;
            places.Add(here);
            margins.Add(steps[at + 1].Where(place => rest[at + 1].ContainsKey(place.Key) && !place.Key.IsSame(here)).Select(place => place.Value + rest[at + 1][place.Key] - whole).DefaultIfEmpty(Beam).Min());
        }

        return new(places, margins, [.. places.Select((place, at) => moves.Fit(place, at))], whole);
    }
}
