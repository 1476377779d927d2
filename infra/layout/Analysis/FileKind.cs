using System.Buffers.Binary;

namespace LearningSociety.Layout.Analysis;

/// <summary>What a file is by its first bytes; names and content types are not believed.</summary>
public enum FileKind
{
    /// <summary>None of the kinds that are read.</summary>
    Unknown,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>TIFF, of one or several pages.</summary>
    Tiff,
}

/// <summary>Recognises kinds of files.</summary>
public static class FileKinds
{
    /// <summary>How many first bytes are looked at.</summary>
    public const int HeadLength = 1024;

    /// <summary>The kind of a file that starts with these bytes. A PDF's header may stand anywhere in the first 1024.</summary>
    public static FileKind Of(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 8 && BinaryPrimitives.ReadUInt64BigEndian(head) == 0x89504E470D0A1A0A) return FileKind.Png;
        if (head.Length >= 3 && head[0] == 0xFF && head[1] == 0xD8 && head[2] == 0xFF) return FileKind.Jpeg;
        if (head.Length >= 4 && (head[..4].SequenceEqual("II*\0"u8) || head[..4].SequenceEqual("MM\0*"u8))) return FileKind.Tiff;
        return head[..Math.Min(head.Length, HeadLength)].IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf : FileKind.Unknown;
    }

    /// <summary>The kind of a file on disk.</summary>
    public static FileKind OfFile(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeadLength];
        return Of(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }
}
