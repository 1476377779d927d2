namespace LearningSociety.Extraction.Tables.Numbering;

/// <summary>What a row of a criterion table is.</summary>
internal enum RowKind
{
    /// <summary>Nothing yet: before the first row.</summary>
    Start,

    /// <summary>The criterion's own row.</summary>
    Criterion,

    /// <summary>An indicator's row.</summary>
    Indicator,

    /// <summary>The criterion's own row below its indicators.</summary>
    Closing,

    /// <summary>The rest of the row before.</summary>
    Rest,
}

/// <summary>Where a row stands in the order of a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Criterion">Its criterion, from 1; 0 before the first.</param>
/// <param name="Indicator">The last indicator up to it; 0 for none yet.</param>
/// <param name="IsClosed">True when the criterion's own row stands below its indicators and has been met.</param>
internal readonly record struct RowPlace(RowKind Kind, int Criterion, int Indicator, bool IsClosed)
{
    /// <inheritdoc/>
    public override int GetHashCode() => (((Criterion << 7) | Indicator) << 4) | ((int)Kind << 1) | (IsClosed ? 1 : 0);

    /// <summary>Before the first row.</summary>
    public static RowPlace Start => new(RowKind.Start, 0, 0, false);

    /// <summary>The criterion's own row.</summary>
    public static RowPlace OfCriterion(int number) => new(RowKind.Criterion, number, 0, false);

    /// <summary>An indicator's row.</summary>
    public static RowPlace OfIndicator(int criterion, int number) => new(RowKind.Indicator, criterion, number, false);

    /// <summary>The row that closes a criterion.</summary>
    public static RowPlace OfClosing(int criterion, int indicator) => new(RowKind.Closing, criterion, indicator, true);

    /// <summary>The rest of this row.</summary>
    public RowPlace Rest => this with { Kind = RowKind.Rest };

    /// <summary>Whether both give the row the same number.</summary>
    public bool IsSame(RowPlace other) => (Kind, Criterion, Kind is RowKind.Indicator ? Indicator : 0) == (other.Kind, other.Criterion, other.Kind is RowKind.Indicator ? other.Indicator : 0);
}
