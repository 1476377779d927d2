using System.Runtime.InteropServices;
using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>Takes solid areas out of a picture, a scanner's dark edge above all: a rule that runs into one would be lost with it.</summary>
public static class SolidInk
{
    private const int Block = 4;
    private const uint Full = 0x01010101;

    /// <summary>The picture without areas that are ink for more than 2 mm in both directions; itself when there are none.</summary>
    public static BinaryImage Without(BinaryImage image, double dpi)
    {
        int columns = image.Width / Block, rows = image.Height / Block, side = Math.Max(2, (int)Math.Round(0.08 * dpi / Block));
        if (columns < side || rows < side) return image;
        var full = new byte[columns * rows];
        var any = false;
        for (var y = 0; y < rows; y++)
        {
            Span<byte> target = full.AsSpan(y * columns, columns);
            target.Fill(1);
            for (var d = 0; d < Block; d++)
            {
                var row = MemoryMarshal.Cast<byte, uint>(image.Ink.AsSpan((y * Block + d) * image.Width, columns * Block));
                for (var x = 0; x < columns; x++)
                    if (row[x] != Full) target[x] = 0;
            }

            any = any || target.Contains((byte)1);
        }

        return any && Squares(full, columns, rows, side) is { } solid ? Cleared(image, solid, columns, rows) : image;
    }

    /// <summary>The blocks that lie in a full square of so many blocks; null when there is none.</summary>
    private static bool[]? Squares(byte[] full, int columns, int rows, int side)
    {
        var run = new int[full.Length];
        bool[]? solid = null;
        for (var y = 0; y < rows; y++)
        for (var x = 0; x < columns; x++)
        {
            var at = y * columns + x;
            if (full[at] == 0) continue;
            // The largest full square that ends here.
            run[at] = x == 0 || y == 0 ? 1 : 1 + Math.Min(run[at - 1], Math.Min(run[at - columns], run[at - columns - 1]));
            if (run[at] < side) continue;
            solid ??= new bool[full.Length];
            for (var dy = 0; dy < side; dy++) solid.AsSpan(at - dy * columns - side + 1, side).Fill(true);
        }

        return solid;
    }

    /// <summary>Clears the blocks and their neighbours, in which the solid area has its edge.</summary>
    private static BinaryImage Cleared(BinaryImage image, bool[] solid, int columns, int rows)
    {
        var ink = (byte[])image.Ink.Clone();
        for (var y = 0; y < rows; y++)
        for (var x = 0; x < columns; x++)
        {
            if (!solid[y * columns + x]) continue;
            int left = Math.Max(0, (x - 1) * Block), right = Math.Min(image.Width, (x + 2) * Block);
            for (var py = Math.Max(0, (y - 1) * Block); py < Math.Min(image.Height, (y + 2) * Block); py++) ink.AsSpan(py * image.Width + left, right - left).Clear();
        }

        return new(image.Width, image.Height, ink);
    }
}
