using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Child;

/// <summary>How a child ended.</summary>
public enum ChildEnd
{
    /// <summary>It read all its pages.</summary>
    Done,

    /// <summary>It ended by itself before the last page: a crash, or no memory.</summary>
    Crashed,

    /// <summary>It was ended because a page took too long.</summary>
    TimeLimit,
}

/// <summary>Reads pages somewhere where a crash does no harm.</summary>
public interface IPageSource
{
    /// <summary>Reads the pages of a task in order.</summary>
    /// <param name="task">The pages.</param>
    /// <param name="take">Called with each page as soon as it is read.</param>
    /// <param name="cancel">Ends the work.</param>
    Task<ChildEnd> ReadAsync(ChildTask task, Action<PageReading> take, CancellationToken cancel);
}
