using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Pdf;

/// <summary>How light a colour is that something is painted in.</summary>
/// <param name="Light">0 black to 1 white; null for a pattern or an ink of its own.</param>
/// <param name="IsMixed">Whether numbers that are set later mix grey, red-green-blue or printing inks.</param>
internal readonly record struct PaintLevel(double? Light, bool IsMixed)
{
    /// <summary>What painting begins with.</summary>
    public static readonly PaintLevel Black = new(0, true);

    /// <summary>The colour of one, three or four numbers.</summary>
    public static PaintLevel Of(List<object?> operands) => new(operands switch
    {
        [double grey] => grey,
        [double red, double green, double blue] => Grey(red, green, blue),
        [double cyan, double magenta, double yellow, double black] => Math.Max(0, (1 - black) * Grey(1 - cyan, 1 - magenta, 1 - yellow)),
        _ => null,
    }, true);

    /// <summary>Black in a colour space.</summary>
    public static PaintLevel In(PdfFile file, PdfDictionary resources, List<object?> operands)
    {
        if (operands is not [PdfName { Text: var name }]) return new(null, false);
        if (name is "DeviceGray" or "DeviceRGB" or "DeviceCMYK") return Black;
        var space = file.Get(resources, "ColorSpace") is PdfDictionary spaces ? file.Get(spaces, name) : null;
        var kind = space is List<object?> { Count: > 0 } list ? file.Resolve(list[0]) : space;
        return kind is PdfName { Text: "DeviceGray" or "DeviceRGB" or "DeviceCMYK" or "CalGray" or "CalRGB" or "ICCBased" } ? Black : new(null, false);
    }

    /// <summary>The same colour space with other numbers.</summary>
    public PaintLevel With(List<object?> operands) => IsMixed ? Of(operands) : this;

    private static double Grey(double red, double green, double blue) => 0.3 * red + 0.59 * green + 0.11 * blue;
}
