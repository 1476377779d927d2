using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearningSociety.Layout.Imaging;

/// <summary>Makes a picture smaller, row by row; each pixel is the mean of the area it stands for, parts of pixels counted in part.</summary>
internal sealed class AreaReducer
{
    /// <summary>Weights of one pixel of the answer sum up to this; sums fit 16 bits.</summary>
    private const int Whole = 256;

    private readonly int sourceHeight, height;
    private readonly int[] starts;
    private readonly ushort[] weights;
    private readonly int taps;
    private readonly ushort[] sums;
    private readonly byte[] line;
    private int sourceRow, row, left = Whole;

    /// <summary>A reducer for one channel.</summary>
    /// <param name="sourceWidth">Pixels a row that come in.</param>
    /// <param name="sourceHeight">Rows that come in.</param>
    /// <param name="width">Pixels a row of the answer, at most <paramref name="sourceWidth"/>.</param>
    /// <param name="height">Rows of the answer, at most <paramref name="sourceHeight"/>.</param>
    public AreaReducer(int sourceWidth, int sourceHeight, int width, int height)
    {
        (this.sourceHeight, this.height) = (sourceHeight, height);
        Picture = new(width, height, GC.AllocateUninitializedArray<byte>(width * height));
        sums = new ushort[sourceWidth];
        line = new byte[sourceWidth];
        taps = sourceWidth == width ? 1 : Math.Min(sourceWidth, sourceWidth % width == 0 ? sourceWidth / width : (int)Math.Ceiling((double)sourceWidth / width) + 1);
        starts = new int[width];
        weights = new ushort[width * taps];
        for (var x = 0; x < width; x++) Weigh(x, sourceWidth, width);
    }

    private AreaReducer(AreaReducer other)
    {
        (sourceHeight, height, starts, weights, taps) = (other.sourceHeight, other.height, other.starts, other.weights, other.taps);
        (sourceRow, row, left) = (other.sourceRow, other.row, other.left);
        (sums, line) = ((ushort[])other.sums.Clone(), new byte[other.line.Length]);
        Picture = other.Picture with { Pixels = (byte[])other.Picture.Pixels.Clone() };
    }

    /// <summary>The answer; whole after the last row.</summary>
    public GrayImage Picture { get; }

    /// <summary>Another reducer that has seen the same rows.</summary>
    public AreaReducer Copy() => new(this);

    /// <summary>Takes the next row.</summary>
    public void Add(ReadOnlySpan<byte> source)
    {
        if (sourceHeight == height && taps == 1)
        {
            source.CopyTo(Picture.Pixels.AsSpan(row++ * Picture.Width));
            return;
        }

        // In units of 1/height of a source row: this row reaches from top to bottom, rows of the answer are sourceHeight long.
        long top = (long)sourceRow * height, bottom = top + height;
        sourceRow++;
        while (row < height && top < bottom)
        {
            long end = Math.Min(bottom, (long)(row + 1) * sourceHeight);
            var full = end == (long)(row + 1) * sourceHeight;
            var weight = full ? left : Math.Min(left, (int)((end - top) * Whole / sourceHeight));
            Accumulate(source, (ushort)weight);
            left -= weight;
            top = end;
            if (!full) continue;
            Finish();
            left = Whole;
        }
    }

    private void Weigh(int x, int sourceWidth, int width)
    {
        // In units of 1/width of a source pixel.
        long from = (long)x * sourceWidth, to = from + sourceWidth;
        starts[x] = (int)Math.Min(from / width, sourceWidth - taps);
        int rest = Whole, last = 0;
        for (var i = 0; i < taps; i++)
        {
            long a = Math.Max(from, (long)(starts[x] + i) * width), b = Math.Min(to, (long)(starts[x] + i + 1) * width);
            var weight = b <= a ? 0 : (int)((b - a) * Whole / sourceWidth);
            if (weight > 0) last = i;
            weights[x * taps + i] = (ushort)weight;
            rest -= weight;
        }

        weights[x * taps + last] += (ushort)rest;
    }

    private void Accumulate(ReadOnlySpan<byte> source, ushort weight)
    {
        var i = 0;
        var by = Vector128.Create(weight);
        ref var target = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var from = ref MemoryMarshal.GetReference(source[..sums.Length]);
        for (; i <= sums.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            (Vector128.LoadUnsafe(ref target, (nuint)i) + low * by).StoreUnsafe(ref target, (nuint)i);
            (Vector128.LoadUnsafe(ref target, (nuint)(i + 8)) + high * by).StoreUnsafe(ref target, (nuint)(i + 8));
        }

        for (; i < sums.Length; i++) sums[i] += (ushort)(source[i] * weight);
    }

    private void Finish()
    {
        Narrow();
        var target = Picture.Pixels.AsSpan(row * Picture.Width, Picture.Width);
        row++;
        switch (taps)
        {
            case 1:
                line.CopyTo(target);
                break;
            case 2:
                for (int x = 0, w = 0; x < target.Length; x++, w += 2)
                    target[x] = (byte)((line[starts[x]] * weights[w] + line[starts[x] + 1] * weights[w + 1] + Whole / 2) >> 8);
                break;
            case 3:
                for (int x = 0, w = 0; x < target.Length; x++, w += 3)
                {
                    var from = starts[x];
                    target[x] = (byte)((line[from] * weights[w] + line[from + 1] * weights[w + 1] + line[from + 2] * weights[w + 2] + Whole / 2) >> 8);
                }

                break;
            default:
                for (int x = 0, w = 0; x < target.Length; x++, w += taps)
                {
                    int sum = Whole / 2, from = starts[x];
                    for (var i = 0; i < taps; i++) sum += line[from + i] * weights[w + i];
                    target[x] = (byte)(sum >> 8);
                }

                break;
        }
    }

    /// <summary>The sums as a line of pixels; they begin anew.</summary>
    private void Narrow()
    {
        var i = 0;
        var half = Vector128.Create((ushort)(Whole / 2));
        ref var from = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var to = ref MemoryMarshal.GetArrayDataReference(line);
        for (; i <= sums.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            var low = (Vector128.LoadUnsafe(ref from, (nuint)i) + half) >>> 8;
            var high = (Vector128.LoadUnsafe(ref from, (nuint)(i + 8)) + half) >>> 8;
            Vector128.Narrow(low, high).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < sums.Length; i++) line[i] = (byte)((sums[i] + Whole / 2) >> 8);
        Array.Clear(sums);
    }
}
