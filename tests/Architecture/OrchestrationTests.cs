using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LearningSociety.Architecture;

/// <summary>
/// Revisions under way replay their history against the code that runs now. What an orchestration does is therefore written down here, by the version
/// that it does so since: whoever changes it reads "Steps of an orchestration that change" in docs/deploy.md first, and then adds a row.
/// </summary>
public sealed class OrchestrationTests
{
    // Oldest first. Rows are added, never changed; a version's row goes when no instance of it is left.
    private static readonly StepRow[] History =
    [
        new("1.0", "DossierOrchestrator", "MarkFailed, event, CloseRevision, SignalArrival, timer, event, new run, BeginReading, ComposeReport, WriteRecords, ShowRevision, QueueMails, EndRevision, FileOrchestrator, SendMail", "1c3aa4c2"),
        new("1.0", "FileOrchestrator", "NoteFileRead, CheckFile, FindSecrecy, ReadSignatures, LayoutOrchestrator", "e41fc8d0"),
        new("1.0", "LayoutOrchestrator", "StartLayout, timer, timer, PollLayout, new run", "f1909eb0"),
    ];

    public static TheoryData<string> Orchestrators => [.. History.Select(row => row.Orchestrator).Distinct()];

    [Fact]
    public void Every_orchestrator_is_in_the_history() => Assert.Equal(
        Repository.Files(".cs", "functions").Where(file => Repository.Text(file).Contains("[OrchestrationTrigger]", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)),
        Orchestrators.Select(row => row.Data).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Orchestrators))]
    public void Changed_steps_have_a_new_version_and_old_instances_their_old_steps(string orchestrator) =>
        Assert.Empty(StepHistory.Faults([.. History.Where(row => row.Orchestrator == orchestrator)], HostVersion, Source(orchestrator)));

    [Fact]
    public void Instances_begin_under_the_newest_version_and_are_kept_from_older_hosts()
    {
        var durable = JsonNode.Parse(Repository.Text("host.json"))!["extensions"]!["durableTask"]!;
        Assert.Equal(History.Max(row => row.Version)!.ToString(), HostVersion);
        // Without both, a host of an older release would run what it does not know.
        Assert.Equal(("CurrentOrOlder", "Reject"), ((string)durable["versionMatchStrategy"]!, (string)durable["versionFailureStrategy"]!));
    }

    // Orders that check and pay, since 1.1 with a discount between: what the source says, what host.json says, what is found wrong.
    [Theory]
    [InlineData("check pay", "1.0", "1.0", "")]
    [InlineData("check discount pay", "1.0", "1.0", "have no version of their own yet")]
    [InlineData("check discount pay", "1.0", "1.0 1.1", "raise defaultVersion|does not branch by")]
    [InlineData("check discount pay", "1.1", "1.0 1.1", "does not branch by")]
    [InlineData("check branch discount pay", "1.1", "1.0 1.1", "")]
    [InlineData("check branch discount", "1.1", "1.0 1.1", "have no version of their own yet|no longer takes the steps of 1.0")]
    [InlineData("check discount pay", "1.1", "1.1", "")]
    [InlineData("check pay", "1.0", "changed", "is not what it was")]
    public void Steps_that_change_are_found(string source, string hostVersion, string rows, string faults)
    {
        var code = string.Concat(source.Split(' ').Select(step => step == "branch" ? "if (context.CompareVersionTo(\"1.1\") >= 0)\n" : $"await context.CallActivityAsync(nameof({step}), order);\n"));
        var first = new StepRow("1.0", "Order", "check, pay", "e25870e1");
        var second = new StepRow("1.1", "Order", "check, discount, pay", "fed0c23e");
        StepRow[] history = rows switch { "1.0" => [first], "1.1" => [second], "changed" => [first with { Mark = second.Mark }], _ => [first, second] };
        var found = StepHistory.Faults(history, hostVersion, code).ToList();
        string[] expected = faults.Length == 0 ? [] : faults.Split('|');
        Assert.Equal(expected.Length, found.Count);
        Assert.All(expected.Zip(found), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    // What Durable Functions forbids in an orchestrator, as its analyzers do in the Azure edition (DURABLE0001 to 0008).
    [Theory]
    [MemberData(nameof(Orchestrators))]
    public void Orchestrators_know_no_time_chance_thread_or_place_of_their_own(string orchestrator)
    {
        var code = Repository.Code($"functions/App/Processing/{orchestrator}.cs");
        Assert.Empty(
            from Match use in Regex.Matches(
                code,
                @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bGuid\.NewGuid\b|\bTask\.(Delay|Run|Factory)\b|\bThread\b|\bRandom\b|\bStopwatch\b|\bEnvironment\.|\bTimeProvider\b|\bHttpClient\b|\bFile\.|ConfigureAwait\(false\)|\bILogger\b|CancellationToken cancellationToken")
            select $"{orchestrator}: {use.Value}");
        // Without dependencies there is nothing to read from.
        Assert.Matches($@"public sealed class {orchestrator}\s*\{{", code);
    }

    private static string HostVersion => (string)JsonNode.Parse(Repository.Text("host.json"))!["extensions"]!["durableTask"]!["defaultVersion"]!;

    // Versions stand in texts, so the source is read with them; comments do not count.
    private static string Source(string orchestrator) => Regex.Replace(Repository.Text($"functions/App/Processing/{orchestrator}.cs"), "//[^\n]*", "");
}
