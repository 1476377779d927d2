namespace LearningSociety.Extraction.Tables.Numbering;

/// <summary>
/// What it costs to take a row for this or that after the row before it: how ill its label fits, numbers left out on the way, and what
/// the table's shape says against it. The costs are in parts of a letter read for another; only their order of size matters.
/// </summary>
internal sealed class RowMoves(RowEvidence rows, LabelStyle style)
{
    // A page of rows may be missing.
    private const int MostLost = 9;

    // Numbers are left out only before one that shows; so ill may it fit at most.
    private const double ShownJump = 1;
    private const double LostIndicator = 1.5, LostCriterion = 1.8, EachMore = 0.4, LateBeginning = 1;
    private const double LostRow = 2, NoRow = 0.7;
    private const double Backwards = 2.5;
    private const double NoGroup = 2.5, OtherGroup = 2.2, UnreadGroup = 0.5;
    private const double OtherShape = 0.6, OtherSummary = 0.5;
    private const double AfterClosing = 3, UnlabelledClosing = 1.5, OtherClosing = 1.5;
    private const double UnlabelledCriterion = 0.3, PlainUnlabelled = 2.2;
    private const double RestOfPage = 0.3, RestBelow = 0.8, RestWithInk = 1.2, RestLikeARow = 1.8, RestWithResult = 3, RestWithLabel = 2.5;
    private static readonly LabelStyle[] GroupStyles = [.. new[] { CriterionStyle.Worded, CriterionStyle.Abbreviated, CriterionStyle.Roman, CriterionStyle.Plain }.Select(criteria => new LabelStyle(criteria, IndicatorStyle.Plain))];

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Lines.Count;

    /// <summary>What the row may be after the one before, and what each costs.</summary>
    public IEnumerable<(RowPlace Place, double Cost)> After(RowPlace before, int at)
    {
        var line = rows.Lines[at];
        if (before.Kind != RowKind.Start) yield return (before.Rest, Rest(line, rows.Lines[at - 1]));
        if (line.Label.Kind == LabelKind.Closing || (rows.IsClosing && line is { Label.Kind: LabelKind.None, Summary.Length: 0, IsMerged: false }))
        {
            foreach (var closing in Closings(line, before)) yield return closing;
            if (line.Label.Kind == LabelKind.Closing) yield break;
        }

        if (before.Criterion > 0)
        {
            var stay = Staying(line, at, before);
            foreach (var number in NextOr(before.Indicator, line.Label.Number))
            {
                var fit = rows.Labels[at].AsIndicator(style, before.Criterion, number, before.Indicator);
                if (number <= before.Indicator ? fit > 0 : number > before.Indicator + 1 && fit > ShownJump) continue;
                yield return (RowPlace.OfIndicator(before.Criterion, number), stay + fit + Shape(line, false) + (number <= before.Indicator ? Backwards : Gap(number - before.Indicator, LostIndicator)));
            }
        }

        foreach (var criterion in NextOr(before.Criterion, line.Label.Number, line.Label.Of, line.Group?.Number ?? 0))
        {
            var fit = rows.Labels[at].AsCriterion(style, criterion, before.Criterion);
            if (criterion <= before.Criterion && (fit > 0 || style.Criteria == CriterionStyle.None)) continue;
            var begins = Beginning(line, at, before, criterion);
            if (criterion <= before.Criterion + 1 || fit <= ShownJump) yield return (RowPlace.OfCriterion(criterion), begins + Own(line, fit) + Shape(line, true));
            if (criterion <= before.Criterion) continue;
            var lost = OwnRowLost(line, before);
            foreach (var number in NextOr(0, line.Label.Number))
            {
                fit = rows.Labels[at].AsIndicator(style, criterion, number, 0);
                if (fit <= ShownJump || (number == 1 && criterion == before.Criterion + 1)) yield return (RowPlace.OfIndicator(criterion, number), begins + lost + fit + Shape(line, false) + Gap(number, LostIndicator));
            }
        }
    }

    // The next number, and those that the row shows.
    private static IEnumerable<int> NextOr(int last, params ReadOnlySpan<int> shown)
    {
        var numbers = new List<int>(4) { last + 1 };
        foreach (var number in shown) if (number > 0 && number <= last + 1 + MostLost && !numbers.Contains(number)) numbers.Add(number);
        return numbers;
    }

    /// <summary>How ill the row's label fits the place; 0 for a row that needs none.</summary>
    public double Fit(RowPlace place, int at) => place.Kind switch
    {
        RowKind.Criterion when style.Criteria == CriterionStyle.None && rows.Lines[at].Group is null => LabelFit.Lost,
        RowKind.Criterion => rows.Labels[at].AsCriterion(style, place.Criterion, place.Criterion - 1),
        RowKind.Indicator => rows.Labels[at].AsIndicator(style, place.Criterion, place.Indicator, place.Indicator - 1),
        _ => 0,
    };

