namespace LearningSociety.Layout.Work;

/// <summary>The other servers that keep their analyses beside ours, a folder each. A server says in a file of its folder when it last worked.</summary>
internal sealed class Neighbours(string own)
{
    /// <summary>A server that said nothing for so long is gone: what it had not finished must be asked for anew.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const string AliveFile = "alive";

    private string Root => Path.GetDirectoryName(own)!;

    /// <summary>The folder of an analysis of another server; null when there is none.</summary>
    public string? FolderOf(string id) => Others().Select(server => Path.Combine(server, id)).FirstOrDefault(Directory.Exists);

    /// <summary>True when the server of an analysis's folder works.</summary>
    public bool IsAlive(string folder, DateTimeOffset now) => now - LastHeard(Path.GetDirectoryName(folder)!) < Patience;

    /// <summary>Says that this server works.</summary>
    public void SayAlive(DateTimeOffset now)
    {
        var file = Path.Combine(own, AliveFile);
        File.WriteAllBytes(file, []);
        File.SetLastWriteTimeUtc(file, now.UtcDateTime);
    }

    /// <summary>Removes servers that were last heard of before a time, with all they kept.</summary>
    public void RemoveGone(DateTimeOffset before)
    {
        foreach (var server in Others().Where(server => LastHeard(server) < before).ToList())
            Directory.Delete(server, recursive: true);
    }

    private IEnumerable<string> Others() => Directory.EnumerateDirectories(Root).Where(server => server != own);

    // A server that has not spoken yet was heard of when it made its folder.
    private static DateTimeOffset LastHeard(string server)
    {
        var file = Path.Combine(server, AliveFile);
        return File.Exists(file) ? File.GetLastWriteTimeUtc(file) : Directory.GetCreationTimeUtc(server);
    }
}
