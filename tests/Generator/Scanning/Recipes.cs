using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Scanning;

/// <summary>The recipes. The machine's chance is the same for all pages of a file, the page's is its own.</summary>
public static class Recipes
{
    private const double A4Width = 595.28, A4Height = 841.89;

    /// <summary>All, digital ones first.</summary>
    public static IReadOnlyList<Quality> All { get; } =
    [
        new("digital", null, true, Nothing),
        new("digital-nfd", null, true, Nothing),
        new("digital-oldtone", null, true, Nothing),
        new("scan300-colour", 300, true, (page, _, machine, dice) => Jpeg(Wear.Grain(Wear.Skewed(Paper(page, machine), dice.Real(-0.5, 0.5)), dice, 2.5), machine.Between(78, 92))),
        new("scan200-grey", 200, false, (page, _, machine, dice) => Flat(Wear.Grain(Wear.Skewed(page.Blurred(0.6), dice.Real(-0.7, 0.7)).Through(v => 18 + v * 0.9), dice, 4), machine)),
        new("scan150", 150, true, (page, _, machine, dice) => Jpeg(Wear.Grain(Wear.Skewed(page.Blurred(0.5), dice.Real(-0.6, 0.6)).Through(v => 10 + v * 0.94), dice, 3.5), machine.Between(70, 85))),
        new("scan600", 600, false, (page, _, machine, dice) => Threshold(Wear.Skewed(page.Blurred(1.6), dice.Real(-0.5, 0.5)), dice, machine.Real(135, 165), 4)),
        new("worn", 200, false, (page, _, machine, dice) => Flat(Wear.Grain(Wear.Dirt(Wear.Faded(Wear.Skewed(page.Blurred(0.7), dice.Real(-1.2, 1.2)), dice, machine.Real(0.35, 0.7)), dice, machine.Real(0.6, 1.6)).Through(v => 30 + v * 0.82), dice, 9), machine)),
        new("fax", 408, false, Fax(204, 196)),
        new("fax-standard", 408, false, Fax(204, 98)),
        new("photo", 230, true, Photo),
        new("shadow", 200, true, (page, _, machine, dice) => Jpeg(Wear.Grain(Wear.Shadow(Wear.Skewed(Paper(page.Blurred(0.6), machine), dice.Real(-1, 1), 240), dice, dice.Real(0.35, 0.6)), dice, 4), machine.Between(68, 85))),
        new("bleed", 200, false, (page, back, machine, dice) => Flat(Wear.Grain(Wear.BleedThrough(Wear.Skewed(page.Blurred(0.5), dice.Real(-0.6, 0.6)), back, machine.Real(0.12, 0.24)).Through(v => 8 + v * 0.95), dice, 4), machine)),
        new("edges", 200, false, (page, _, machine, dice) => Flat(Wear.Grain(Wear.Edges(Wear.Skewed(page.Blurred(0.6), dice.Real(-1.5, 1.5), 250), dice, machine.For("holes").Chance(0.7)), dice, 5), machine)),
        new("pale", 200, false, (page, _, machine, dice) => Flat(Wear.Grain(Wear.Skewed(page.Blurred(0.6), dice.Real(-0.6, 0.6)).Through(Contrast(machine)), dice, 4), machine)),
        new("skewed", 200, false, (page, _, machine, dice) => Flat(Wear.Grain(Wear.Skewed(page.Blurred(0.5), dice.Real(1.5, 5) * dice.Pick(-1, 1)).Through(v => 8 + v * 0.95), dice, 4), machine)),
        new("turned", 200, false, Turned),
        new("sizes", 200, true, Sized),
    ];

    private static ScannedPage Nothing(Picture page, Picture back, Dice machine, Dice dice) => throw new InvalidOperationException("A digital page is not scanned.");

    private static ScannedPage Jpeg(Picture page, int quality)
    {
        var lies = page.Width > page.Height;
        return new(page, Packed.Jpeg, quality, lies ? A4Height : A4Width, lies ? A4Width : A4Height);
    }

    private static ScannedPage Flat(Picture page, Dice machine) => Jpeg(page, machine.For("jpeg").Between(60, 88)) with { Packing = machine.For("packing").Pick(Packed.Jpeg, Packed.Jpeg, Packed.Flate) };

