using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace LearningSociety.App.Web.Assets;

/// <summary>A file that pages load: its bytes, and the same compressed.</summary>
internal sealed class Asset
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary();

    private readonly Lazy<byte[]> _gzip;
    private readonly Lazy<byte[]> _brotli;

    internal Asset(string name, byte[] bytes)
    {
        (Name, Plain) = (name, bytes);
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        _gzip = new(() => Compress(stream => new GZipStream(stream, CompressionLevel.Optimal)));
        _brotli = new(() => Compress(stream => new BrotliStream(stream, CompressionLevel.Optimal)));
    }

    internal string Name { get; }

    /// <summary>Names the content, so that the address of a file that changes changes too.</summary>
    internal string Hash { get; }

    internal string ContentType => Types.GetValueOrDefault(Path.GetExtension(Name), "application/octet-stream");

    internal string Url => $"/assets/{Hash}/{Name}";

    internal byte[] Plain { get; }

    /// <summary>The bytes in the best encoding that is accepted, with the encoding's name; null for none.</summary>
    internal (byte[] Bytes, string? Encoding) For(string acceptEncoding) =>
        Accepts(acceptEncoding, "br") ? (_brotli.Value, "br") : Accepts(acceptEncoding, "gzip") ? (_gzip.Value, "gzip") : (Plain, null);

    private static bool Accepts(string accept, string encoding) => accept.Split(',').Any(part =>
    {
        var pieces = part.Split(';', StringSplitOptions.TrimEntries);
        return pieces[0].Equals(encoding, StringComparison.OrdinalIgnoreCase) && !pieces.Skip(1).Any(piece => piece is "q=0" or "q=0.0" or "q=0.00" or "q=0.000");
    });

    private byte[] Compress(Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed)) stream.Write(Plain);
        return compressed.ToArray();
    }
}
