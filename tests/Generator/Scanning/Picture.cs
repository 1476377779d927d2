using System.Text;
using LearningSociety.Generator.Printing;

namespace LearningSociety.Generator.Scanning;

/// <summary>Pixels of a page, 8 bits a channel.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Channels">1 for grey, 3 for colour.</param>
/// <param name="Data">Row by row.</param>
public sealed record Picture(int Width, int Height, int Channels, byte[] Data)
{
    /// <summary>A page of a PDF at a resolution.</summary>
    public static Picture Of(string pdf, int page, int dpi, bool colour)
    {
        string[] grey = colour ? [] : ["-gray"];
        return Netpbm(Tool.Bytes("pdftoppm", [.. grey, "-r", $"{dpi}", "-f", $"{page}", "-l", $"{page}", pdf]));
    }

    /// <summary>An evenly coloured page.</summary>
    public static Picture Even(int width, int height, int channels, byte value)
    {
        var data = new byte[width * height * channels];
        Array.Fill(data, value);
        return new(width, height, channels, data);
    }

    /// <summary>As grey.</summary>
    public Picture Grey()
    {
        if (Channels == 1) return this;
        var grey = new byte[Width * Height];
        for (var i = 0; i < grey.Length; i++) grey[i] = (byte)((Data[3 * i] * 77 + Data[3 * i + 1] * 151 + Data[3 * i + 2] * 28) >> 8);
        return new(Width, Height, 1, grey);
    }

    /// <summary>Each value changed by its place.</summary>
    /// <param name="change">x, y, value to value.</param>
    public Picture Each(Func<int, int, double, double> change)
    {
        var data = new byte[Data.Length];
        for (int y = 0, i = 0; y < Height; y++)
        for (var x = 0; x < Width; x++)
        for (var c = 0; c < Channels; c++, i++)
            data[i] = (byte)Math.Clamp(change(x, y, Data[i]) + 0.5, 0, 255);
        return this with { Data = data };
    }

    /// <summary>Each value through a table.</summary>
    public Picture Through(Func<double, double> curve)
    {
        var table = Enumerable.Range(0, 256).Select(value => (byte)Math.Clamp(curve(value) + 0.5, 0, 255)).ToArray();
        return this with { Data = Array.ConvertAll(Data, value => table[value]) };
    }

    /// <summary>Another picture of another size: each pixel taken from where it was, between pixels in proportion.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="from">For each place, the place it comes from.</param>
    /// <param name="outside">What lies beyond the page.</param>
    public Picture Warp(int width, int height, Func<double, double, (double X, double Y)> from, byte outside)
    {
        var data = new byte[width * height * Channels];
        for (int y = 0, i = 0; y < height; y++)
        for (var x = 0; x < width; x++, i += Channels)
        {
            var (sx, sy) = from(x, y);
            int left = (int)Math.Floor(sx), top = (int)Math.Floor(sy);
            if (left < -1 || top < -1 || left >= Width || top >= Height)
            {
                for (var c = 0; c < Channels; c++) data[i + c] = outside;
                continue;
            }

            double fx = sx - left, fy = sy - top;
            int x0 = Math.Max(left, 0), x1 = Math.Min(left + 1, Width - 1), y0 = Math.Max(top, 0), y1 = Math.Min(top + 1, Height - 1);
            for (var c = 0; c < Channels; c++)
            {
                double upper = Data[(y0 * Width + x0) * Channels + c] * (1 - fx) + Data[(y0 * Width + x1) * Channels + c] * fx;
                double lower = Data[(y1 * Width + x0) * Channels + c] * (1 - fx) + Data[(y1 * Width + x1) * Channels + c] * fx;
                data[i + c] = (byte)(upper * (1 - fy) + lower * fy + 0.5);
            }
        }

        return new(width, height, Channels, data);
    }

    /// <summary>Turned by quarters of a circle, clockwise.</summary>
    public Picture Turned(int quarters) => (quarters & 3) switch
    {
        1 => Moved(Height, Width, (x, y) => (y, Height - 1 - x)),
        2 => Moved(Width, Height, (x, y) => (Width - 1 - x, Height - 1 - y)),
        3 => Moved(Height, Width, (x, y) => (Width - 1 - y, x)),
        _ => this,
    };

    /// <summary>Made smaller (or taller) by the mean of the pixels that fall together.</summary>
    public Picture Resized(int width, int height)
    {
        double sx = (double)Width / width, sy = (double)Height / height;
        var data = new byte[width * height * Channels];
        for (int y = 0, i = 0; y < height; y++)
        {
            int y0 = (int)(y * sy), y1 = Math.Max(y0 + 1, Math.Min(Height, (int)((y + 1) * sy)));
            for (var x = 0; x < width; x++)
            {
                int x0 = (int)(x * sx), x1 = Math.Max(x0 + 1, Math.Min(Width, (int)((x + 1) * sx)));
                for (var c = 0; c < Channels; c++, i++)
                {
                    var sum = 0;
                    for (var v = y0; v < y1; v++)
                    for (var u = x0; u < x1; u++) sum += Data[(v * Width + u) * Channels + c];
                    data[i] = (byte)(sum / ((y1 - y0) * (x1 - x0)));
                }
            }
        }

        return new(width, height, Channels, data);
    }

    /// <summary>Softened.</summary>
    /// <param name="sigma">Deviation in pixels.</param>
    public Picture Blurred(double sigma)
    {
        if (sigma < 0.2) return this;
        var reach = (int)Math.Ceiling(2.5 * sigma);
        var weights = Enumerable.Range(-reach, 2 * reach + 1).Select(d => Math.Exp(-d * d / (2 * sigma * sigma))).ToArray();
        var total = weights.Sum();
        var fixedWeights = weights.Select(w => (int)(w / total * 65536 + 0.5)).ToArray();
        return Pass(fixedWeights, reach, Channels, Width, Height, Width * Channels).Pass(fixedWeights, reach, Width * Channels, Height, Width, Channels, vertical: true);
    }

    private Picture Pass(int[] weights, int reach, int step, int length, int lines, int lineStep, bool vertical = false)
    {
        var data = new byte[Data.Length];
        for (var line = 0; line < lines; line++)
        for (var c = 0; c < Channels; c++)
        {
            var start = (vertical ? line * Channels : line * lineStep) + c;
            for (var at = 0; at < length; at++)
            {
                var sum = 32768;
                for (var d = -reach; d <= reach; d++) sum += Data[start + Math.Clamp(at + d, 0, length - 1) * step] * weights[d + reach];
                data[start + at * step] = (byte)Math.Min(sum >> 16, 255);
            }
        }

        return this with { Data = data };
    }

    private Picture Moved(int width, int height, Func<int, int, (int X, int Y)> from)
    {
        var data = new byte[Data.Length];
        for (int y = 0, i = 0; y < height; y++)
        for (var x = 0; x < width; x++)
        {
            var (sx, sy) = from(x, y);
            for (var c = 0; c < Channels; c++, i++) data[i] = Data[(sy * Width + sx) * Channels + c];
        }

        return new(width, height, Channels, data);
    }

    private static Picture Netpbm(byte[] bytes)
    {
        var at = 3;
        int Number()
        {
            var text = new StringBuilder();
            while (bytes[at] is >= (byte)'0' and <= (byte)'9') text.Append((char)bytes[at++]);
            at++;
            return int.Parse(text.ToString(), provider: null);
        }

        int width = Number(), height = Number();
        _ = Number();
        return new(width, height, bytes[1] == '6' ? 3 : 1, bytes[at..]);
    }
}