    private static ScannedPage Threshold(Picture page, Dice dice, double level, double grain) =>
        Jpeg(Wear.Grain(page, dice, grain).Through(value => value < level ? 0 : 255), 100) with { Packing = Packed.Group4 };

    // Paper is not quite white, and seldom neutral.
    private static Picture Paper(Picture page, Dice machine)
    {
        var dice = machine.For("paper");
        double white = dice.Real(0.93, 0.99), warm = dice.Real(0.92, 1);
        var channel = 0;
        return page.Each((_, _, value) => page.Channels == 3 && (channel = (channel + 1) % 3) == 0 ? value * white * warm : value * white);
    }

    private static Func<double, double> Contrast(Dice machine)
    {
        var dice = machine.For("contrast");
        double paper = dice.Real(215, 245), ink = dice.Real(120, 160);
        return value => ink + (paper - ink) * value / 255;
    }

    private static Func<Picture, Picture, Dice, Dice, ScannedPage> Fax(int across, int down) => (page, _, machine, dice) =>
    {
        var sized = Wear.Skewed(page.Blurred(1), dice.Real(-0.6, 0.6)).Resized(page.Width * across / 408, page.Height * down / 408);
        var worn = down < 150 ? sized : Wear.Faded(sized, dice, machine.For("fade").Real(0, 0.25));
        var bilevel = Threshold(worn, dice, machine.For("level").Real(140, 185), 12);
        return bilevel with { Picture = Wear.Dirt(bilevel.Picture, dice, 0.35).Through(value => value < 128 ? 0 : 255), Width = page.Width > page.Height ? A4Height : A4Width, Height = page.Width > page.Height ? A4Width : A4Height };
    };

    private static ScannedPage Photo(Picture page, Picture back, Dice machine, Dice dice)
    {
        var seen = Wear.Photographed(Paper(page, machine), dice).Blurred(dice.Real(0.5, 0.95));
        var lit = Wear.Grain(Wear.Shadow(seen, dice, dice.Real(0.2, 0.5)), dice, 4).Through(value => Math.Pow(value / 255, 0.92) * 255);
        // A telephone's picture becomes a page of its own size.
        var wide = lit.Width > lit.Height ? A4Height : A4Width;
        return new(lit, Packed.Jpeg, machine.For("jpeg").Between(62, 82), wide, wide * lit.Height / lit.Width);
    }

    private static ScannedPage Turned(Picture page, Picture back, Dice machine, Dice dice)
    {
        var quarters = dice.Pick(1, 2, 3, 2, machine.For("quarters").Between(1, 3));
        var worn = Wear.Grain(Wear.Skewed(page.Blurred(0.5), dice.Real(-0.8, 0.8)).Through(v => 8 + v * 0.95), dice, 4);
        return Flat(worn.Turned(quarters), machine) with { Rotate = machine.For("rotate").Chance(0.15) ? 360 - quarters * 90 : 0 };
    }

    private static ScannedPage Sized(Picture page, Picture back, Dice machine, Dice dice)
    {
        var worn = Wear.Grain(Wear.Skewed(page.Blurred(0.5), dice.Real(-0.6, 0.6)), dice, 3);
        var a4 = Jpeg(worn, machine.Between(75, 88));
        return dice.Below(4) switch
        {
            0 => a4,
            1 => a4 with { Width = a4.Width * Math.Sqrt(2), Height = a4.Height * Math.Sqrt(2) },
            2 => a4 with { Width = a4.Width / Math.Sqrt(2), Height = a4.Height / Math.Sqrt(2) },
            _ => OnLetter(worn, a4),
        };
    }

    // An A4 sheet on the glass of a machine set to Letter: room at the side, the foot cut where only margin was.
    private static ScannedPage OnLetter(Picture page, ScannedPage a4)
    {
        if (page.Width > page.Height) return a4;
        int width = page.Width * 612 / 595, height = page.Height * 812 / 842;
        return a4 with { Picture = page.Warp(width, height, (x, y) => (x, y), 250), Width = 612, Height = 812 };
    }
}
