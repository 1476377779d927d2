using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Pdf;

/// <summary>How a picture's samples become shades or colours.</summary>
/// <param name="Bits">Bits a sample.</param>
/// <param name="Channels">1, or 3 for red, green, blue.</param>
/// <param name="Inverted">Whether 0 is white.</param>
public sealed record PictureColours(int Bits, int Channels, bool Inverted)
{
    /// <summary>What a picture's dictionary says; null for what is not understood (CMYK, calibrated and spot colours, palettes, partial Decode ranges).</summary>
    public static PictureColours? Of(PdfFile file, PdfDictionary picture)
    {
        var stencil = file.Get(picture, "ImageMask") is true;
        var bits = stencil ? 1 : file.Get(picture, "BitsPerComponent") is double value ? (int)value : 8;
        if (bits is not (1 or 2 or 4 or 8)) return null;
        if (stencil) return Decoded(file, picture, 1) is { } turned ? new(1, 1, turned) : null;
        if (file.Get(picture, "ColorSpace") is not { } space || ChannelsOf(file, space) is not { } channels) return null;
        return Decoded(file, picture, channels) is { } inverted ? new(bits, channels, inverted) : null;
    }

    /// <summary>Whether the Decode array turns samples round; null when it does anything else.</summary>
    private static bool? Decoded(PdfFile file, PdfDictionary picture, int channels)
    {
        if (!picture.ContainsKey("Decode")) return false;
        if (file.Numbers(picture, "Decode", 2 * channels) is not { } decode) return null;
        if (Enumerable.Range(0, channels).All(c => decode[2 * c] == 0 && decode[2 * c + 1] == 1)) return false;
        return Enumerable.Range(0, channels).All(c => decode[2 * c] == 1 && decode[2 * c + 1] == 0) ? true : null;
    }

    private static int? ChannelsOf(PdfFile file, object space) => space switch
    {
        PdfName { Text: "DeviceGray" } => 1,
        PdfName { Text: "DeviceRGB" } => 3,
        List<object?> list when list.Count > 0 && file.Resolve(list[0]) is PdfName { Text: var kind } => kind switch
        {
            "DeviceGray" => 1,
            "DeviceRGB" => 3,
            "ICCBased" when list.Count == 2 && file.Resolve(list[1]) is PdfStream profile => file.Get(profile.Dictionary, "N") switch
            {
                1.0 => 1,
                3.0 => 3,
                _ => null,
            },
            _ => null,
        },
        _ => null,
    };
}
