using LearningSociety.App.Registers;
using LearningSociety.App.Tests.Web;

namespace LearningSociety.App.Tests.Statistics;

public sealed class RefreshedTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task An_old_value_is_given_once_more_while_it_is_read_again()
    {
        var (clock, reads) = (new MovableClock(), 0);
        var value = new Refreshed<string>(before => Task.FromResult($"{before}{++reads}"), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10), clock);
        Assert.Equal(["1", "1"], [await value.GetAsync(None), await value.GetAsync(None)]);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(["1", "12", "12"], [await value.GetAsync(None), await value.GetAsync(None), await value.GetAsync(None)]);
    }

    [Fact]
    public async Task A_value_that_nobody_asked_for_in_a_long_time_is_read_before_it_is_given()
    {
        var (clock, reads) = (new MovableClock(), 0);
        var value = new Refreshed<string>(_ => Task.FromResult($"{++reads}"), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10), clock);
        await value.GetAsync(None);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("2", await value.GetAsync(None));
    }

    [Fact]
    public async Task A_read_that_fails_leaves_the_value_and_is_tried_again()
    {
        var (clock, reads) = (new MovableClock(), 0);
        var value = new Refreshed<string>(before => ++reads == 2 ? Task.FromException<string>(new IOException()) : Task.FromResult($"{reads}"), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10), clock);
        await value.GetAsync(None);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("1", await value.GetAsync(None));
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(["1", "3"], [await value.GetAsync(None), await value.GetAsync(None)]);
    }

    [Fact]
    public async Task A_first_read_that_fails_is_said_and_tried_again()
    {
        var reads = 0;
        var value = new Refreshed<string>(_ => ++reads == 1 ? Task.FromException<string>(new IOException()) : Task.FromResult("da"), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10), new MovableClock());
        await Assert.ThrowsAsync<IOException>(() => value.GetAsync(None));
        Assert.Equal("da", await value.GetAsync(None));
    }
}
