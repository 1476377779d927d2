using System.Globalization;
using System.Net;
using System.Text;
using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Ink;

/// <summary>Round seals: rings, a text around, a star or a name in the middle. Plainly samples: each says MẪU.</summary>
public static class Seals
{
    /// <summary>A seal of an invented office.</summary>
    public static Drawn Round(Dice dice, string office, string place)
    {
        var red = dice.Pick("#d0182a", "#c2122b", "#e0303a", "#b81c2c", "#d83a4a");
        var rings = dice.Chance(0.6);
        var star = dice.Chance(0.65);
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 200\"><defs><path id=\"a\" d=\"M24 100a76 76 0 0 1 152 0\"/><path id=\"b\" d=\"M22 100a78 78 0 0 0 156 0\"/></defs>");
        svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"none\" stroke=\"{red}\" opacity=\"{dice.Real(0.72, 0.96):0.00}\"><circle cx=\"100\" cy=\"100\" r=\"96\" stroke-width=\"{dice.Real(2.5, 5):0.0}\"/>");
        if (rings) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"100\" cy=\"100\" r=\"90\" stroke-width=\"1.4\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"100\" cy=\"100\" r=\"{dice.Between(56, 62)}\" stroke-width=\"{dice.Real(1.2, 2.4):0.0}\"/></g>");
        svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{red}\" font-family=\"Liberation Sans\" font-weight=\"bold\" text-anchor=\"middle\">");
        var around = office.ToUpperInvariant();
        svg.Append(CultureInfo.InvariantCulture, $"<text font-size=\"{Math.Clamp(330.0 / around.Length, 9, 15):0.0}\"><textPath href=\"#a\" startOffset=\"50%\">{WebUtility.HtmlEncode(around)}</textPath></text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text font-size=\"12\" dy=\"6\"><textPath href=\"#b\" startOffset=\"50%\">{WebUtility.HtmlEncode(place.ToUpperInvariant())} * MẪU</textPath></text>");
        if (star) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Star(dice.Real(22, 34))}\"/>");
        else svg.Append(CultureInfo.InvariantCulture, $"<text x=\"100\" y=\"95\" font-size=\"15\">MẪU</text><text x=\"100\" y=\"115\" font-size=\"13\">{WebUtility.HtmlEncode(place.ToUpperInvariant())}</text>");
        return new(svg.Append("</g></svg>").ToString(), 1);
    }

    private static string Star(double radius) => "M" + string.Join('L', Enumerable.Range(0, 10).Select(i =>
    {
        var (angle, reach) = (Math.PI * (i / 5.0 - 0.5), i % 2 == 0 ? radius : radius * 0.382);
        return FormattableString.Invariant($"{100 + reach * Math.Cos(angle):0.0} {100 + reach * Math.Sin(angle):0.0}");
    })) + "Z";
}
