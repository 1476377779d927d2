using System.Runtime.InteropServices;

namespace LearningSociety.Layout.Native;

/// <summary>The functions of Leptonica that are used, as its C headers declare them.</summary>
internal static unsafe partial class Leptonica
{
    private const string Library = "liblept.so.5";

    [LibraryImport(Library, EntryPoint = "pixDestroy")]
    public static partial void Destroy(ref nint pix);

    [LibraryImport(Library, EntryPoint = "pixGetData")]
    public static partial uint* Data(Pix pix);

    [LibraryImport(Library, EntryPoint = "pixGetWpl")]
    public static partial int WordsPerLine(Pix pix);

    [LibraryImport(Library, EntryPoint = "pixGetWidth")]
    public static partial int Width(Pix pix);

    [LibraryImport(Library, EntryPoint = "pixGetHeight")]
    public static partial int Height(Pix pix);

    [LibraryImport(Library, EntryPoint = "pixGetDepth")]
    public static partial int Depth(Pix pix);

    [LibraryImport(Library, EntryPoint = "pixGetXRes")]
    public static partial int XResolution(Pix pix);

    [LibraryImport(Library, EntryPoint = "pixGetYRes")]
    public static partial int YResolution(Pix pix);

    [LibraryImport(Library, EntryPoint = "pixReadMem")]
    public static partial Pix ReadMemory(byte* data, nuint size);

    [LibraryImport(Library, EntryPoint = "pixReadMemJpeg")]
    public static partial Pix ReadJpeg(byte* data, nuint size, int withColourMap, int reduction, out int warnings, int hint);

    [LibraryImport(Library, EntryPoint = "pixReadMemTiff")]
    public static partial Pix ReadTiff(byte* data, nuint size, int page);

    /// <summary>A palette becomes grey or colour, as its colours are.</summary>
    public const int ByColours = 4;

    [LibraryImport(Library, EntryPoint = "pixRemoveColormap")]
    public static partial Pix WithoutColourMap(Pix pix, int type);

    [LibraryImport(Library, EntryPoint = "pixConvertTo32")]
    public static partial Pix To32(Pix pix);

    [LibraryImport(Library, EntryPoint = "setMsgSeverity")]
    public static partial int SetMessageSeverity(int severity);
}

/// <summary>A Leptonica picture; freed with its handle.</summary>
internal sealed class Pix() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Leptonica.Destroy(ref handle);
        return true;
    }
}
