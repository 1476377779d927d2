namespace LearningSociety.Layout.Analysis;

/// <summary>Bounds of the work on one file. Every one is a setting of the server (section "Limits").</summary>
public sealed record Limits
{
    /// <summary>Largest file, bytes.</summary>
    public long MostBytes { get; init; } = 200L << 20;

    /// <summary>Most pages of a file.</summary>
    public int MostPages { get; init; } = 400;

    /// <summary>Time for one page, on top of <see cref="PerChild"/>.</summary>
    public TimeSpan PerPage { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Time for a child beside its pages.</summary>
    public TimeSpan PerChild { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Address space of a child process and of each tool it starts, bytes.</summary>
    public long ChildMemory { get; init; } = 4L << 30;

    /// <summary>Child processes at once, over all files; 0 means one a core.</summary>
    public int Workers { get; init; }

    /// <summary>Pages that one child reads before it ends.</summary>
    public int PagesPerChild { get; init; } = 12;

    /// <summary>Most pixels of a picture that is decoded; a JPEG is decoded smaller, down to an eighth, and then counts as what it becomes.</summary>
    public long MostPixels { get; init; } = 40_000_000;
}
