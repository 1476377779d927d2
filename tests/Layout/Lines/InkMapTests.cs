using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Lines;

public sealed class InkMapTests
{
    /// <summary>A picture in rows, # is ink, and the sizes of its pieces in the order in which they begin.</summary>
    public static TheoryData<string, string, string> Pictures => new()
    {
        { "none", ".../...", "" },
        { "one", "##./##.", "4" },
        { "corners touch", "#../.#./..#", "3" },
        { "two beside", "#.#/#.#", "2 2" },
        { "arms join below", "#.#/###", "5" },
        { "arms join at a corner below", "#.#/.#.", "3" },
        { "a ring", "###/#.#/###", "8" },
        { "inside a ring", "#####/#...#/#.#.#/#...#/#####", "16 1" },
        { "many arms", "#.#.#/#.#.#/#####", "11" },
    };

    [Theory, MemberData(nameof(Pictures))]
    public void Pieces_that_touch_are_one(string name, string picture, string sizes)
    {
        Assert.NotEmpty(name);
        var rows = picture.Split('/');
        var map = InkMap.Of(new(rows[0].Length, rows.Length, [.. string.Concat(rows).Select(c => c == '#' ? (byte)0 : (byte)255)]), 128);
        Assert.Equal(sizes, string.Join(' ', map.Pieces.Select(p => p.Pixels)));
        Assert.All(map.Pieces, p => Assert.Equal(p.Pixels, map.Labels.Count(l => l == p.Id)));
    }

    [Theory]
    [InlineData("a grey seal over the first letter is taken away", 100, 0)]
    [InlineData("a black one stays: it cannot be told from print", 0, 1)]
    public void Stamp_ink_is_paler_than_print(string name, byte seal, int large)
    {
        Assert.NotEmpty(name);
        var print = Enumerable.Range(0, 10).Aggregate(new Drawing(600, 400), (p, i) => p.Bar(150 + 20 * i, 200, 162 + 20 * i, 220)).Grey;
        var ring = new Drawing(600, 400).Ring(100, 150, 80, 6).Grey;
        var page = print with { Pixels = [.. print.Pixels.Zip(ring.Pixels, (p, r) => p == 0 ? p : r == 0 ? seal : p)] };
        var without = PaleInk.Without(page, InkMap.Of(page, 128), 200);
        Assert.Equal(large, InkMap.Of(without, 128).Pieces.Count(p => p.Box.Width > 140));
        Assert.Equal(print.Pixels.Count(p => p == 0), without.Pixels.Count(p => p == 0) - (seal == 0 ? ring.Pixels.Zip(print.Pixels).Count(z => z is (0, 255)) : 0));
    }

    // 9008-082: the edges of a seal, paler than ink, stayed as dotted lines over the name.
    [Fact]
    public void The_edges_of_stamp_ink_go_with_it_and_those_of_letters_stay()
    {
        GrayImage Inked(Func<Drawing, Drawing> wide, Func<Drawing, Drawing> narrow, byte tone)
        {
            var (edge, ink) = (wide(new(600, 400)).Grey, narrow(new(600, 400)).Grey);
            return edge with { Pixels = [.. edge.Pixels.Zip(ink.Pixels, (e, i) => i == 0 ? tone : e == 0 ? (byte)180 : (byte)255)] };
        }

        var print = Inked(d => Enumerable.Range(0, 10).Aggregate(d, (p, i) => p.Bar(149 + 20 * i, 199, 163 + 20 * i, 221)), d => Enumerable.Range(0, 10).Aggregate(d, (p, i) => p.Bar(150 + 20 * i, 200, 162 + 20 * i, 220)), 20);
        var seal = Inked(d => d.Ring(100, 150, 80, 8), d => d.Ring(100, 150, 80, 6), 100);
        var page = print with { Pixels = [.. print.Pixels.Zip(seal.Pixels, Math.Min)] };
        var without = PaleInk.Without(page, InkMap.Of(page, 128), 200);
        Assert.Equal(print.Pixels.Count(p => p == 20), without.Pixels.Count(p => p == 20));
        Assert.Equal(0, without.Pixels.Zip(print.Pixels).Count(z => z is (< 255, 255)));
        Assert.True(without.Pixels.Zip(print.Pixels).Count(z => z is (255, 180)) <= 0.02 * print.Pixels.Count(p => p == 180));
    }
}
