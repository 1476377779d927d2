using System.Collections.Concurrent;
using System.Text.Json;

namespace LearningSociety.Layout.Work;

/// <summary>
/// Keeps analyses on disk, one folder an id: input, job.json, result.json. A state is written beside and moved into place, so that
/// a crash leaves the old one or the new one. Servers that share a folder have one each below it: each works on its own analyses
/// and answers for all.
/// </summary>
public sealed class JobStore
{
    private const string StateFile = "job.json";
    private readonly string root;
    private readonly Neighbours? neighbours;
    private readonly ConcurrentDictionary<string, AnalysisJob> jobs = new();

    /// <summary>Opens the folder and reads what is there. What is half written is removed.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="server">This server's name among those that share the folder; null when it is this server's alone.</param>
    public JobStore(string root, string? server = null)
    {
        this.root = Path.GetFullPath(server is null ? root : Path.Combine(root, server));
        Directory.CreateDirectory(this.root);
        if (server is not null) neighbours = new(this.root);
        foreach (var folder in Directory.GetDirectories(this.root))
        {
            var id = Path.GetFileName(folder);
            if (!IsId(id)) continue;
            if (Read(Path.Combine(folder, StateFile)) is { } job && job.Id == id && (job.IsFinished || File.Exists(InputPath(id)))) jobs[id] = job;
            else Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Analyses that are not finished, oldest first.</summary>
    public IReadOnlyList<AnalysisJob> Open => [.. jobs.Values.Where(j => !j.IsFinished).OrderBy(j => j.Created)];

    /// <summary>The analysis of an id; null when there is none or it has expired.</summary>
    public AnalysisJob? Find(string id) => jobs.GetValueOrDefault(id);

    /// <summary>The analysis of an id, also of a server that shares the folder; null when its server is gone before it was finished.</summary>
    public AnalysisJob? FindAnywhere(string id, DateTimeOffset now) => Find(id) ?? (IsId(id) && neighbours?.FolderOf(id) is { } folder && Read(Path.Combine(folder, StateFile)) is { } job
        && (job.IsFinished || neighbours.IsAlive(folder, now)) ? job : null);

    /// <summary>Where an analysis's file is.</summary>
    public string InputPath(string id) => Path.Combine(root, id, "input");

    /// <summary>Where an analysis's analyzeResult is.</summary>
    public string ResultPath(string id) => Path.Combine(jobs.ContainsKey(id) ? Path.Combine(root, id) : neighbours?.FolderOf(id) ?? Path.Combine(root, id), "result.json");

    /// <summary>Makes a folder for a new analysis. It becomes one with <see cref="Save"/>.</summary>
    public string NewId()
    {
        var id = Guid.NewGuid().ToString("D");
        Directory.CreateDirectory(Path.Combine(root, id));
        return id;
    }

    /// <summary>Writes a state.</summary>
    public void Save(AnalysisJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        WriteWhole(Path.Combine(root, job.Id, StateFile), stream => JsonSerializer.Serialize(stream, job, JsonSerializerOptions.Web));
        Remember(job);
    }

    /// <summary>Keeps a state for as long as this process lives, when the disk does not take it.</summary>
    public void Remember(AnalysisJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        jobs[job.Id] = job;
    }

    /// <summary>Writes a result.</summary>
    public void SaveResult(string id, Action<Stream> write) => WriteWhole(ResultPath(id), write);

    /// <summary>Removes the file that was analysed, which nobody needs any more.</summary>
    public void DropInput(string id) => File.Delete(InputPath(id));

    /// <summary>Forgets an analysis and its folder.</summary>
    public void Remove(string id)
    {
        jobs.TryRemove(id, out _);
        var folder = Path.Combine(root, id);
        if (IsId(id) && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Tells the servers that share the folder that this one works.</summary>
    public void SayAlive(DateTimeOffset now) => neighbours?.SayAlive(now);

    /// <summary>Forgets analyses that finished before a time, and servers that were last heard of before it.</summary>
    public void Expire(DateTimeOffset before)
    {
        neighbours?.RemoveGone(before);
        foreach (var job in jobs.Values.Where(j => j.IsFinished && j.Updated < before)) Remove(job.Id);
    }

    private static bool IsId(string name) => Guid.TryParseExact(name, "D", out _);

    private static AnalysisJob? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<AnalysisJob>(File.ReadAllBytes(path), JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void WriteWhole(string path, Action<Stream> write)
    {
        var beside = path + ".new";
        using (var file = File.Create(beside))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
