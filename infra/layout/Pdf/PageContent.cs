using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Pdf;

/// <summary>
/// Follows the operators of a page's content, and of the forms it draws. What is painted is given to whoever derives from it; an operator
/// that could change what is seen and is not understood ends the reading.
/// </summary>
internal abstract class PageContent(PdfFile file)
{
    private const int DeepestForm = 4, LongestContent = 8 << 20, MostOperators = 2_000_000, DeepestState = 200;

    /// <summary>What the operators have set.</summary>
    /// <param name="Matrix">From the units that the operators use to the page's.</param>
    /// <param name="Clip">The rectangle that painting is confined to, page; null when it is not.</param>
    /// <param name="OddClip">Whether it is confined to another shape besides.</param>
    /// <param name="Plain">Whether it is painted as it is: not blended, not masked, not let through.</param>
    /// <param name="Opacity">Of fills, 0 to 1.</param>
    /// <param name="Fill">Colour of fills and letters.</param>
    /// <param name="Line">Colour of lines.</param>
    /// <param name="LineWidth">Width of lines, page units.</param>
    /// <param name="TextMode">How letters are painted; 3 not at all.</param>
    protected sealed record State(Affine Matrix, Rect? Clip, bool OddClip, bool Plain, double Opacity, PaintLevel Fill, PaintLevel Line, double LineWidth, int TextMode);

    private readonly Stack<State> saved = new();
    private readonly List<object?> operands = [];
    private bool clipping;
    private int operators;

    /// <summary>The state at the operator that is followed.</summary>
    protected State Now { get; private set; } = new(Affine.Same, null, false, true, 1, PaintLevel.Black, PaintLevel.Black, 1, 0);

    /// <summary>The path that is being made.</summary>
    protected PagePath Path { get; } = new();

    /// <summary>The content of a page in one piece; null when it is damaged, too long or packed otherwise than with Flate.</summary>
    public static byte[]? Of(PdfFile file, PdfPage page)
    {
        var parts = file.Get(page.Dictionary, "Contents") switch { PdfStream one => [one], List<object?> list => list.ConvertAll(file.Resolve), _ => [] };
        using var whole = new MemoryStream();
        foreach (var part in parts)
        {
            if (part is not PdfStream stream || file.Plain(stream, LongestContent) is not { } bytes || whole.Length + bytes.Length > LongestContent) return null;
            whole.Write(bytes);
            whole.WriteByte((byte)'\n');
        }

        return whole.ToArray();
    }

    /// <summary>Follows a content stream.</summary>
    /// <returns>False when something was not understood, or whoever is told of it wants no more.</returns>
    public bool Run(byte[] content, PdfDictionary resources) => Run(content, resources, 0);

    /// <summary>The path is filled, stroked or both. False ends the reading.</summary>
    protected abstract bool Paint(bool fill, bool stroke, bool evenOdd);

    /// <summary>Letters are painted.</summary>
    protected abstract bool Write();

    /// <summary>A picture is painted on the unit square.</summary>
    protected abstract bool Show(PdfStream picture);

    /// <summary>All that is not clipped away is shaded.</summary>
    protected abstract bool Shade();

    /// <summary>A font is chosen, as the page's resources name it.</summary>
    protected virtual bool Choose(object? font) => true;

    private bool Run(byte[] content, PdfDictionary resources, int depth)
    {
        var lexer = new PdfLexer(content, 0);
        operands.Clear();
        while (!lexer.AtEnd)
        {
            var value = lexer.Next(false);
            if (lexer.Failed || ++operators > MostOperators) return false;
            if (value is not PdfKeyword { Text: var name })
            {
                operands.Add(value);
                continue;
            }

            if (!Do(name, resources, depth)) return false;
            operands.Clear();
        }

        return true;
    }

