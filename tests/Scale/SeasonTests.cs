using LearningSociety.Scale.Model;

namespace LearningSociety.Scale;

public sealed class SeasonTests
{
    [Fact]
    public void Half_of_the_dossiers_come_in_the_last_three_days()
    {
        var arrivals = Season.Nation.Arrivals();
        Assert.Equal(60_000, arrivals.Count);
        Assert.Equal(0.5, arrivals.Count(time => time >= (Season.Days - 3) * 86_400.0) / 60_000.0, 0.01);
        Assert.InRange(arrivals[^1], 0, Season.Days * 86_400.0);
        Assert.Equal(arrivals, Season.Nation.Arrivals());
    }

    [Fact]
    public void The_busiest_minute_is_known()
    {
        var minute = Season.Nation.Arrivals().CountBy(time => (int)(time / 60)).Max(pair => pair.Value);
        Assert.InRange(minute, 40, 70);
    }
}
