using LearningSociety.Embedded.Plumbing;
using Microsoft.DurableTask;
using Microsoft.Extensions.Configuration;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>Which versions a host works on, by the names of host.json.</summary>
internal enum VersionMatchStrategy
{
    None,
    Strict,
    CurrentOrOlder,
}

/// <summary>What becomes of an instance of another version, by the names of host.json.</summary>
internal enum VersionFailureStrategy
{
    Reject,
    Fail,
}

/// <summary>The version that new instances get, and what the host does with instances of other versions.</summary>
/// <param name="Default">The version of the host's orchestrators; empty for none.</param>
/// <param name="Match">Which versions it works on.</param>
/// <param name="Failure">What it does with others.</param>
internal sealed record VersionRule(
    string Default = "", VersionMatchStrategy Match = VersionMatchStrategy.CurrentOrOlder, VersionFailureStrategy Failure = VersionFailureStrategy.Reject)
{
    /// <summary>What the failure of an instance of a version that does not match is called.</summary>
    public const string Mismatch = "VersionMismatch";

    /// <exception cref="HostRefusedException">A setting is not valid.</exception>
    public static VersionRule From(IConfiguration configuration)
    {
        const string Section = "extensions:durableTask:";
        var ordinary = new VersionRule();
        return new(
            HostJson.Value(configuration, Section + "defaultVersion", ordinary.Default),
            HostJson.Value(configuration, Section + "versionMatchStrategy", ordinary.Match),
            HostJson.Value(configuration, Section + "versionFailureStrategy", ordinary.Failure));
    }

    /// <summary>Whether the host works on instances of the version.</summary>
    public bool Matches(string version) => Match switch
    {
        VersionMatchStrategy.Strict => version == Default,
        VersionMatchStrategy.CurrentOrOlder => VersionOrder.Compare(version, Default) <= 0,
        _ => true,
    };

    /// <summary>Whether instances of the version stay as they are until a host comes that works on it.</summary>
    public bool LeavesAlone(string version) => Failure == VersionFailureStrategy.Reject && !Matches(version);
}