    private bool Do(string name, PdfDictionary resources, int depth)
    {
        switch (name)
        {
            case "q":
                saved.Push(Now);
                return saved.Count < DeepestState;
            case "Q":
                if (saved.TryPop(out var before)) Now = before;
                return true;
            case "cm":
                if (Matrix(operands) is not { } matrix) return false;
                Now = Now with { Matrix = (Affine)matrix.Then(Now.Matrix) };
                return true;
            case "gs":
                return operands is [PdfName set] && SetState(set.Text, resources);
            case "g" or "rg" or "k":
                Now = Now with { Fill = PaintLevel.Of(operands) };
                return true;
            case "G" or "RG" or "K":
                Now = Now with { Line = PaintLevel.Of(operands) };
                return true;
            case "cs":
                Now = Now with { Fill = PaintLevel.In(file, resources, operands) };
                return true;
            case "CS":
                Now = Now with { Line = PaintLevel.In(file, resources, operands) };
                return true;
            case "sc" or "scn":
                Now = Now with { Fill = Now.Fill.With(operands) };
                return true;
            case "SC" or "SCN":
                Now = Now with { Line = Now.Line.With(operands) };
                return true;
            case "w":
                if (operands is not [double width]) return false;
                Widen(width);
                return true;
            case "J" or "j" or "M" or "d" or "ri" or "i"
                or "BT" or "ET" or "Td" or "TD" or "Tm" or "T*" or "Tc" or "Tw" or "Tz" or "TL" or "Ts" or "BMC" or "EMC" or "MP" or "DP" or "BX" or "EX":
                return true;
            case "BDC":
                // Optional content can be switched off.
                return operands is not [PdfName { Text: "OC" }, ..];
            case "Tf":
                return operands is [PdfName font, ..] && Choose(file.Get(resources, "Font") is PdfDictionary fonts ? fonts.GetValueOrDefault(font.Text) : null);
            case "Tr":
                if (operands is not [double mode]) return false;
                Now = Now with { TextMode = (int)mode };
                return mode < 4;
            case "Tj" or "TJ" or "'" or "\"":
                return Now.TextMode == 3 || Write();
            case "re":
                return operands is [double x, double y, double wide, double high] && Path.Rectangle(Now.Matrix, x, y, wide, high);
            case "m":
                return operands is [double startX, double startY] && Path.Start(Now.Matrix.Map(new(startX, startY)));
            case "l":
                return operands is [double toX, double toY] && Path.LineTo(Now.Matrix.Map(new(toX, toY)));
            case "c" or "v" or "y":
                return operands is [.., double endX, double endY] && Path.CurveTo(Now.Matrix.Map(new(endX, endY)));
            case "h":
                Path.Close();
                return true;
            case "W" or "W*":
                clipping = true;
                return true;
            case "n":
                EndPath();
                return true;
            case "f" or "F" or "f*":
                return Painted(true, false, name == "f*");
            case "S":
                return Painted(false, true, false);
            case "s":
                Path.Close();
                return Painted(false, true, false);
            case "B" or "B*":
                return Painted(true, true, name == "B*");
            case "b" or "b*":
                Path.Close();
                return Painted(true, true, name == "b*");
            case "sh":
                return Shade();
            case "Do":
                return operands is [PdfName named] && Draw(named.Text, resources, depth);
            default:
                return false;
        }
    }

    private bool Painted(bool fill, bool stroke, bool evenOdd)
    {
        var goesOn = Paint(fill, stroke, evenOdd);
        EndPath();
        return goesOn;
    }

    private void EndPath()
    {
        if (clipping) Clip();
        Path.Clear();
        clipping = false;
    }

    private void Clip() => Now = Path.AsRectangle is { } box
        ? Now with { Clip = Now.Clip is { } clip ? clip.Shared(box) : box }
        : Now with { OddClip = true };

    private bool SetState(string name, PdfDictionary resources)
    {
        if (file.Get(resources, "ExtGState") is not PdfDictionary sets || file.Get(sets, name) is not PdfDictionary set) return false;
        foreach (var (key, raw) in set)
        {
            var value = file.Resolve(raw);
            if (key == "ca" && value is double opacity) Now = Now with { Opacity = opacity };
            if (key == "LW" && value is double width) Widen(width);
            var plain = key switch
            {
                "ca" or "CA" => value is 1.0,
                "BM" => value is PdfName { Text: "Normal" or "Compatible" },
                "SMask" => value is PdfName { Text: "None" },
                "Type" or "LW" or "LC" or "LJ" or "ML" or "D" or "RI" or "FL" or "SM" or "SA" or "AIS" or "TK" or "OP" or "op" or "OPM" => true,
                _ => false,
            };
            if (!plain) Now = Now with { Plain = false };
        }

        return true;
    }

    private void Widen(double width) => Now = Now with { LineWidth = width * Math.Sqrt(Math.Abs(Now.Matrix.Xx * Now.Matrix.Yy - Now.Matrix.Xy * Now.Matrix.Yx)) };

    private bool Draw(string name, PdfDictionary resources, int depth)
    {
        if (file.Get(resources, "XObject") is not PdfDictionary objects || file.Get(objects, name) is not PdfStream stream) return false;
        var dictionary = stream.Dictionary;
        if (dictionary.ContainsKey("OC")) return false;
        return file.Get(dictionary, "Subtype") switch
        {
            PdfName { Text: "Image" } => Show(stream),
            PdfName { Text: "Form" } => Form(stream, resources, depth),
            _ => false,
        };
    }

    private bool Form(PdfStream form, PdfDictionary resources, int depth)
    {
        if (depth == DeepestForm || file.Plain(form, LongestContent) is not { } content) return false;
        var matrix = Affine.Same;
        if (form.Dictionary.ContainsKey("Matrix"))
        {
            if (file.Numbers(form.Dictionary, "Matrix", 6) is not { } numbers) return false;
            matrix = new(numbers[0], numbers[2], numbers[4], numbers[1], numbers[3], numbers[5]);
        }

        var (before, level) = (Now, saved.Count);
        Now = Now with { Matrix = (Affine)matrix.Then(Now.Matrix) };
        if (file.Numbers(form.Dictionary, "BBox", 4) is not [var x, var y, var right, var top]) return false;
        Path.Clear();
        if (!Path.Rectangle(Now.Matrix, x, y, right - x, top - y)) return false;
        clipping = true;
        EndPath();
        if (!Run(content, file.Get(form.Dictionary, "Resources") as PdfDictionary ?? resources, depth + 1) || saved.Count < level) return false;
        while (saved.Count > level) saved.Pop();
        Now = before;
        return true;
    }

    private static Affine? Matrix(List<object?> values) => values is [double a, double b, double c, double d, double e, double f] ? new(a, c, e, b, d, f) : null;
}
