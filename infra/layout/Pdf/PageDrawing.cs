using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Pdf;

/// <summary>
/// Follows the drawing of a page as far as needed to say that it shows one picture and nothing else. Any operator that could change what is
/// seen and is not understood ends it.
/// </summary>
internal sealed class PageDrawing(PdfFile file, Rect within)
{
    private const int DeepestForm = 4, MostOperators = 2_000_000, DeepestState = 200;

    private sealed record State(Affine Matrix, bool Clipped, bool Plain, bool BlackFill, int TextMode);

    private readonly Stack<State> saved = new();
    private readonly List<object?> operands = [];
    private State state = new(Affine.Same, false, true, true, 0);
    private Rect? path;
    private bool pathIsRectangle = true, clipping, painted;
    private int operators;

    /// <summary>The picture that was drawn.</summary>
    public PdfStream? Picture { get; private set; }

    /// <summary>Where: from the unit square to the page.</summary>
    public Affine Placement { get; private set; } = Affine.Same;

    /// <summary>Follows a content stream.</summary>
    /// <returns>False when the page may show something else than the one picture.</returns>
    public bool Run(byte[] content, PdfDictionary resources) => Run(content, resources, 0);

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
                saved.Push(state);
                return saved.Count < DeepestState;
            case "Q":
                if (saved.TryPop(out var before)) state = before;
                return true;
            case "cm":
                if (Matrix(operands) is not { } matrix) return false;
                state = state with { Matrix = (Affine)matrix.Then(state.Matrix) };
                return true;
            case "gs":
                return operands is [PdfName set] && SetState(set.Text, resources);
            case "g" or "rg" or "k" or "sc" or "scn" or "cs":
                state = state with { BlackFill = name is "g" or "rg" && operands.TrueForAll(o => o is 0.0) };
                return true;
            case "w" or "J" or "j" or "M" or "d" or "ri" or "i" or "G" or "RG" or "K" or "CS" or "SC" or "SCN"
                or "BT" or "ET" or "Td" or "TD" or "Tm" or "T*" or "Tf" or "Tc" or "Tw" or "Tz" or "TL" or "Ts" or "BMC" or "EMC" or "MP" or "DP" or "BX" or "EX":
                return true;
            case "BDC":
                // Optional content can be switched off.
                return operands is not [PdfName { Text: "OC" }, ..];
            case "Tr":
                if (operands is not [double mode]) return false;
                state = state with { TextMode = (int)mode };
                return mode < 4;
            case "Tj" or "TJ" or "'" or "\"":
                return state.TextMode == 3 || Paint();
            case "re":
                return Rectangle();
            case "m" or "l" or "c" or "v" or "y" or "h":
                pathIsRectangle = false;
                return true;
            case "W" or "W*":
                clipping = true;
                return true;
            case "n":
                EndPath();
                return true;
            case "f" or "F" or "f*" or "S" or "s" or "B" or "B*" or "b" or "b*":
                EndPath();
                return Paint();
            case "sh":
                return Paint();
            case "Do":
                return operands is [PdfName named] && Draw(named.Text, resources, depth);
            default:
                return false;
        }
    }

    /// <summary>What is painted before the picture lies under it; what comes after it shows.</summary>
    private bool Paint()
    {
        painted = true;
        return Picture is null;
    }

    private bool Rectangle()
    {
        if (operands is not [double x, double y, double width, double height]) return false;
        Point a = state.Matrix.Map(new(x, y)), b = state.Matrix.Map(new(x + width, y + height));
        pathIsRectangle &= path is null && ((state.Matrix.Xy == 0 && state.Matrix.Yx == 0) || (state.Matrix.Xx == 0 && state.Matrix.Yy == 0));
        path = new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));
        return true;
    }

    private void EndPath()
    {
        if (clipping && !(pathIsRectangle && path is { } box && Covers(box))) state = state with { Clipped = true };
        path = null;
        pathIsRectangle = true;
        clipping = false;
    }

    private bool Covers(Rect box) => box.Left <= within.Left && box.Top <= within.Top && box.Right >= within.Right && box.Bottom >= within.Bottom;

    private bool SetState(string name, PdfDictionary resources)
    {
        if (file.Get(resources, "ExtGState") is not PdfDictionary sets || file.Get(sets, name) is not PdfDictionary set) return false;
        foreach (var (key, raw) in set)
        {
            var value = file.Resolve(raw);
            var plain = key switch
            {
                "ca" or "CA" => value is 1.0,
                "BM" => value is PdfName { Text: "Normal" or "Compatible" },
                "SMask" => value is PdfName { Text: "None" },
                "Type" or "LW" or "LC" or "LJ" or "ML" or "D" or "RI" or "FL" or "SM" or "SA" or "AIS" or "TK" or "OP" or "op" or "OPM" => true,
                _ => false,
            };
            if (!plain) state = state with { Plain = false };
        }

        return true;
    }

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

    private bool Show(PdfStream stream)
    {
        var stencil = file.Get(stream.Dictionary, "ImageMask") is true;
        if (Picture is not null || state.Clipped || !state.Plain) return false;
        if (stream.Dictionary.ContainsKey("SMask") || stream.Dictionary.ContainsKey("Mask")) return false;
        if (stencil && (painted || !state.BlackFill)) return false;
        (Picture, Placement) = (stream, state.Matrix);
        return true;
    }

    private bool Form(PdfStream form, PdfDictionary resources, int depth)
    {
        if (depth == DeepestForm || file.Plain(form, 8 << 20) is not { } content) return false;
        var matrix = Affine.Same;
        if (form.Dictionary.ContainsKey("Matrix"))
        {
            if (file.Numbers(form.Dictionary, "Matrix", 6) is not { } numbers) return false;
            matrix = new(numbers[0], numbers[2], numbers[4], numbers[1], numbers[3], numbers[5]);
        }

        var (before, level) = (state, saved.Count);
        state = state with { Matrix = (Affine)matrix.Then(state.Matrix) };
        if (file.Numbers(form.Dictionary, "BBox", 4) is not [var x, var y, var right, var top]) return false;
        operands.Clear();
        operands.AddRange([x, y, right - x, top - y]);
        if (!Rectangle()) return false;
        clipping = true;
        EndPath();
        if (!Run(content, file.Get(form.Dictionary, "Resources") as PdfDictionary ?? resources, depth + 1) || saved.Count < level) return false;
        while (saved.Count > level) saved.Pop();
        state = before;
        return true;
    }

    private static Affine? Matrix(List<object?> values) => values is [double a, double b, double c, double d, double e, double f] ? new(a, c, e, b, d, f) : null;
}
