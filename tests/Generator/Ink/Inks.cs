using System.Globalization;
using System.Text;
using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Ink;

/// <summary>A seal or a stroke of the pen: a drawing and its proportions.</summary>
/// <param name="Svg">The drawing.</param>
/// <param name="Height">Its height for a width of 1.</param>
public sealed record Drawn(string Svg, double Height);

/// <summary>Seals and handwriting of one dossier. Drawn ones go into pages as pictures, so that they leave no text there.</summary>
public sealed class Inks(Drawn seal)
{
    private readonly List<Drawn> drawn = [seal];

    /// <summary>The office's seal.</summary>
    public Drawn Seal => seal;

    /// <summary>Everything that was placed, in order; the pages refer to them by number.</summary>
    public IReadOnlyList<Drawn> Drawn => drawn;

    /// <summary>A signature.</summary>
    public Drawn Hand(Dice dice, string pen)
    {
        var hand = Strokes.Signature(dice, pen);
        drawn.Add(hand);
        return hand;
    }

    /// <summary>The inks of an office.</summary>
    public static Inks With(Dice dice, string office, string place) => new(Seals.Round(dice, office, place));

    /// <summary>Markup that puts it at a place within the space for signatures; millimetres and degrees.</summary>
    public string Place(Drawn ink, int width, int left, int top, int turned) => string.Create(
        CultureInfo.InvariantCulture,
        $"<div class=\"ink ink{drawn.IndexOf(ink)}\" style=\"width:{width}mm;height:{width * ink.Height:0.#}mm;left:{left}mm;top:{top}mm;transform:rotate({turned}deg)\"></div>");
}

/// <summary>Strokes of a pen.</summary>
public static class Strokes
{
    /// <summary>A signature: a large first stroke, a zigzag, a flourish.</summary>
    public static Drawn Signature(Dice dice, string pen)
    {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-8 -8 216 106\"><g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"").Append(pen).Append("\">");
        var width = dice.Real(1.8, 3.6);
        void Path(IEnumerable<(double X, double Y)> points, double thick) => svg.Append(CultureInfo.InvariantCulture, $"<path stroke-width=\"{thick:0.0}\" d=\"{Smooth(points)}\"/>");

        double x = dice.Real(5, 25);
        Path([(x, dice.Real(40, 60)), (x + dice.Real(5, 25), dice.Real(0, 10)), (x + dice.Real(20, 40), dice.Real(50, 85)), (x - dice.Real(0, 12), dice.Real(60, 88)), (x + dice.Real(25, 45), dice.Real(20, 45))], width);
        var points = new List<(double, double)>();
        x += 25;
        for (var i = 0; i < dice.Between(5, 10) && x < 175; i++)
        {
            points.Add((x, i % 2 == 0 ? dice.Real(15, 40) : dice.Real(45, 70)));
            x += dice.Real(8, 22);
        }

        Path(points, width * dice.Real(0.75, 1.05));
        if (dice.Chance(0.7)) Path([(x, dice.Real(40, 60)), (dice.Real(20, 60), dice.Real(70, 88)), (dice.Real(120, 195), dice.Real(55, 80))], width * dice.Real(0.6, 1));
        if (dice.Chance(0.4)) Path([(dice.Real(60, 100), dice.Real(0, 20)), (dice.Real(120, 190), dice.Real(5, 50))], width * 0.8);
        return new(svg.Append("</g></svg>").ToString(), 106.0 / 216);
    }

    /// <summary>A mark in a table's cell, drawn into a box of 20 by 20 with room around it.</summary>
    /// <param name="dice">Chance.</param>
    /// <param name="pen">Colour.</param>
    /// <param name="habit">What this person draws: 0 a cross, 1 a hook, 2 a plus.</param>
    public static string Tick(Dice dice, string pen, int habit)
    {
        double J(double at) => at + dice.Real(-2.2, 2.2);
        string P(params (double X, double Y)[] points) => Smooth(points.Select(point => (J(point.X), J(point.Y))));
        var thick = dice.Real(1.5, 2.8);
        var body = habit switch
        {
            0 => Invariant($"<path d=\"{P((3, 3), (10, 10), (17, 17))}\"/><path d=\"{P((17, 3), (10, 10), (3, 17))}\"/>"),
            1 => Invariant($"<path d=\"{P((2, 11), (7, 17), (19, 1))}\"/>"),
            _ => Invariant($"<path d=\"{P((10, 2), (10, 18))}\"/><path d=\"{P((2, 10), (18, 10))}\"/>"),
        };
        // Few stay in the middle, some run into the lines of the cell.
        var size = dice.Real(11, 19);
        var style = Invariant($"width:{size:0.0}pt;height:{size:0.0}pt;left:calc(50% - {size / 2 + dice.Real(-7, 7):0.0}pt);top:calc(50% - {size / 2 + dice.Real(-5, 5):0.0}pt)");
        return Invariant($"<div class=\"hold\"><svg class=\"tick\" style=\"{style}\" viewBox=\"-2 -2 24 24\" fill=\"none\" stroke=\"{pen}\" stroke-width=\"{thick:0.0}\" stroke-linecap=\"round\">{body}</svg></div>");
    }

    /// <summary>A box that somebody filled in.</summary>
    public static string Blob(Dice dice, string pen)
    {
        var size = dice.Real(8, 12);
        var style = Invariant($"width:{size:0.0}pt;height:{size:0.0}pt;left:calc(50% - {size / 2 + dice.Real(-4, 4):0.0}pt);top:calc(50% - {size / 2 + dice.Real(-3, 3):0.0}pt)");
        return Invariant($"<div class=\"hold\"><svg class=\"tick\" style=\"{style}\" viewBox=\"0 0 20 20\"><path fill=\"{pen}\" d=\"M{dice.Real(1, 4):0.0} {dice.Real(4, 8):0.0} Q10 {dice.Real(-2, 2):0.0} {dice.Real(16, 19):0.0} {dice.Real(4, 8):0.0} Q{dice.Real(18, 21):0.0} 14 {dice.Real(13, 16):0.0} 18 Q8 {dice.Real(18, 21):0.0} 3 15 Z\"/></svg></div>");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    // Catmull-Rom through the points, as Bézier pieces.
    private static string Smooth(IEnumerable<(double X, double Y)> through)
    {
        var p = through.ToArray();
        var path = new StringBuilder(Invariant($"M{p[0].X:0.0} {p[0].Y:0.0}"));
        for (var i = 0; i + 1 < p.Length; i++)
        {
            var (before, from, to, after) = (p[Math.Max(i - 1, 0)], p[i], p[i + 1], p[Math.Min(i + 2, p.Length - 1)]);
            path.Append(Invariant($"C{from.X + (to.X - before.X) / 5:0.0} {from.Y + (to.Y - before.Y) / 5:0.0} {to.X - (after.X - from.X) / 5:0.0} {to.Y - (after.Y - from.Y) / 5:0.0} {to.X:0.0} {to.Y:0.0}"));
        }

        return path.ToString();
    }
}
