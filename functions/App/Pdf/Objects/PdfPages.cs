namespace LearningSociety.App.Pdf.Objects;

/// <summary>A page with the attributes it inherits.</summary>
internal sealed record PdfPage(PdfDictionary Dictionary, IReadOnlyDictionary<string, PdfValue> Inherited)
{
    public PdfValue this[string key] => Dictionary.Has(key) ? Dictionary[key] : Inherited.GetValueOrDefault(key, PdfNull.Instance);
}

/// <summary>Walks the page tree in order, without recursion; a node met twice is taken once.</summary>
internal static class PdfPages
{
    private static readonly string[] Inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"];

    /// <summary>The pages, at most as many as the limits allow and one more.</summary>
    public static List<PdfPage> All(PdfFile file, PdfLimits limits)
    {
        var pages = new List<PdfPage>();
        var seen = new HashSet<int>();
        var todo = new Stack<(PdfValue Node, IReadOnlyDictionary<string, PdfValue> Inherited)>();
        todo.Push((file.Catalog["Pages"], new Dictionary<string, PdfValue>()));
        while (todo.TryPop(out var next) && pages.Count <= limits.MaxPages)
        {
            if (next.Node is PdfReference reference && !seen.Add(reference.Number))
                continue;
            if (file.Dictionary(next.Node) is not { } node)
                continue;
            if (!node.Has("Kids"))
            {
                if (file.Name(node["Type"]) is "Page" or null || node.Has("Contents") || node.Has("MediaBox"))
                    pages.Add(new(node, next.Inherited));
                continue;
            }

            var inherited = new Dictionary<string, PdfValue>(next.Inherited);
            foreach (var key in Inheritable)
                if (node.Has(key))
                    inherited[key] = node[key];
            var kids = file.Array(node["Kids"]);
            for (var i = kids.Count - 1; i >= 0; i--)
                todo.Push((kids[i], inherited));
        }

        return pages;
    }
}
