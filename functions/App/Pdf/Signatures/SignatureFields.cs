using LearningSociety.App.Pdf.Objects;

namespace LearningSociety.App.Pdf.Signatures;

/// <summary>A signature field of a file.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Value">The signature dictionary; null while the field is empty.</param>
/// <param name="Widget">The field's dictionary, which is its widget too in all but odd files.</param>
internal sealed record SignatureField(string Name, PdfDictionary? Value, PdfDictionary Widget)
{
    /// <summary>True when somebody signed: there is a value with covered ranges.</summary>
    public bool IsSigned => Value is not null && Value.Has("Contents") && Value.Has("ByteRange");
}

/// <summary>Finds all signature fields: through the form, and on pages for files whose form forgot them.</summary>
internal static class SignatureFields
{
    /// <summary>All signature fields of a file, each once.</summary>
    public static List<SignatureField> All(PdfFile file, List<PdfPage> pages, PdfLimits limits)
    {
        var found = new List<SignatureField>();
        var seen = new HashSet<int>();
        var todo = new Stack<(PdfValue Node, string Prefix, bool IsSignature, PdfValue Value, int Depth)>();
        if (file.Dictionary(file.Catalog["AcroForm"]) is { } form)
            foreach (var field in file.Array(form["Fields"]).Reverse())
                todo.Push((field, "", false, PdfNull.Instance, 0));
        while (todo.TryPop(out var next) && found.Count < limits.MaxSignatures)
        {
            if ((next.Node is PdfReference reference && !seen.Add(reference.Number)) || next.Depth > limits.MaxDepth || file.Dictionary(next.Node) is not { } node)
                continue;
            var name = Join(next.Prefix, file.Resolve(node["T"]) is PdfString text ? text.Text : "");
            var isSignature = node.Has("FT") ? file.Name(node["FT"]) == "Sig" : next.IsSignature;
            var value = node.Has("V") ? node["V"] : next.Value;
            var kids = file.Array(node["Kids"]);
            // Kids without a name are widgets of the same field.
            var inner = kids.Where(kid => file.Dictionary(kid)?.Has("T") == true).ToList();
            if (isSignature && inner.Count == 0)
                found.Add(new(name, file.Dictionary(value), kids.Count > 0 && file.Dictionary(kids[0]) is { } widget ? widget : node));
            foreach (var kid in inner.AsEnumerable().Reverse())
                todo.Push((kid, name, isSignature, value, next.Depth + 1));
        }

        foreach (var widget in pages.SelectMany(page => file.Array(page.Dictionary["Annots"])))
            if (found.Count < limits.MaxSignatures && (widget is not PdfReference link || seen.Add(link.Number)) && file.Dictionary(widget) is { } annotation
                && file.Name(annotation["FT"]) == "Sig" && !found.Any(field => ReferenceEquals(field.Widget, annotation)))
                found.Add(new(file.Resolve(annotation["T"]) is PdfString text ? text.Text : "", file.Dictionary(annotation["V"]), annotation));
        return found;
    }

    private static string Join(string prefix, string name) => prefix.Length == 0 ? name : name.Length == 0 ? prefix : $"{prefix}.{name}";
}
