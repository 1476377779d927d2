using System.Collections.Immutable;
using LearningSociety.App.Intake;

namespace LearningSociety.App.Tests.Intake;

public sealed class RevisionPlanTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 12, 8, 0, 0, TimeSpan.FromHours(7));
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(60);

    // Arrivals as "name@second", "-name@second" for a removal, "!@second" for a submission, "again@second".
    [Theory]
    [InlineData("", 0, RevisionStep.Idle, null)]
    [InlineData("!@5", 5, RevisionStep.Idle, null)]
    [InlineData("a@0", 0, RevisionStep.Wait, 60)]
    [InlineData("a@0", 59, RevisionStep.Wait, 60)]
    [InlineData("a@0", 60, RevisionStep.Close, null)]
    [InlineData("a@0 b@59", 60, RevisionStep.Wait, 119)]
    [InlineData("a@0 b@59", 119, RevisionStep.Close, null)]
    [InlineData("a@0 !@1", 1, RevisionStep.Close, null)]
    [InlineData("!@1 a@2", 2, RevisionStep.Close, null)]
    [InlineData("-a@10", 69, RevisionStep.Wait, 70)]
    [InlineData("-a@10", 70, RevisionStep.Close, null)]
    [InlineData("again@0", 0, RevisionStep.Close, null)]
    public void A_revision_closes_when_submitted_or_quiet(string waiting, int now, RevisionStep step, int? until)
    {
        var decision = RevisionPlan.Decide(Arrivals(waiting), Start.AddSeconds(now), Quiet);
        Assert.Equal((step, until is { } second ? Start.AddSeconds(second) : null), (decision.Step, decision.Until));
    }

    [Theory]
    [InlineData("", "a@1 b@2", "a@1 b@2")]
    [InlineData("a@1 b@2", "c@3", "a@1 b@2 c@3")]
    [InlineData("a@1 b@2", "a@5", "b@2 a@5")]
    [InlineData("a@1", "a@5 a@3", "a@5")]
    [InlineData("a@1 b@2", "-a@5", "b@2")]
    [InlineData("a@1", "-a@5 a@6", "a@6")]
    [InlineData("a@1", "a@5 -a@6", "")]
    [InlineData("a@1", "again@5", "a@1")]
    [InlineData("a@1", "b@2 !@3", "a@1 b@2")]
    public void The_next_revision_holds_all_current_files(string before, string waiting, string files)
    {
        var next = RevisionPlan.Files([.. Arrivals(before).Select(arrival => arrival.File!)], Arrivals(waiting));
        Assert.Equal(files, string.Join(' ', next.Select(file => $"{file.Name}@{(file.At - Start).TotalSeconds}")));
    }

    private static ImmutableArray<Arrival> Arrivals(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Arrive)];

    private static Arrival Arrive(string text)
    {
        var (what, second) = (text[..text.IndexOf('@')], int.Parse(text[(text.IndexOf('@') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        var at = Start.AddSeconds(second);
        var kind = what switch { "!" => ArrivalKind.Submission, "again" => ArrivalKind.Again, ['-', ..] => ArrivalKind.Removal, _ => ArrivalKind.File };
        return new($"{at.UtcTicks:D19}", at, kind, kind is ArrivalKind.File or ArrivalKind.Removal ? new(what.TrimStart('-'), "hash", 1, at, "blob") : null);
    }
}
