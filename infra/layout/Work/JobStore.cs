using System.Collections.Concurrent;
using System.Text.Json;

namespace LearningSociety.Layout.Work;

/// <summary>
/// Keeps analyses on disk, one folder an id: input, job.json, result.json. A state is written beside and moved into place, so that
/// a crash leaves the old one or the new one.
/// </summary>
public sealed class JobStore
{
    private readonly string root;
    private readonly ConcurrentDictionary<string, AnalysisJob> jobs = new();

    /// <summary>Opens the folder and reads what is there. What is half written is removed.</summary>
    public JobStore(string root)
    {
        this.root = Path.GetFullPath(root);
        Directory.CreateDirectory(this.root);
        foreach (var folder in Directory.GetDirectories(this.root))
        {
            var id = Path.GetFileName(folder);
            if (!IsId(id)) continue;
            if (Read(Path.Combine(folder, "job.json")) is { } job && job.Id == id && (job.IsFinished || File.Exists(InputPath(id)))) jobs[id] = job;
            else Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Analyses that are not finished, oldest first.</summary>
    public IReadOnlyList<AnalysisJob> Open => [.. jobs.Values.Where(j => !j.IsFinished).OrderBy(j => j.Created)];

    /// <summary>The analysis of an id; null when there is none or it has expired.</summary>
    public AnalysisJob? Find(string id) => jobs.GetValueOrDefault(id);

    /// <summary>Where an analysis's file is.</summary>
    public string InputPath(string id) => Path.Combine(root, id, "input");

    /// <summary>Where an analysis's analyzeResult is.</summary>
    public string ResultPath(string id) => Path.Combine(root, id, "result.json");

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
        WriteWhole(Path.Combine(root, job.Id, "job.json"), stream => JsonSerializer.Serialize(stream, job, JsonSerializerOptions.Web));
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

    /// <summary>Forgets analyses that finished before a time.</summary>
    public void Expire(DateTimeOffset before)
    {
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
