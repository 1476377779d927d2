using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ink;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Ink;

/// <summary>Signature blocks at 200 dpi: what lies on them besides print, and what must not be taken for a seal or a hand.</summary>
public sealed class InkCasesTests
{
    private const double Dpi = 200;
    private const int X = 950, Y = 1300, Radius = 142;

    private static Drawing Page => new(1654, 2339);

    /// <summary>A seal: two rings, letters between them, a star, a line of letters below it.</summary>
    private static Drawing Seal(Drawing d, double share = 1, int x = X, int y = Y)
    {
        d.Ring(x, y, Radius, 6, share).Ring(x, y, 92, 3, share);
        for (var i = 0; i < 26 * share; i++)
        {
            double angle = 2 * Math.PI * i / 26, cos = Math.Cos(angle), sin = Math.Sin(angle);
            d.Line(x + 104 * cos, y + 104 * sin, x + 126 * cos, y + 126 * sin);
            d.Line(x + 116 * cos, y + 116 * sin, x + 116 * cos - 12 * sin, y + 116 * sin + 12 * cos);
        }

        for (var i = 0; i < 5; i++)
        {
            double a = Math.PI * (0.4 * i - 0.5), b = a + Math.PI * 0.8;
            d.Line(x + 38 * Math.Cos(a), y + 38 * Math.Sin(a), x + 38 * Math.Cos(b), y + 38 * Math.Sin(b), 8);
        }

        return Letters(d, x - 60, y + 48, 8, 14);
    }

    private static Drawing Letters(Drawing d, int left, int top, int count, int height)
    {
        for (var i = 0; i < count; i++)
        {
            var x = left + (int)(0.95 * height * i);
            d.Bar(x, top, x + 3, top + height).Bar(x + (int)(0.6 * height), top, x + (int)(0.6 * height) + 3, top + height).Bar(x, top + height / 2, x + (int)(0.6 * height), top + height / 2 + 3);
        }

        return d;
    }

    /// <summary>A curve through points, as a pen draws it.</summary>
    private static Drawing Pen(Drawing d, int thickness, params (double X, double Y)[] points)
    {
        for (var i = 0; i + 3 < points.Length; i += 3)
        for (var step = 0; step < 40; step++)
        {
            var (from, to) = (At(points, i, step / 40.0), At(points, i, (step + 1) / 40.0));
            d.Line(from.X, from.Y, to.X, to.Y, thickness);
        }

        return d;

        static (double X, double Y) At((double X, double Y)[] p, int i, double t)
        {
            double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, e = t * t * t;
            return (a * p[i].X + b * p[i + 1].X + c * p[i + 2].X + e * p[i + 3].X, a * p[i].Y + b * p[i + 1].Y + c * p[i + 2].Y + e * p[i + 3].Y);
        }
    }

    private static Drawing Hand(Drawing d, int x, int y, double size = 1, int thickness = 4) => Pen(d, thickness, [.. new (double, double)[]
    {
        (0, 60), (30, -60), (60, -80), (50, 40), (45, 90), (70, 20), (100, 0), (130, -20), (110, 70), (150, 30), (190, 0), (220, 60), (300, 10),
    }.Select(p => (x + size * p.Item1, y + size * p.Item2))]);

    private static Drawing Printed(Drawing d) => Letters(Letters(d, 900, 1120, 16, 26), 930, 1480, 14, 24);

    private static readonly FrameLine[] Lines =
    [
        new([new("CHỦ TỊCH", 0.95, new(896, 1116, 1296, 1150))]), new([new("Trần Văn An", 0.95, new(926, 1476, 1250, 1508))]),
    ];

