namespace LearningSociety.App.Registers;

/// <summary>Days in Viet Nam, where all offices are.</summary>
public static class VietNamDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The day that it is there now.</summary>
    public static DateOnly Of(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).Date);
    }
}
