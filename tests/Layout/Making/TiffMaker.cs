using System.Buffers.Binary;
using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tests.Making;

/// <summary>Writes a grey TIFF with its resolutions across and down.</summary>
public static class TiffMaker
{
    public static byte[] Bytes(GrayImage picture, int across, int down)
    {
        (int Tag, int Type, int Value)[] entries =
        [
            (256, 4, picture.Width), (257, 4, picture.Height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1),
            (278, 4, picture.Height), (279, 4, picture.Pixels.Length), (282, 5, 8 + picture.Pixels.Length), (283, 5, 16 + picture.Pixels.Length), (296, 3, 2),
        ];
        var at = 24 + picture.Pixels.Length;
        var file = new byte[at + 2 + entries.Length * 12 + 4];
        file[0] = file[1] = (byte)'I';
        file[2] = 42;
        Put(4, at);
        picture.Pixels.CopyTo(file, 8);
        Put(8 + picture.Pixels.Length, across);
        Put(12 + picture.Pixels.Length, 1);
        Put(16 + picture.Pixels.Length, down);
        Put(20 + picture.Pixels.Length, 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(at), (short)entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = at + 2 + 12 * i;
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(entry), (short)entries[i].Tag);
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(entry + 2), (short)entries[i].Type);
            Put(entry + 4, 1);
            Put(entry + 8, entries[i].Value);
        }

        return file;

        void Put(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(offset), value);
    }
}
