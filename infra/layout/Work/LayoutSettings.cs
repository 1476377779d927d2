using LearningSociety.Layout.Analysis;

namespace LearningSociety.Layout.Work;

/// <summary>Settings of the server: section "Layout" of the configuration (command line <c>--Layout:Key=…</c>, environment <c>Layout__Key</c>).</summary>
public sealed record LayoutSettings
{
    /// <summary>Folder for running and finished analyses. They survive a restart when the folder does.</summary>
    public string WorkFolder { get; init; } = Path.Combine(Path.GetTempPath(), "learning-society-layout");

    /// <summary>True when several servers use the work folder: each keeps its analyses in a folder named after its machine and answers for all.</summary>
    public bool SharedFolder { get; init; }

    /// <summary>When set, callers must send it as Ocp-Apim-Subscription-Key.</summary>
    public string? Key { get; init; }

    /// <summary>Analyses that may wait or run; beyond, callers get 429.</summary>
    public int QueueLength { get; init; } = 64;

    /// <summary>How long a finished analysis can be fetched.</summary>
    public TimeSpan ResultLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Hosts that a urlSource may name, such as "127.0.0.1" for a local Azurite; none by default.</summary>
    public IReadOnlyList<string> UrlSourceHosts { get; init; } = [];

    /// <summary>Bounds of the work on one file.</summary>
    public Limits Limits { get; init; } = new();
}
