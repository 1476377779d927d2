using System.Buffers.Binary;

namespace LearningSociety.Layout.Imaging;

/// <summary>What a JPEG's frame says.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Components">1 grey, 3 colour, 4 print colours.</param>
/// <param name="Progressive">Whether its decoder must keep all of it in memory.</param>
public sealed record JpegHeader(int Width, int Height, int Components, bool Progressive)
{
    /// <summary>Pixels an inch by a JFIF head; 0 when it names none.</summary>
    public static int Resolution(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 18 || !bytes[6..11].SequenceEqual("JFIF\0"u8)) return 0;
        var density = BinaryPrimitives.ReadUInt16BigEndian(bytes[14..]);
        return bytes[13] switch { 1 => density, 2 => (int)Math.Round(density * 2.54), _ => 0 };
    }

    /// <summary>Reads it; null when there is no frame.</summary>
    public static JpegHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length)
        {
            if (bytes[at] != 0xFF)
            {
                at++;
                continue;
            }

            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new(
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), bytes[at + 9], marker is 0xC2 or 0xC6 or 0xCA or 0xCE);
            }

            if (marker is 0xD9 or 0xDA) break;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