    public static TheoryData<string, Func<Drawing, Drawing>, string> Grey => new()
    {
        { "print alone", d => d, "" },
        { "seal with letters, no hand", d => Seal(d), "Seal" },
        { "two thirds of a seal", d => Seal(d, 0.66), "Seal" },
        { "seal cut by the paper's edge", d => Seal(d, 1, 1654 - 90), "Seal" },
        { "hand beside the name", d => Hand(d, 1010, 1350), "Signature" },
        { "hand with a thin pen", d => Hand(d, 1010, 1350, 1, 2), "Signature" },
        { "small hand", d => Hand(d, 1010, 1350, 0.5, 3), "Signature" },
        { "hand over the printed name", d => Hand(d, 960, 1440), "Signature" },
        { "hand over a third of the seal", d => Hand(Seal(d), 1020, 1300), "Seal Signature" },
        { "hand wholly inside the seal", d => Hand(Seal(d), 850, 1310, 0.62, 4), "Seal Signature" },
        { "staple", d => d.Line(300, 300, 390, 340, 4), "" },
        { "fold of the paper", d => d.Line(200, 900, 1500, 1000, 2), "" },
        { "punch holes", d => Enumerable.Range(0, 30).Aggregate(d, (p, r) => p.Ring(90, 700, r, 2).Ring(90, 1600, r, 2)), "" },
        { "stamp with a name in a frame", d => Letters(Letters(d.Bar(900, 1250, 1300, 1254).Bar(900, 1346, 1300, 1350).Bar(900, 1250, 904, 1350).Bar(1296, 1250, 1300, 1350), 930, 1270, 14, 22), 960, 1310, 10, 22), "" },
        { "underlined heading that was not read", d => Letters(d, 500, 300, 20, 34).Bar(500, 350, 1100, 354), "" },
        { "drawn circle of a list", d => d.Ring(300, 800, 40, 4), "" },
        { "dirt", d => Enumerable.Range(0, 60).Aggregate(d, (p, i) => p.Bar(200 + 37 * i % 1200, 300 + 211 * i % 1800, 206 + 37 * i % 1200, 307 + 211 * i % 1800)), "" },
    };

