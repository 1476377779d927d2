using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.TextLayer;

namespace LearningSociety.Layout.Child;

/// <summary>
/// The text layer check of the file that is being read: what it has seen on one run of its pages it need not look for on the next.
/// Words that it knows by their look are known in the next files too.
/// </summary>
internal sealed class KeptCheck(Lazy<OcrEngine> engine)
{
    private (string Path, long Length, DateTime Written) of;
    private readonly KnownWords known = new();
    private TextLayerCheck? check;

    /// <summary>The check of a file; a new one for another file, and for one that was written anew.</summary>
    public TextLayerCheck Of(string path)
    {
        var info = new FileInfo(path);
        var asked = (path, info.Exists ? info.Length : 0, info.LastWriteTimeUtc);
        if (asked != of || check is null) (of, check) = (asked, new(engine, known));
        return check;
    }
}
