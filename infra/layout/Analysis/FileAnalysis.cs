using LearningSociety.Layout.Child;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;

namespace LearningSociety.Layout.Analysis;

/// <summary>A file's pages, or why none could be read (a code of <see cref="FileFaults"/>).</summary>
public sealed record FileReading(IReadOnlyList<PageReading> Pages, string? Fault);

/// <summary>
/// Reads a file in child processes, several at once over all files. A page that crashes its child or takes too long is unreadable;
/// the pages after it are read by another child.
/// </summary>
public sealed class FileAnalysis(IPageSource source, Limits limits) : IDisposable
{
    private static readonly TimeSpan LookLimit = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim workers = new(WorkersOf(limits));

    /// <summary>How many children work at once.</summary>
    public static int WorkersOf(Limits limits) => limits.Workers > 0 ? limits.Workers : Math.Max(1, Environment.ProcessorCount);

    /// <summary>Reads a file.</summary>
    /// <param name="path">PDF, PNG, JPEG or TIFF.</param>
    /// <param name="pages">Which pages; null for all.</param>
    /// <param name="lookForInk">Whether seals and handwriting are wanted.</param>
    /// <param name="cancel">Ends the work and its children.</param>
    public async Task<FileReading> ReadAsync(string path, PageRanges? pages, bool lookForInk, CancellationToken cancel)
    {
        var kind = FileKinds.OfFile(path);
        var (sizes, fault) = await Task.Run(() => Look(path, kind), cancel);
        if (fault is not null) return new([], fault);
        if (sizes.Count > limits.MostPages) return new([], FileFaults.TooManyPages);
        var wanted = Enumerable.Range(1, sizes.Count).Where(p => pages?.Contains(p) ?? true).ToList();
        if (wanted.Count == 0) return new([], FileFaults.NoSuchPages);

        var parts = PageRuns.Of(wanted, WorkersOf(limits), limits.PagesPerChild).Select(run => ReadRunAsync(new(path, kind, run.First, run.Last, [], lookForInk, limits), sizes, cancel));
        return new([.. (await Task.WhenAll(parts)).SelectMany(p => p).OrderBy(p => p.Number)], null);
    }

    private (IReadOnlyList<PdfPageSize> Sizes, string? Fault) Look(string path, FileKind kind)
    {
        if (kind == FileKind.Unknown) return ([], FileFaults.UnsupportedKind);
        if (kind == FileKind.Pdf)
        {
            var info = PdfInfo.Of(path, LookLimit, limits.MostPages);
            return (info.Pages, info.Fault);
        }

        var sizes = ImageHeader.Sizes(File.ReadAllBytes(path), kind, limits.MostPages);
        return ([.. sizes.Select(s => new PdfPageSize(s.Width, s.Height))], sizes.Count == 0 ? FileFaults.Damaged : null);
    }

    private async Task<IReadOnlyList<PageReading>> ReadRunAsync(ChildTask whole, IReadOnlyList<PdfPageSize> sizes, CancellationToken cancel)
    {
        var read = new List<PageReading>();
        var next = whole.First;
        var alone = false;
        while (next <= whole.Last)
        {
            await workers.WaitAsync(cancel);
            ChildEnd end;
            var before = next;
            try
            {
                // A page that ended its child is tried once more alone: the fault may have been the pages before it.
                var last = alone ? next : whole.Last;
                end = await source.ReadAsync(whole with { First = next, Last = last, Sizes = whole.Kind == FileKind.Pdf ? [.. sizes.Skip(next - 1).Take(last - next + 1)] : [] }, page =>
                {
                    read.Add(page);
                    next = page.Number + 1;
                }, cancel);
            }
            finally
            {
                workers.Release();
            }

            if (end == ChildEnd.Done)
            {
                alone = false;
                if (next == before) throw new InvalidOperationException("A child process ended well without its pages.");
                continue;
            }

            if (alone || (next == before && whole.Last == next))
            {
                if (next == before) read.Add(Unread(whole.Kind, next, sizes[next - 1], end == ChildEnd.TimeLimit ? PageFaults.TimeLimit : PageFaults.Crashed));
                next = Math.Max(next, before + 1);
                alone = false;
                continue;
            }

            alone = true;
        }

        return read;
    }

    private static PageReading Unread(FileKind kind, int page, PdfPageSize size, string reason) => kind == FileKind.Pdf
        ? PageReading.Unread(page, Math.Round(size.Width / 72, 4), Math.Round(size.Height / 72, 4), "inch", reason)
        : PageReading.Unread(page, size.Width, size.Height, "pixel", reason);

    /// <summary>Frees the workers.</summary>
    public void Dispose() => workers.Dispose();
}
