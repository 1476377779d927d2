using System.Buffers.Binary;

namespace System.IO.Hashing;

/// <summary>CRC-64 as in ECMA-182 (polynomial 0x42F0E1EBA9EA3693, not reflected); eight bytes, the highest first.</summary>
public sealed class Crc64 : NonCryptographicHashAlgorithm
{
    private const int Length = sizeof(ulong);

    private static readonly ulong[] Table = CreateTable();

    private ulong _crc;

    /// <summary>Creates an empty checksum.</summary>
    public Crc64()
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
        BinaryPrimitives.WriteUInt64BigEndian(hash, Update(0, source));
        return hash;
    }

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> source) => _crc = Update(_crc, source);

    /// <inheritdoc/>
    public override void Reset() => _crc = 0;

    /// <inheritdoc/>
    protected override void GetCurrentHashCore(Span<byte> destination) => BinaryPrimitives.WriteUInt64BigEndian(destination, _crc);

    private static ulong Update(ulong crc, ReadOnlySpan<byte> source)
    {
        foreach (var b in source)
            crc = Table[(byte)((crc >> 56) ^ b)] ^ (crc << 8);
        return crc;
    }

    private static ulong[] CreateTable()
    {
        var table = new ulong[256];
        for (var i = 0; i < table.Length; i++)
        {
            var value = (ulong)i << 56;
            for (var bit = 0; bit < 8; bit++)
                value = (value & (1UL << 63)) == 0 ? value << 1 : (value << 1) ^ 0x42F0E1EBA9EA3693UL;
            table[i] = value;
        }

        return table;
    }
}
