namespace LearningSociety.Domain.Rules;

/// <summary>R6: figures of a self-assessment cover 1 January to 31 December of the assessed year.</summary>
/// <param name="Year">The assessed year.</param>
public readonly record struct AssessedPeriod(int Year)
{
    /// <summary>First day.</summary>
    public DateOnly From => new(Year, 1, 1);

    /// <summary>Last day.</summary>
    public DateOnly To => new(Year, 12, 31);

    /// <summary>True when the day lies in the period.</summary>
    public bool Contains(DateOnly day) => day.Year == Year;

    /// <summary>True when a stated period is exactly the assessed one.</summary>
    public bool Is(DateOnly from, DateOnly to) => from == From && to == To;
}
