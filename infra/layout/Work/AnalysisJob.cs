using System.Text.Json.Serialization;

namespace LearningSociety.Layout.Work;

/// <summary>The state of an analysis, as the API names it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobStatus>))]
public enum JobStatus
{
    /// <summary>Waiting.</summary>
    [JsonStringEnumMemberName("notStarted")] NotStarted,

    /// <summary>Being worked on.</summary>
    [JsonStringEnumMemberName("running")] Running,

    /// <summary>The result is there.</summary>
    [JsonStringEnumMemberName("succeeded")] Succeeded,

    /// <summary>The file could not be read.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>An analysis: what was asked, and how far it is. Kept as job.json in the folder of its id.</summary>
/// <param name="Id">The result id, a GUID in lower case.</param>
/// <param name="Model">The model asked for.</param>
/// <param name="Pages">The parameter "pages", or null.</param>
/// <param name="Status">Its state.</param>
/// <param name="Created">When it was asked.</param>
/// <param name="Updated">When its state last changed.</param>
/// <param name="Starts">How often work on it began; a server that dies over a file does not try for ever.</param>
/// <param name="Fault">A code of FileFaults, or "internal", when it failed.</param>
public sealed record AnalysisJob(
    string Id, string Model, string? Pages, JobStatus Status, DateTimeOffset Created, DateTimeOffset Updated, int Starts = 0, string? Fault = null)
{
    /// <summary>True when nothing more will happen to it.</summary>
    [JsonIgnore]
    public bool IsFinished => Status is JobStatus.Succeeded or JobStatus.Failed;
}