    [Theory, MemberData(nameof(Grey))]
    public void On_a_grey_page(string name, Func<Drawing, Drawing> draw, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Kinds(InkFinder.Find(draw(Printed(Page)).Grey, 128, Dpi, null, Lines, [])));
    }

    /// <summary>Words at the height of the title and over the seal that were read.</summary>
    private static FrameLine Title(params (int Left, int Right)[] words) => new([.. words.Select(w => new FrameWord("CHỦ TỊCH", 0.95, new(w.Left, 1216, w.Right, 1250)))]);

    private static Drawing Titled(Drawing d) => Letters(d, 820, 1220, 22, 26);

    public static TheoryData<string, Func<Drawing, Drawing>, FrameLine[], string> OverSeals => new()
    {
        { "hand cut by both rings", d => CutByRings(Seal(d)), [], "Seal Signature" },
        { "hand cut by both rings of a seal without a star", d => CutByRings(d.Ring(X, Y, Radius, 6).Ring(X, Y, 92, 3)), [], "Seal Signature" },
        { "hand cut by both rings under the title", d => CutByRings(Seal(Titled(d))), [Title((818, 1364))], "Seal Signature" },
        { "hand from the star down, the title read over both", d => FromTheStar(Titled(Seal(d))), [Title((818, 1364))], "Seal Signature" },
        { "hand through letters of the seal that were read (9005-139)", d => CutByRings(Seal(d)), [new([new("MINH", 0.95, new(960, 1360, 1035, 1425))]), new([new("XÁ", 0.95, new(1030, 1350, 1068, 1390))])], "Seal Signature?" },
        { "hand beside which a lone letter was read (9014-112)", d => CutByRings(Seal(d)), [new([new("Ý", 0.9, new(1090, 1340, 1125, 1390))])], "Seal Signature" },
        { "hand between the star and the letters, cut where it runs along the inner ring (9013-136)", d => AlongTheRing(d.Ring(X, Y, Radius, 6).Ring(X, Y, 92, 3)), [], "Seal Signature?" },
        { "title over the seal", d => Titled(Seal(d)), [Title((818, 1364))], "Seal" },
        { "title over the seal, half of it read", d => Titled(Seal(d)), [Title((1110, 1364))], "Seal" },
        { "title over the star, read", d => Letters(Seal(d), 820, 1290, 22, 26), [new([new("CHỦ TỊCH", 0.95, new(818, 1286, 1364, 1320))])], "Seal" },
        { "title over the star, half of it read", d => Letters(Seal(d), 820, 1290, 22, 26), [new([new("TỊCH", 0.95, new(1110, 1286, 1364, 1320))])], "Seal" },
        { "title over the seal, not read at all", d => Titled(Seal(d)), [], "Seal" },
        { "title from the inner ring on, not read at all", d => Letters(Seal(d), 1010, 1224, 12, 28), [], "Seal" },
        { "title from an inner ring on that lies aslant, not read at all", d => Letters(Seal(d).Ring(X, Y, 134, 3).Ring(X + 5, Y + 3, 88, 3), 1005, 1222, 12, 28), [], "Seal" },
        { "name over the lower ring, not read at all", d => Letters(Seal(d), 860, 1396, 16, 24), [], "Seal" },
    };

    [Theory, MemberData(nameof(OverSeals))]
    public void A_hand_is_known_from_print_over_a_seal(string name, Func<Drawing, Drawing> draw, FrameLine[] title, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Kinds(InkFinder.Find(draw(Printed(Page)).Grey, 128, Dpi, null, [.. Lines, .. title], [])));
    }

    /// <summary>Strokes of which no piece within a ring, between the rings or beyond them is as large as a hand.</summary>
    private static Drawing CutByRings(Drawing d) => Pen(d, 4, (990, 1340), (985, 1370), (970, 1400), (965, 1415), (985, 1390), (1000, 1350), (1012, 1330), (1010, 1370), (1015, 1420), (1030, 1390), (1040, 1350), (1050, 1340), (1050, 1370), (1060, 1400), (1100, 1370), (1140, 1350));

    private static Drawing AlongTheRing(Drawing d) => Pen(d, 4, (X + 36, Y + 17), (X + 45, Y - 20), (X + 55, Y - 50), (X + 60, Y - 52), (X + 66, Y - 38), (X + 74, Y - 10), (X + 70, Y + 5),
        (X + 62, Y + 30), (X + 35, Y + 62), (X + 32, Y + 48), (X + 36, Y + 30), (X + 60, Y + 10), (X + 82, Y + 2));

    private static Drawing FromTheStar(Drawing d) => Pen(d, 4, (955, 1310), (950, 1340), (945, 1380), (940, 1420), (960, 1380), (985, 1350), (1000, 1335), (990, 1360), (985, 1385), (1010, 1375), (1020, 1360), (1030, 1350), (1036, 1362));

    public static TheoryData<string, (int R, int G, int B), (int R, int G, int B)> Lights => new()
    {
        { "daylight", (250, 250, 250), (200, 40, 50) },
        { "warm lamp", (245, 222, 190), (205, 80, 70) },
        { "faint ink pad", (248, 248, 248), (235, 185, 188) },
        { "blue shadow", (190, 200, 225), (165, 60, 85) },
    };

    [Theory, MemberData(nameof(Lights))]
    public void A_red_seal_is_seen_in_any_light(string light, (int R, int G, int B) paper, (int R, int G, int B) seal)
    {
        Assert.NotEmpty(light);
        var (red, black) = (Seal(Page).Binary.Ink, Printed(Page).Binary.Ink);
        var pixels = new byte[red.Length * 3];
        for (var i = 0; i < red.Length; i++)
        {
            var (r, g, b) = black[i] != 0 ? (40, 40, 45) : red[i] != 0 ? seal : paper;
            (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = ((byte)r, (byte)g, (byte)b);
        }

        var picture = new ColourImage(1654, 2339, pixels).Halved();
        Assert.Equal("Seal", Kinds(InkFinder.Find(Printed(Page).Grey, 128, Dpi, ColourPlanes.Of(picture), Lines, [])));
    }

    [Theory]
    [InlineData(205, 4, "Seal Signature")]
    [InlineData(212, 6, "Seal Signature")]
    [InlineData(233, 6, "Signature")]
    public void A_seal_paler_than_the_ink_is_seen_as_long_as_it_is_no_grain(int grey, int grain, string expected)
    {
        var random = new Random(3);
        var (seal, dark) = (Seal(Page).Binary.Ink, Hand(Printed(Page), 1080, 1320).Binary.Ink);
        var pixels = new byte[seal.Length];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)Math.Clamp((dark[i] != 0 ? 60 : seal[i] != 0 ? grey : 235) + random.Next(-grain, grain + 1), 0, 255);
        Assert.Equal(expected, Kinds(InkFinder.Find(new(1654, 2339, pixels), 150, Dpi, null, Lines, [])));
    }

    private static FrameLine Line(double y, params string[] words) => new([.. words.Select((w, i) => new FrameWord(w, 0.95, new(200 + 120 * i, y, 290 + 120 * i, y + 30)))]);

    private static readonly FrameLine[] Text = [Line(400, "Kính", "gửi", "Chủ", "tịch"), Line(460, "Đề", "nghị", "công", "nhận")];

    public static TheoryData<string, string, double, double, string> ReadHands => new()
    {
        { "a hand read as a word", "NNW", 1335, 1440, "Signature" },
        { "a hand read as a sign and a letter", "»w", 1335, 1440, "Signature" },
        { "a hand read as signs that no print has (9004-131)", "XƒNMLƒ", 1270, 1440, "Signature" },
        { "a hand read beside a lower word (9004-137)", "Họ j4", 1335, 1440, "Signature" },
        { "a word as tall as the others", "Yên", 1360, 1390, "Signature" },
        { "a low word without a vowel (9010-086)", "fvd", 1370, 1420, "Signature" },
        { "a low word with one", "fvi", 1370, 1420, "" },
        { "a long word over all of it", "THƯỜNG", 1270, 1440, "" },
    };

    [Theory, MemberData(nameof(ReadHands))]
    public void A_hand_that_was_read_as_a_short_word_stays_a_hand(string name, string word, double top, double bottom, string expected)
    {
        Assert.NotEmpty(name);
        var words = word.Split(' ');
        var read = new FrameLine([.. words[..^1].Select(w => new FrameWord(w, 0.89, new(960, bottom - 45, 1000, bottom))), new(words[^1], 0.89, new(1005, Math.Max(top, bottom - 78), 1320, bottom))]);
        Assert.Equal(expected, Kinds(InkFinder.Find(Hand(Printed(Page), 1010, 1385, 0.5).Grey, 128, Dpi, null, [.. Text, .. Lines, read], [])));
    }

    /// <summary>Of each speck of the seal so large a part is there, in patches of 3 pixels as a fax leaves them.</summary>
    [Theory]
    [InlineData(0.6, "Seal Signature")]
    [InlineData(0.3, "Seal Signature")]
    [InlineData(0.02, "Signature")]
    public void A_seal_that_a_fax_broke_into_dots_is_seen(double share, string expected)
    {
        var random = new Random(5);
        var patches = Enumerable.Range(0, 600 * 800).Select(_ => random.NextDouble() < share).ToArray();
        var seal = Page.Ring(X, Y, Radius, 4).Ring(X, Y, 92, 2).Binary.Ink;
        var pixels = Hand(Printed(Page), 1080, 1320).Grey.Pixels;
        for (var i = 0; i < seal.Length; i++)
            if (seal[i] != 0 && patches[i / 1654 / 3 * 600 + i % 1654 / 3]) pixels[i] = 0;
        Assert.Equal(expected, Kinds(InkFinder.Find(new(1654, 2339, pixels), 128, Dpi, null, Lines, [])));
    }

    /// <summary>The page without its back's print has no seal left; on it the seal is so many times as dark as the back's letters.</summary>
    [Theory]
    [InlineData("the page's own seal", 3.5, "Seal Signature")]
    [InlineData("whose seal nobody can say", 2, "Seal? Signature")]
    [InlineData("a seal on the back", 1, "Signature")]
    public void A_pale_seal_that_went_with_print_of_the_back_is_seen(string name, double darker, string expected)
    {
        Assert.NotEmpty(name);
        const int Strength = 25;
        var hand = Hand(Printed(Page), 1000, 1320);
        var (seal, shown) = (Seal(Page).Binary.Ink, hand.Grey.Pixels.Select(p => Math.Min(p, (byte)Background.Paper)).ToArray());
        for (var i = 0; i < seal.Length; i++)
            if (seal[i] != 0) shown[i] = (byte)Math.Min(shown[i], Background.Paper - darker * Strength);
        Assert.Equal(expected, Kinds(InkFinder.Find(hand.Grey, 128, Dpi, null, Lines, [], new(new(1654, 2339, shown), Strength))));
    }

    public static TheoryData<string, Func<Drawing, Drawing>, string> Halves => new()
    {
        { "a short hand across the inner ring of a seal", d => Pen(Seal(d), 4, (990, 1240), (985, 1215), (1005, 1200), (1020, 1230), (1030, 1260), (1035, 1215), (1060, 1195), (1070, 1225), (1075, 1250), (1080, 1240), (1083, 1235), (1086, 1238)), "Seal Signature?" },
        { "a seal's letters alone", d => Seal(d), "Seal" },
        { "a seal's letters and dirt", d => Enumerable.Range(0, 12).Aggregate(Seal(d), (p, i) => p.Bar(880 + 13 * i, 1190 + 17 * i, 884 + 13 * i, 1194 + 17 * i)), "Seal" },
        { "a hand with a large loop", d => Hand(Pen(d, 4, (940, 1400), (820, 1300), (900, 1120), (1010, 1230), (1060, 1290), (1010, 1370), (960, 1390)), 1010, 1350), "Signature" },
    };

    [Theory, MemberData(nameof(Halves))]
    public void A_trace_of_the_other_half_is_a_doubt_and_nothing_is_none(string name, Func<Drawing, Drawing> draw, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Kinds(InkFinder.Find(draw(Printed(Page)).Grey, 128, Dpi, null, Lines, [])));
    }

    /// <summary>What was found; a question mark after a trace.</summary>
    private static string Kinds(IEnumerable<FrameInk> ink) => string.Join(' ', ink.OrderByDescending(i => i.Kind).Select(i => i.Kind + (i.Confidence < InkFinder.Sure ? "?" : "")));
}
