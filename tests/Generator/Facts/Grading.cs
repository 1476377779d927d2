namespace LearningSociety.Generator.Facts;

/// <summary>A row of a province's grading table: all, assessed, good, fair, average, failed (null in a plan), not assessed.</summary>
public sealed record GradingLine(string District, int All, int Assessed, int Good, int Fair, int Average, int? Failed, int NotAssessed)
{
    /// <summary>The figures in the order of the truth: a plan has no failed.</summary>
    public int[] Values => Failed is { } failed ? [All, Assessed, Good, Fair, Average, failed, NotAssessed] : [All, Assessed, Good, Fair, Average, NotAssessed];
}

/// <summary>A grading table, its total row last.</summary>
/// <param name="IsPlan">True for what is planned, false for results.</param>
/// <param name="Year">The year it is about.</param>
/// <param name="Lines">Districts, then "Tổng".</param>
public sealed record GradingSheet(bool IsPlan, int Year, IReadOnlyList<GradingLine> Lines)
{
    /// <summary>The total row.</summary>
    public GradingLine Total => Lines[^1];

    /// <summary>R8: true when every row and every column adds up.</summary>
    public bool AddsUp
    {
        get
        {
            var across = Lines.All(line => line.Good + line.Fair + line.Average + (line.Failed ?? 0) == line.Assessed && line.Assessed + line.NotAssessed == line.All);
            var parts = Lines.SkipLast(1).ToArray();
            return across && Total.Values.Select((value, column) => value == parts.Sum(line => line.Values[column])).All(right => right);
        }
    }

    /// <summary>R8: the share of the assessed, in tenths of a percent, half up.</summary>
    public static int Tenths(int count, int whole) => (2000 * count + whole) / (2 * whole);
}
