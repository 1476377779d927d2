using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ink;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Ink;

/// <summary>Drawn at 100 dpi: a seal of 36 mm has a radius of 71 pixels.</summary>
public sealed class InkFinderTests
{
    private const double Radius = 71;

    private static Drawing Page => new(827, 1169);

    private static Drawing Hand(Drawing page, int x) =>
        page.Line(x, 640, x + 60, 600, 2).Line(x + 60, 600, x + 40, 660, 2).Line(x + 40, 660, x + 130, 615, 2).Line(x + 130, 615, x + 90, 650, 2);

    private static Drawing Print(Drawing page) =>
        Enumerable.Range(0, 12).Aggregate(page, (p, i) => p.Bar(480 + 14 * i, 700, 488 + 14 * i, 712));

    private static readonly FrameLine Printed = new([new("Printed", 0.95, new(478, 698, 560, 714)), new("name", 0.95, new(564, 698, 660, 714))]);

    public static TheoryData<string, Func<Drawing>, string> Black => new()
    {
        { "nothing", () => Print(Page), "" },
        { "seal", () => Print(Page).Ring(500, 620, Radius).Ring(500, 620, 60, 2), "Seal" },
        { "seal and hand", () => Hand(Print(Page).Ring(500, 620, Radius), 530), "Seal Signature" },
        { "hand", () => Hand(Print(Page), 530), "Signature" },
        { "hand through a bold name (9003-006)", () => Hand(Print(Page), 530).Line(620, 650, 590, 706, 2).Line(480, 706, 668, 704, 2), "Signature" },
        { "a name that is struck out", () => Print(Page).Line(480, 706, 668, 704, 2), "" },
        { "worn ring", () => Print(Page).Ring(500, 620, Radius, 3, 0.85), "Seal" },
        { "small ring, a list's bullet", () => Print(Page).Ring(500, 620, 20), "" },
        { "frame", () => Print(Page).Bar(100, 100, 700, 102), "" },
        { "shadow at the edge", () => Print(Page).Bar(0, 300, 60, 900), "" },
    };

