using System.Runtime.InteropServices;

namespace LearningSociety.Layout.Native;

/// <summary>The functions of Tesseract's C API that are used, as capi.h declares them.</summary>
internal static unsafe partial class Tesseract
{
    private const string Library = "libtesseract.so.5";

    /// <summary>PageIteratorLevel: a line.</summary>
    public const int TextLine = 2;

    /// <summary>PageIteratorLevel: a word.</summary>
    public const int Word = 3;

    /// <summary>PageIteratorLevel: a symbol.</summary>
    public const int Symbol = 4;

    [LibraryImport(Library, EntryPoint = "TessBaseAPICreate")]
    public static partial nint Create();

    [LibraryImport(Library, EntryPoint = "TessBaseAPIDelete")]
    public static partial void Delete(nint engine);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIEnd")]
    public static partial void End(nint engine);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIInit3", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Init(TesseractHandle engine, string? dataPath, string language);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetPageSegMode")]
    public static partial void SetPageSegMode(TesseractHandle engine, int mode);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetVariable", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetVariable(TesseractHandle engine, string name, string value);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetImage")]
    public static partial void SetImage(TesseractHandle engine, byte* data, int width, int height, int bytesPerPixel, int bytesPerLine);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetSourceResolution")]
    public static partial void SetSourceResolution(TesseractHandle engine, int dpi);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIRecognize")]
    public static partial int Recognize(TesseractHandle engine, nint monitor);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIGetIterator")]
    public static partial nint GetIterator(TesseractHandle engine);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIClear")]
    public static partial void Clear(TesseractHandle engine);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorDelete")]
    public static partial void DeleteIterator(nint iterator);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorNext")]
    public static partial int Next(nint iterator, int level);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetUTF8Text")]
    public static partial nint GetText(nint iterator, int level);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorConfidence")]
    public static partial float Confidence(nint iterator, int level);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorBoundingBox")]
    public static partial int BoundingBox(nint iterator, int level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorIsAtBeginningOf")]
    public static partial int IsAtBeginningOf(nint iterator, int level);

    [LibraryImport(Library, EntryPoint = "TessDeleteText")]
    public static partial void DeleteText(nint text);

    [LibraryImport(Library, EntryPoint = "TessMonitorCreate")]
    public static partial nint CreateMonitor();

    [LibraryImport(Library, EntryPoint = "TessMonitorDelete")]
    public static partial void DeleteMonitor(nint monitor);

    [LibraryImport(Library, EntryPoint = "TessMonitorSetDeadlineMSecs")]
    public static partial void SetDeadline(nint monitor, int milliseconds);
}

/// <summary>A Tesseract engine; ended and deleted with its handle.</summary>
internal sealed class TesseractHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Tesseract.End(handle);
        Tesseract.Delete(handle);
        return true;
    }

    /// <summary>A new engine, not initialised.</summary>
    public static TesseractHandle Create()
    {
        var engine = new TesseractHandle();
        engine.SetHandle(Tesseract.Create());
        return engine;
    }
}
