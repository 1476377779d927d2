using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Embedded.Durable.Store;

/// <summary>Which task of which execution a sub-orchestration answers.</summary>
internal sealed record ParentTask(string InstanceId, string Name, string ExecutionId, int TaskId);

/// <summary>
/// The row that says which other rows of the instance count: what has a higher number than it says was never done.
/// </summary>
internal sealed record InstanceHead
{
    /// <summary>The row key.</summary>
    public const string RowKey = "head";

    public required string InstanceId { get; init; }

    public required string Name { get; init; }

    public required string ExecutionId { get; init; }

    /// <summary>1 for the first execution, one more for each that follows under this id.</summary>
    public required int Generation { get; init; }

    /// <summary>How many episodes of this generation count.</summary>
    public int Episodes { get; init; }

    /// <summary>Messages with a lower number count.</summary>
    public long OutboxNext { get; init; }

    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    /// <summary>Whether there is something left to do: it has not finished, or a message has not been delivered.</summary>
    public bool Open { get; init; } = true;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    public string Version { get; init; } = "";

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public ParentTask? Parent { get; init; }

    public string? CustomStatus { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    /// <summary>Whether an input, an output and carried events are stored for this generation.</summary>
    public bool HasInput { get; init; }

    public bool HasOutput { get; init; }

    public bool HasCarried { get; init; }

    /// <summary>The last write's mark: tells a write that succeeded unseen from one of another host.</summary>
    public string Write { get; init; } = "";

    public ETag ETag { get; init; }

    public bool Finished => Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    public string InputKey => string.Create(CultureInfo.InvariantCulture, $"xi{Generation:D8}");

    public string OutputKey => string.Create(CultureInfo.InvariantCulture, $"xo{Generation:D8}");

    public string CarriedKey => string.Create(CultureInfo.InvariantCulture, $"xc{Generation:D8}");

    public string EpisodeKey(int number) => string.Create(CultureInfo.InvariantCulture, $"e{Generation:D8}-{number:D8}");

    public static string OutboxKey(long number) => string.Create(CultureInfo.InvariantCulture, $"o{number:D12}");

    public TableEntity ToEntity()
    {
        var row = new TableEntity(InstanceId, RowKey)
        {
            ["Name"] = Name,
            ["ExecutionId"] = ExecutionId,
            ["Generation"] = Generation,
            ["Episodes"] = Episodes,
            ["OutboxNext"] = OutboxNext,
            ["Status"] = Status.ToString(),
            ["Open"] = Open,
            ["CreatedAt"] = CreatedAt,
            ["UpdatedAt"] = UpdatedAt,
            ["Version"] = Version,
            ["HasInput"] = HasInput,
            ["HasOutput"] = HasOutput,
            ["HasCarried"] = HasCarried,
            ["Write"] = Write,
        };
        Put(row, "StartAt", StartAt);
        Put(row, "CustomStatus", CustomStatus);
        Put(row, "Tags", Json(Tags));
        Put(row, "Parent", Json(Parent));
        if (Failure is not null)
            row["Failure"] = Json(Shortened(Failure));
        return row;
    }

    public static InstanceHead From(TableEntity row) => new()
    {
        InstanceId = row.PartitionKey,
        Name = row.GetString("Name")!,
        ExecutionId = row.GetString("ExecutionId")!,
        Generation = row.GetInt32("Generation") ?? 1,
        Episodes = row.GetInt32("Episodes") ?? 0,
        OutboxNext = row.GetInt64("OutboxNext") ?? 0,
        Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString("Status")!),
        Open = row.GetBoolean("Open") ?? true,
        CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
        UpdatedAt = row.GetDateTimeOffset("UpdatedAt") ?? default,
        StartAt = row.GetDateTimeOffset("StartAt"),
        Version = row.GetString("Version") ?? "",
        Tags = Parse<Dictionary<string, string>>(row.GetString("Tags")),
        Parent = Parse<ParentTask>(row.GetString("Parent")),
        CustomStatus = row.GetString("CustomStatus"),
        Failure = Parse<TaskFailureDetails>(row.GetString("Failure")),
        HasInput = row.GetBoolean("HasInput") ?? false,
        HasOutput = row.GetBoolean("HasOutput") ?? false,
        HasCarried = row.GetBoolean("HasCarried") ?? false,
        Write = row.GetString("Write") ?? "",
        ETag = row.ETag,
    };

    private static void Put(TableEntity row, string name, object? value)
    {
        if (value is not null)
            row[name] = value;
    }

    private static string? Json<T>(T? value) => value is null ? null : StoredJson.Write(value);

    private static T? Parse<T>(string? json)
        where T : class => json is null ? null : StoredJson.Read<T>(json);

    // The head must fit into a property, whatever an exception had to say.
    private static TaskFailureDetails Shortened(TaskFailureDetails failure, int depth = 0) => failure with
    {
        ErrorMessage = Cut(failure.ErrorMessage, 2_000) ?? "",
        StackTrace = Cut(failure.StackTrace, 1_000),
        InnerFailure = depth < 4 && failure.InnerFailure is { } inner ? Shortened(inner, depth + 1) : null,
        Properties = null,
    };

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length] + "…";
}
