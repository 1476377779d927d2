using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>
/// Finds ruling lines of which only specks and dashes are left: fine or dotted lines that a fax or a hard black-and-white scan dropped by halves.
/// They are uneven, but lie in a row with next to nothing beside it, and rows of them run both ways.
/// </summary>
public static class SpeckRules
{
    /// <summary>The largest speck, the thickest and longest dash, inches.</summary>
    private const double Largest = 0.035, Thickest = 0.022, Longest = 0.6;

    /// <summary>How far from larger ink a speck is no letter's dot and a dash no letter's stem, inches.</summary>
    private const double Apart = 0.02;

    /// <summary>A table has at least so many lines each way.</summary>
    private const int FewestLines = 2;

    /// <summary>Letters touch no more of a line below them.</summary>
    private const double MostTouched = 0.08;

    /// <summary>How far beside its table's borders a line is the table's still, pixels.</summary>
    private const int Beside = 2;

    /// <summary>What is found in one round tells more of the borders to the next.</summary>
    private const int Rounds = 3;

    /// <summary>Fewer specks are no table's.</summary>
    private const int FewestSpecks = 20;

    /// <summary>The ink with such lines drawn; the same picture when there are none.</summary>
    /// <param name="image">Black and white, text upright.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static BinaryImage Filled(BinaryImage image, double dpi)
    {
        var (pieces, letters) = Parted(image, dpi);
        if (pieces.Count < FewestSpecks) return image;
        var largest = Largest * dpi;
        var across = new SpeckLines([.. pieces.Where(p => p.Height <= Math.Max(p.Width, largest)).Select(p => new Speck(p.CentreX, p.CentreY, p.Left, p.Right))], image.Height, new(letters), dpi);
        var down = new SpeckLines([.. pieces.Where(p => p.Width <= Math.Max(p.Height, largest)).Select(p => new Speck(p.CentreY, p.CentreX, p.Top, p.Bottom))], image.Width, new(letters.Transposed), dpi);
        across.Find();
        down.Find();
        if (across.Found.Count < FewestLines || down.Found.Count < FewestLines) return image;
        foreach (var (top, bottom) in Tables(down)) Complete(across, down, top, bottom);
        down.Part(across.Found.Select(line => (int)line.At), 0);
        across.Part(down.Found.Select(line => (int)line.At), MostTouched);
        return Drawn(image, across, down);
    }

    /// <summary>Where tables begin and end: lines down side by side are of one table.</summary>
    private static List<(int Top, int Bottom)> Tables(SpeckLines down)
    {
        var tables = new List<(int Top, int Bottom)>();
        foreach (var line in down.Found.OrderBy(line => line.From))
        {
            if (tables.Count > 0 && line.From < tables[^1].Bottom) tables[^1] = tables[^1] with { Bottom = Math.Max(tables[^1].Bottom, line.To) };
            else tables.Add((line.From, line.To));
        }

        return tables;
    }

    // Borders that show by themselves tell how far the others run.
    private static void Complete(SpeckLines across, SpeckLines down, int top, int bottom)
    {
        // A line that is found anew settles a pixel beside the place where it was.
        bool IsOwn(SpeckLine line) => line.At >= top - Beside && line.At <= bottom + Beside;
        bool Crosses(SpeckLine line) => line.From < bottom && line.To > top;
        for (var round = 0; round < Rounds; round++)
        {
            // Lines that are found anew may part into shorter ones, so that none is the table's any more.
            var (rows, columns) = (across.Found.Where(IsOwn).ToList(), down.Found.Where(Crosses).ToList());
            if (rows.Count < FewestLines || columns.Count == 0) return;
            down.FindBetween(top, bottom, rows.Min(line => line.From), rows.Max(line => line.To), mayGoOn: false);
            columns = [.. down.Found.Where(Crosses)];
            if (columns.Count == 0) return;
            across.FindBetween((int)columns.Min(line => line.At), (int)columns.Max(line => line.At), top, bottom, mayGoOn: true);
            across.Stretch(IsOwn);
            rows = [.. across.Found.Where(IsOwn)];
            if (rows.Count == 0) return;
            (top, bottom) = ((int)rows.Min(line => line.At), (int)rows.Max(line => line.At));
        }
    }

    private static BinaryImage Drawn(BinaryImage image, SpeckLines across, SpeckLines down)
    {
        var whole = (byte[])image.Ink.Clone();
        foreach (var line in across.Found)
            for (var x = line.From; x < line.To; x++) Draw(x, (int)across.At(line, x));
        foreach (var line in down.Found)
            for (var y = line.From; y < line.To; y++) Draw((int)down.At(line, y), y);
        return image with { Ink = whole };

        void Draw(int x, int y)
        {
            if ((uint)x < (uint)image.Width && (uint)y < (uint)image.Height) whole[y * image.Width + x] = 1;
        }
    }

    /// <summary>Small and thin pieces of ink that no larger one is near to, and all larger ink.</summary>
    private static (List<Component> Pieces, BinaryImage Letters) Parted(BinaryImage image, double dpi)
    {
        double largest = Largest * dpi, thickest = Math.Max(2, Thickest * dpi), longest = Longest * dpi;
        var apart = (int)Math.Ceiling(Apart * dpi);
        var near = new byte[image.Ink.Length];
        var letters = (byte[])image.Ink.Clone();
        var small = new List<Component>();
        foreach (var piece in Components.Of(image))
        {
            double large = Math.Max(piece.Width, piece.Height), thin = Math.Min(piece.Width, piece.Height);
            if (large <= largest || (thin <= thickest && large <= longest))
            {
                small.Add(piece);
                for (var y = piece.Top; y < piece.Bottom; y++) letters.AsSpan(y * image.Width + piece.Left, piece.Width).Clear();
                continue;
            }

            int left = Math.Max(0, piece.Left - apart), right = Math.Min(image.Width, piece.Right + apart);
            for (var y = Math.Max(0, piece.Top - apart); y < Math.Min(image.Height, piece.Bottom + apart); y++) near.AsSpan(y * image.Width + left, right - left).Fill(1);
        }

        return ([.. small.Where(p => near[(int)p.CentreY * image.Width + (int)p.CentreX] == 0)], image with { Ink = letters });
    }
}
