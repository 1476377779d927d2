using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningSociety.Architecture;

/// <summary>The steps of an orchestrator since a version.</summary>
/// <param name="Since">The version that brought them, as host.json names it.</param>
/// <param name="Orchestrator">The orchestrator.</param>
/// <param name="Steps">Its steps in the order of the code.</param>
/// <param name="Mark">Made from the other three: rows are added, never changed.</param>
public sealed record StepRow(string Since, string Orchestrator, string Steps, string Mark)
{
    /// <summary>The mark that the row must have.</summary>
    public string RightMark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Since}|{Orchestrator}|{Steps}")))[..8];

    /// <summary>The version as it compares.</summary>
    public Version Version => Version.Parse(Since);
}

/// <summary>What is wrong with the steps of an orchestrator, given those of its versions.</summary>
public static partial class StepHistory
{
    private const string Advice = "Read \"Steps of an orchestration that change\" in docs/deploy.md.";

    /// <summary>The steps that the source takes, in its order.</summary>
    public static string Steps(string code) => string.Join(", ", Step().Matches(code).Select(step =>
        step.Groups["timer"].Success ? "timer" : step.Groups["event"].Success ? "event" : step.Groups["run"].Success ? "new run" : step.Groups["name"].Value));

    /// <summary>The faults; none when instances of every version in the rows end on the code.</summary>
    /// <param name="rows">The orchestrator's rows, oldest first.</param>
    /// <param name="hostVersion">The version of host.json.</param>
    /// <param name="source">The orchestrator's source without comments.</param>
    public static IEnumerable<string> Faults(IReadOnlyList<StepRow> rows, string hostVersion, string source)
    {
        var steps = Steps(source);
        var (newest, name) = (rows[^1], rows[^1].Orchestrator);
        foreach (var row in rows.Where(row => row.Mark != row.RightMark))
            yield return $"{name}: the row of {row.Since} is not what it was ({row.RightMark}); a change is a row of its own with a new version. {Advice}";
        if (!rows.Select(row => row.Version).SequenceEqual(rows.Select(row => row.Version).Distinct().Order()))
            yield return $"{name}: versions must go up from row to row.";
        if (newest.Version > Version.Parse(hostVersion))
            yield return $"{name} has steps since {newest.Since}, but instances begin as {hostVersion}: raise defaultVersion in host.json. {Advice}";
        if (steps != newest.Steps)
            yield return $"{name} takes other steps than those of {newest.Since}, and they have no version of their own yet: {steps}. {Advice}";
        foreach (var row in rows.SkipLast(1).Where(row => !IsWithin(row.Steps.Split(", "), steps.Split(", "))))
            yield return $"{name} no longer takes the steps of {row.Since}: instances that began under it would fail. {Advice}";
        foreach (var row in rows.Skip(1).Where(row => !source.Contains($"CompareVersionTo(\"{row.Since}\")", StringComparison.Ordinal)))
            yield return $"{name} does not branch by CompareVersionTo(\"{row.Since}\"): instances from before would take its steps. {Advice}";
    }

    // The old way still leads through the code: its steps are there, in their order.
    private static bool IsWithin(IEnumerable<string> older, IEnumerable<string> code)
    {
        using var all = code.GetEnumerator();
        foreach (var step in older)
        {
            do
            {
                if (!all.MoveNext())
                    return false;
            }
            while (all.Current != step);
        }

        return true;
    }

    [GeneratedRegex(@"\.(?:Call(?:Activity|SubOrchestrator)Async(?:<[^(]*>)?\(nameof\((?<name>\w+)\)|(?<timer>CreateTimer)\(|(?<event>WaitForExternalEvent)\b|(?<run>ContinueAsNew)\()")]
    private static partial Regex Step();
}