    [Theory, MemberData(nameof(Black))]
    public void On_a_grey_page(string name, Func<Drawing> draw, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Kinds(InkFinder.Find(draw().Grey, 128, 100, null, [Printed], [])));
    }

    // 9007-089: a scanner that knows only black and white left specks of a thin ring, a fraction of a pixel here, which lie about on any page.
    [Theory]
    [InlineData(true, "Seal Signature")]
    [InlineData(false, "Signature")]
    public void Specks_in_a_ring_are_a_seal(bool isRing, string expected)
    {
        var page = Hand(Print(Page), 530).Grey;
        for (var i = 0; i < 110; i++)
        {
            var (x, y) = isRing ? (500 + (Radius * Math.Cos(i * 0.0571)), 620 + (Radius * Math.Sin(i * 0.0571))) : (420 + (i * 37 % 160), 540 + (i * 53 % 160));
            if (page.Pixels[((int)y * page.Width) + (int)x] == 255) page.Pixels[((int)y * page.Width) + (int)x] = 228;
        }

        for (var i = 0; i < page.Pixels.Length; i++) if (page.Pixels[i] == 255) page.Pixels[i] = 235;
        Assert.Equal(expected, Kinds(InkFinder.Find(page, 128, 100, null, [Printed], [])));
    }

    // 9013-019: of the ring of a true seal a scanner of 600 dpi had left half, in pieces, and nothing around it.
    [Theory]
    [InlineData(true, "Seal Signature")]
    [InlineData(false, "Signature")]
    public void Half_a_ring_of_specks_is_a_trace_of_a_seal_where_there_are_no_others(bool isClean, string expected)
    {
        var page = Hand(Print(Page), 530).Grey;
        for (var i = 0; i < 110; i++)
        {
            if (i % 40 < 23) Speck(500 + (int)(Radius * Math.Cos(i * 0.0571)), 620 + (int)(Radius * Math.Sin(i * 0.0571)));
        }

        for (var i = 0; i < 400 && !isClean; i++) Speck(390 + (i * 37 % 220), 510 + (i * 53 % 217));

        for (var i = 0; i < page.Pixels.Length; i++) if (page.Pixels[i] == 255) page.Pixels[i] = 235;
        var found = InkFinder.Find(page, 128, 100, null, [Printed], []);
        Assert.Equal(expected, Kinds(found));
        Assert.All(found.Where(ink => ink.Kind == InkKind.Seal), seal => Assert.True(seal.Confidence < InkFinder.Sure));

        void Speck(int x, int y)
        {
            if (page.Pixels[(y * page.Width) + x] == 255) page.Pixels[(y * page.Width) + x] = 228;
        }
    }

    // 9009-056: in the grain of a shadow there were rings everywhere, and a decision without a seal was called sealed.
    [Theory]
    [InlineData(false, "Signature")]
    [InlineData(true, "Seal Signature")]
    public void The_grain_of_a_shadow_is_no_seal(bool hasRing, string expected)
    {
        var page = Hand(Print(Page), 530).Grey;
        var (random, ring) = (new Random(56), new Drawing(page.Width, page.Height).Ring(500, 620, Radius, 3).Grey);
        for (var i = 0; i < page.Pixels.Length; i++)
        {
            var isDark = hasRing ? ring.Pixels[i] == 0 : i % page.Width < 260 && i / page.Width is > 100 and < 450 && random.NextDouble() < 0.6;
            if (page.Pixels[i] == 255) page.Pixels[i] = isDark ? (byte)220 : (byte)235;
        }

        Assert.Equal(expected, Kinds(InkFinder.Find(page, 128, 100, null, [Printed], [])));
    }

    [Fact]
    public void A_hand_that_was_read_as_letters_is_a_doubt_beside_a_seal()
    {
        var scribble = new FrameLine([new("Xi", 0.8, new(532, 604, 662, 643))]);
        var found = InkFinder.Find(Hand(Print(Page).Ring(470, 620, Radius), 530).Grey, 128, 100, null, [Printed, scribble], []);
        Assert.Equal("Seal Signature", Kinds(found));
        Assert.True(found.Single(i => i.Kind == InkKind.Signature).Confidence < InkFinder.Sure);
    }

    // In a shadow the red channel of a seal is darker than the paper, and a black hand that lies on a red seal (9004-115) is darker than both.
    [Theory]
    [InlineData(false, "Seal")]
    [InlineData(true, "Seal Signature")]
    public void A_red_seal_that_does_not_vanish_is_no_hand_and_hides_none(bool isSigned, string expected)
    {
        var ring = Page.Ring(500, 620, Radius).Ring(500, 620, 60, 2);
        for (var i = 0; i < 14; i++) ring = ring.Bar((int)(500 + 62 * Math.Cos(0.2 * i + 3.4)) - 3, (int)(620 + 62 * Math.Sin(0.2 * i + 3.4)) - 8, (int)(500 + 62 * Math.Cos(0.2 * i + 3.4)) + 4, (int)(620 + 62 * Math.Sin(0.2 * i + 3.4)) + 8);
        ring = ring.Bar(484, 604, 516, 636);
        var (ink, hand) = (ring.Binary.Ink, (isSigned ? Page.Line(466, 626, 482, 602, 1).Line(482, 602, 490, 632, 1).Line(490, 632, 500, 606, 1).Line(500, 606, 508, 634, 1).Line(508, 634, 518, 600, 1).Line(518, 600, 538, 622, 1) : Page).Binary.Ink);
        var pixels = new byte[ink.Length * 3];
        for (var i = 0; i < ink.Length; i++)
            (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = hand[i] == 1 ? ((byte)35, (byte)35, (byte)40) : ink[i] == 1 ? ((byte)120, (byte)20, (byte)40) : ((byte)165, (byte)165, (byte)160);
        var picture = new ColourImage(827, 1169, pixels);
        Assert.Equal(expected, Kinds(InkFinder.Find(picture.Channel(0), 140, 100, ColourPlanes.Of(picture), [], [])));
    }

    // 9005-024: a thin pen within a seal, pasted into a digital page, is as pale as what a scanned seal leaves of itself.
    [Theory]
    [InlineData(true, "Seal Signature")]
    [InlineData(false, "Seal")]
    public void A_thin_hand_on_the_seal_of_a_drawn_page_is_one(bool isDrawn, string expected)
    {
        var (ring, print) = (Page.Ring(500, 620, Radius).Ring(500, 620, 40, 2).Binary.Ink, Print(Page).Binary.Ink);
        var hand = Page.Line(466, 626, 482, 602, 1).Line(482, 602, 490, 632, 1).Line(490, 632, 500, 606, 1).Line(500, 606, 508, 634, 1).Line(508, 634, 518, 600, 1).Line(518, 600, 532, 622, 1).Binary.Ink;
        var pixels = new byte[ring.Length * 3];
        for (var i = 0; i < ring.Length; i++)
            (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = print[i] == 1 ? ((byte)0, (byte)0, (byte)0) : hand[i] == 1 ? ((byte)140, (byte)140, (byte)150) : ring[i] == 1 ? ((byte)220, (byte)40, (byte)50) : ((byte)255, (byte)255, (byte)255);
        var picture = new ColourImage(827, 1169, pixels);
        Assert.Equal(expected, Kinds(InkFinder.Find(picture.Channel(0), 200, 100, ColourPlanes.Of(picture), [Printed], [], isDrawn: isDrawn)));
    }

    // 9006-082: on a photo the colour of a seal ran over the paper between its rings, which stayed grey when the red was taken away.
    [Fact]
    public void Paper_that_a_seals_colour_ran_over_is_no_hand()
    {
        var (ring, print) = (Page.Ring(500, 620, Radius).Ring(500, 620, 40, 2).Binary.Ink, Print(Page).Binary.Ink);
        var pixels = new byte[ring.Length * 3];
        for (var i = 0; i < ring.Length; i++)
        {
            var away = Math.Sqrt(Math.Pow((i % 827) - 500, 2) + Math.Pow((i / 827) - 620, 2));
            (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = print[i] == 1 ? ((byte)20, (byte)20, (byte)20) : ring[i] == 1 ? ((byte)215, (byte)60, (byte)70)
                : away is > 44 and < 58 && i / 827 < 615 ? ((byte)185, (byte)183, (byte)183) : ((byte)235, (byte)235, (byte)230);
        }

        var picture = new ColourImage(827, 1169, pixels);
        Assert.Equal("Seal", Kinds(InkFinder.Find(picture.Channel(0), 210, 100, ColourPlanes.Of(picture), [Printed], [])));
    }

    [Theory]
    [InlineData(true, false, false, "Seal")]
    [InlineData(true, true, false, "Seal Signature")]
    [InlineData(false, true, false, "Signature")]
    [InlineData(false, true, true, "")]
    [InlineData(false, false, false, "")]
    public void In_colour_where_a_pen_ticks_in_tables_and_signs_elsewhere(bool seal, bool hand, bool inTable, string expected)
    {
        var red = (seal ? Page.Ring(500, 620, Radius).Ring(500, 620, 60, 2) : Page).Binary;
        var blue = (hand ? Hand(Page, 530) : Page).Binary;
        var pixels = new byte[red.Ink.Length * 3];
        for (var i = 0; i < red.Ink.Length; i++)
        {
            (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = (red.Ink[i], blue.Ink[i]) switch
            {
                (_, 1) => ((byte)30, (byte)50, (byte)170),
                (1, _) => ((byte)210, (byte)30, (byte)40),
                _ => ((byte)250, (byte)250, (byte)250),
            };
        }

        var picture = new ColourImage(827, 1169, pixels);
        Assert.Equal(expected, Kinds(InkFinder.Find(picture.Channel(0), 128, 100, ColourPlanes.Of(picture), [], inTable ? [new(500, 580, 700, 680)] : [])));
    }

    [Theory]
    [InlineData("A5, copied smaller", 583, 827, 44, "Seal")]
    [InlineData("A5, sealed as it is", 583, 827, 71, "Seal")]
    [InlineData("A3, copied larger", 1169, 1654, 108, "Seal")]
    [InlineData("A4, too small for a seal", 827, 1169, 44, "")]
    public void Seals_are_as_large_as_the_sheet_allows(string sheet, int width, int height, int radius, string expected)
    {
        Assert.NotEmpty(sheet);
        Assert.Equal(expected, Kinds(InkFinder.Find(new Drawing(width, height).Ring(350, 420, radius).Ring(350, 420, 0.85 * radius, 2).Grey, 128, 100, null, [], [])));
    }

    [Fact]
    public void The_boxes_are_where_the_ink_is()
    {
        var ink = InkFinder.Find(Hand(Page.Ring(500, 620, Radius), 530).Grey, 128, 100, null, [], []);
        var seal = ink.Single(i => i.Kind == InkKind.Seal).Box;
        Assert.InRange(seal.CentreX, 496, 504);
        Assert.InRange(seal.Width, 136, 150);
        Assert.InRange(ink.Single(i => i.Kind == InkKind.Signature).Box.Right, 655, 665);
    }

    // 9005-191: words of a text layer whose marks are signs of their own were no print, and letters lay in a ring.
    [Theory]
    [InlineData("Ho\u0323c", 1, "")]
    [InlineData("§éc", 1, "")]
    public void Words_of_a_text_layer_are_print_in_any_encoding(string word, double confidence, string expected)
    {
        var page = Page.Ring(500, 620, Radius);
        Assert.Equal(expected, Kinds(InkFinder.Find(page.Grey, 128, 100, null, [.. Enumerable.Range(0, 6).Select(i => new FrameLine([new(word, confidence, new(425, 545 + (25 * i), 575, 571 + (25 * i)))]))], [])));
    }

    // 9005-047: a seal lay over the surname, which was read weakly and taken for a scribble.
    [Theory]
    [InlineData("“Trinh", 620, "“Trinh Thị Kim")]
    [InlineData("Trinh", 560, "Thị Kim")]
    [InlineData("u\\", 620, "Thị Kim")]
    public void A_weak_word_right_before_sure_ones_is_print_under_ink(string word, int right, string expected)
    {
        var line = new FrameLine([new(word, 0.3, new(right - 50, 700, right, 714)), new("Thị", 0.96, new(628, 700, 660, 714)), new("Kim", 0.96, new(666, 700, 700, 714))]);
        var left = InkFinder.WithoutScribble([line], [new(InkKind.Seal, 0.9, new(480, 600, 640, 740))]);
        Assert.Equal(expected, string.Join(' ', Assert.Single(left).Words.Select(w => w.Text)));
    }

    private static string Kinds(IEnumerable<FrameInk> ink) => string.Join(' ', ink.Select(i => i.Kind).OrderByDescending(k => k));
}