    private static double Gap(int step, double lost) => step <= 1 ? 0 : lost + (EachMore * (step - 2));

    private double Rest(TableLine line, TableLine over)
    {
        if (line.Label.Kind is LabelKind.Closing || (rows.IsGrouped && line is { Group: not null, MayContinue: false })) return RestWithResult;
        if (line is { MayContinue: true, HasLabelInk: false } && (line.Text.Length == 0 || char.IsLower(line.Text[0]))
            && (line.Result.IsBlank || line.Result.Result?.Value == over.Result.Result?.Value)) return RestOfPage;
        if (!line.Result.IsBlank && !over.Result.IsBlank) return RestWithResult;
        if (line.IsMerged && !line.MayContinue) return RestWithLabel;
        if (line.Label is { Kind: not LabelKind.None, Certainty: >= 1 }) return RestWithLabel;

        // Where label and text stand in one cell, short ink without a label is the text's rest.
        if (line.HasLabelInk) return !line.MayContinue ? RestWithLabel : line.Label.Kind == LabelKind.None && over.LabelText == over.Text ? RestOfPage : RestWithInk;
        return line.MayContinue ? RestOfPage : line.Summary.Length > 0 && line.Text.Length > 0 && char.IsUpper(line.Text[0]) ? RestLikeARow : RestBelow;
    }

    private IEnumerable<(RowPlace, double)> Closings(TableLine line, RowPlace before)
    {
        var printed = line.Label.Kind == LabelKind.Closing ? line.Label.Number : 0;
        var unlabelled = line.Label.Kind == LabelKind.Closing ? 0 : UnlabelledClosing;
        foreach (var criterion in NextOr(before.Criterion, before.Criterion, printed))
        {
            var isNext = before.IsClosed || criterion > before.Criterion;
            if (criterion < before.Criterion || (before.IsClosed && criterion == before.Criterion)) continue;
            var cost = unlabelled + (printed == criterion || printed == 0 ? 0 : line.Label.Certainty < 1 ? OtherClosing / 2 : OtherClosing);
            yield return (RowPlace.OfClosing(criterion, isNext ? 0 : before.Indicator), cost + (isNext ? LostRow + Gap(criterion - before.Criterion, LostCriterion) : 0));
        }
    }

    // The tall cell beside it says that a row belongs to the criterion above it.
    private double Staying(TableLine line, int at, RowPlace before)
    {
        var closed = before.IsClosed ? AfterClosing : 0;
        if (line.Group is not { } group || rows.Groups[at] is not { } fit) return closed;
        if (line.MayContinue) return closed + (group.Kind == LabelKind.None ? 0 : Math.Min(OtherGroup, GroupFit(fit, before.Criterion, before.Criterion - 1)));
        return closed + OtherGroup;
    }

    private double Beginning(TableLine line, int at, RowPlace before, int criterion)
    {
        var jump = before.Criterion == 0 ? (criterion == 1 ? 0 : LateBeginning + (EachMore / 2 * (criterion - 2))) : criterion <= before.Criterion ? Backwards : Gap(criterion - before.Criterion, LostCriterion);
        if (!rows.IsGrouped) return jump;
        return jump + (line.Group is not { } group || rows.Groups[at] is not { } fit ? (line.Label.Kind == LabelKind.Criterion ? UnreadGroup : NoGroup) : group.Kind is LabelKind.None ? (line.MayContinue ? OtherGroup : UnreadGroup) : Math.Min(OtherGroup, GroupFit(fit, criterion, before.Criterion)));
    }

    private static double GroupFit(LabelFit fit, int criterion, int last) =>
        GroupStyles.Min(style => fit.AsCriterion(style, criterion, last));

    // Without a label of its own only the row beside the beginning of a tall cell, or one cell over label and text, is a criterion's.
    private double Own(TableLine line, double fit)
    {
        if (style.Criteria != CriterionStyle.None) return fit + (rows.IsClosing ? LostRow : 0);
        if (!rows.IsGrouped && line.Label.Kind != LabelKind.None) return LabelFit.Most;
        return fit + (line.Group is not null && !rows.IsClosing ? 0 : line.IsMerged ? UnlabelledCriterion : PlainUnlabelled);
    }

    private double OwnRowLost(TableLine line, RowPlace before)
    {
        if (rows.IsGrouped && line.Group is not null) return 0;
        if (rows.IsClosing) return before.IsClosed || before.Criterion == 0 ? 0 : LostRow;
        return style.Criteria == CriterionStyle.None ? NoRow : LostRow;
    }

    private double Shape(TableLine line, bool isCriterion) =>
        (rows.HasShapes && line.IsMerged != isCriterion ? OtherShape : 0) + (rows.HasSummaries && line.Summary.Length > 0 == isCriterion ? OtherSummary : 0);
}
