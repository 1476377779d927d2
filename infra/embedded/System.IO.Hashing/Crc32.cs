using System.Buffers.Binary;

namespace System.IO.Hashing;

/// <summary>CRC-32 as in zip, PNG and IEEE 802.3 (reflected polynomial 0xEDB88320); four bytes, the lowest first.</summary>
public sealed class Crc32 : NonCryptographicHashAlgorithm
{
    private const uint Start = uint.MaxValue;
    private const int Length = sizeof(uint);

    private static readonly uint[] Table = CreateTable();

    private uint _crc = Start;

    /// <summary>Creates an empty checksum.</summary>
    public Crc32()
        : base(Length)
    {
    }

    /// <summary>The checksum of some bytes.</summary>
    /// <param name="source">The bytes.</param>
    /// <exception cref="ArgumentNullException">The bytes are null.</exception>
    public static byte[] Hash(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Hash(new ReadOnlySpan<byte>(source));
    }

    /// <summary>The checksum of some bytes.</summary>
    /// <param name="source">The bytes.</param>
    public static byte[] Hash(ReadOnlySpan<byte> source)
    {
        var hash = new byte[Length];
        BinaryPrimitives.WriteUInt32LittleEndian(hash, ~Update(Start, source));
        return hash;
    }

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> source) => _crc = Update(_crc, source);

    /// <inheritdoc/>
    public override void Reset() => _crc = Start;

    /// <inheritdoc/>
    protected override void GetCurrentHashCore(Span<byte> destination) => BinaryPrimitives.WriteUInt32LittleEndian(destination, ~_crc);

    private static uint Update(uint crc, ReadOnlySpan<byte> source)
    {
        foreach (var b in source)
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        return crc;
    }

    private static uint[] CreateTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320u;
            table[i] = value;
        }

        return table;
    }
}
