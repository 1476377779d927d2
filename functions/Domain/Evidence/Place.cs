namespace LearningSociety.Domain.Evidence;

/// <summary>Where on paper something stands: a file of the dossier, a 1-based page and, when known, a box on it.</summary>
public sealed record Place
{
    /// <summary>Creates a place.</summary>
    /// <exception cref="ArgumentException">The file has no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The page is below 1.</exception>
    public Place(string file, int page, PageBox? box = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        (File, Page, Box) = (file, page, box);
    }

    /// <summary>The file's name within the dossier.</summary>
    public string File { get; }

    /// <summary>1-based page of the file.</summary>
    public int Page { get; }

    /// <summary>The box on the page; null when only the page is known.</summary>
    public PageBox? Box { get; }
}
