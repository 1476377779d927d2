namespace LearningSociety.App.Tests.Web;

/// <summary>A clock that moves when told to.</summary>
public sealed class MovableClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 12, 3, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
