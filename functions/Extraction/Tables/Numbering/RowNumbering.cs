namespace LearningSociety.Extraction.Tables.Numbering;

/// <summary>
/// Numbers the rows of a table: of all ways to label criteria and indicators, and of all numbers the rows may have, those are taken
/// that together fit best what was read. A label that was misread, or lost, is told by the rows beside it.
/// </summary>
internal static class RowNumbering
{
    private const double Followed = 0.95, Misread = 0.8, ByOrder = 0.6;

    /// <summary>By so much a place must be likelier than any other to be as good as read, and not to be a guess.</summary>
    private const double Forced = 1, Likelier = 0.5;

    /// <summary>A label that fits so well was read but for a slip, and one that fits worse only by half.</summary>
    private const double AlmostRead = 0.25, HalfRead = 0.85;

    /// <summary>Numbers rows; rows that go on with the one before are joined to it.</summary>
    public static IReadOnlyList<NumberedLine> Of(IReadOnlyList<TableLine> lines)
    {
        var rows = lines.Where(line => line.Label.Kind != LabelKind.Overall).ToList();
        if (Best(rows) is not { } path) return [];
        var numbered = new List<NumberedLine>();
        var at = 0;
        foreach (var line in lines)
        {
            if (line.Label.Kind == LabelKind.Overall)
            {
                numbered.Add(new(0, null, line, 1));
                continue;
            }

            var place = path.Places[at];
            if (place.Kind == RowKind.Rest && numbered.Count > 0) numbered[^1] = numbered[^1] with { Line = RowJoin.Join(numbered[^1].Line, line) };
            else numbered.Add(new(place.Criterion, place.Kind == RowKind.Indicator ? place.Indicator : null, line, Certainty(rows, path, at)));
            at++;
        }

        return numbered;
    }

    private static RowPath? Best(List<TableLine> rows)
    {
        var evidence = new RowEvidence(rows);
        RowPath? best = null;
        foreach (var style in LabelStyle.All) best = RowPath.Of(new(evidence, style), best?.Cost ?? double.MaxValue) ?? best;
        return best;
    }

    private static double Certainty(List<TableLine> rows, RowPath path, int at)
    {
        if (IsPrinted(rows[at], path.Places[at])) return IsNext(path, at) ? rows[at].Label.Certainty : Misread;
        var isFollowed = at + 1 < rows.Count && IsNext(path, at + 1) && IsPrinted(rows[at + 1], path.Places[at + 1]);
        if (path.Margins[at] < Likelier || (path.Fits[at] >= LabelFit.Lost && !isFollowed)) return ByOrder;
        var isOther = rows[at].Label is { Kind: not LabelKind.None, Number: > 0, Certainty: >= 1 } && path.Fits[at] > AlmostRead;
        return path.Margins[at] < Forced || isOther || (path.Fits[at] > HalfRead && !isFollowed) ? Misread : Followed;
    }

    private static bool IsPrinted(TableLine line, RowPlace place) => place.Kind switch
    {
        RowKind.Criterion => line.Label.Kind == LabelKind.None ? line.Group is { } group && group.Number == place.Criterion : line.Label.Number == place.Criterion && line.Label.Of == 0,
        RowKind.Closing => line.Label.Number == place.Criterion,
        _ => line.Label.Number == place.Indicator && (line.Label.Of == 0 || line.Label.Of == place.Criterion),
    };

    private static bool IsNext(RowPath path, int at)
    {
        var (place, before) = (path.Places[at], at == 0 ? RowPlace.Start : path.Places[at - 1]);
        return before.Kind == RowKind.Start || place.Kind switch
        {
            RowKind.Criterion => place.Criterion == before.Criterion + 1,
            RowKind.Indicator => place.Indicator == (place.Criterion == before.Criterion ? before.Indicator : 0) + 1,
            _ => true,
        };
    }
}
