using System.Text.RegularExpressions;

namespace LearningSociety.Architecture;

/// <summary>
/// Revisions under way replay their history against the code that runs now. What an orchestration does is therefore written down here:
/// whoever changes it reads "Steps of an orchestration that change" in docs/deploy.md first, and then this.
/// </summary>
public sealed class OrchestrationTests
{
    public static TheoryData<string, string> Steps => new()
    {
        { "DossierOrchestrator", "MarkFailed, event, CloseRevision, SignalArrival, timer, event, new run, BeginReading, ComposeReport, WriteRecords, ShowRevision, QueueMails, EndRevision, FileOrchestrator, SendMail" },
        { "FileOrchestrator", "NoteFileRead, CheckFile, FindSecrecy, ReadSignatures, LayoutOrchestrator" },
        { "LayoutOrchestrator", "StartLayout, timer, timer, PollLayout, new run" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Steps_are_those_that_revisions_under_way_know(string orchestrator, string steps)
    {
        var found = Regex.Matches(
                Repository.Code($"functions/App/Processing/{orchestrator}.cs"),
                @"\.(?:Call(?:Activity|SubOrchestrator)Async(?:<[^(]*>)?\(nameof\((?<name>\w+)\)|(?<timer>CreateTimer)\(|(?<event>WaitForExternalEvent)\b|(?<run>ContinueAsNew)\()")
            .Select(step => step.Groups["timer"].Success ? "timer" : step.Groups["event"].Success ? "event" : step.Groups["run"].Success ? "new run" : step.Groups["name"].Value);
        Assert.Equal(steps, string.Join(", ", found));
    }

    // What Durable Functions forbids in an orchestrator, as its analyzers do in the Azure edition (DURABLE0001 to 0008).
    [Theory]
    [MemberData(nameof(Steps))]
    public void Orchestrators_know_no_time_chance_thread_or_place_of_their_own(string orchestrator, string steps)
    {
        Assert.NotEmpty(steps);
        Assert.Empty(
            from Match use in Regex.Matches(
                Repository.Code($"functions/App/Processing/{orchestrator}.cs"),
                @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bGuid\.NewGuid\b|\bTask\.(Delay|Run|Factory)\b|\bThread\b|\bRandom\b|\bStopwatch\b|\bEnvironment\.|\bTimeProvider\b|\bHttpClient\b|\bFile\.|ConfigureAwait\(false\)|\bILogger\b|CancellationToken cancellationToken")
            select $"{orchestrator}: {use.Value}");
        // Without dependencies there is nothing to read from.
        Assert.Matches($@"public sealed class {orchestrator}\s*\{{", Repository.Code($"functions/App/Processing/{orchestrator}.cs"));
    }
}
