using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.TextLayer;

namespace LearningSociety.Layout.Child;

/// <summary>The text layer check of the file that is being read: what it has seen on one run of its pages it need not look for on the next.</summary>
internal sealed class KeptCheck(Lazy<OcrEngine> engine)
{
    private (string Path, long Length, DateTime Written) of;
    private TextLayerCheck check = new(engine);

    /// <summary>The check of a file; a new one for another file, and for one that was written anew.</summary>
    public TextLayerCheck Of(string path)
    {
        var info = new FileInfo(path);
        var asked = (path, info.Exists ? info.Length : 0, info.LastWriteTimeUtc);
        if (asked != of) (of, check) = (asked, new(engine));
        return check;
    }
}
