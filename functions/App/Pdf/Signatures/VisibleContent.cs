using LearningSociety.App.Pdf.Objects;

namespace LearningSociety.App.Pdf.Signatures;

/// <summary>
/// What a revision of a file shows: pages, annotations, form values, signed fields. Two revisions that differ only by
/// added signatures, time stamps or validation data show the same.
/// </summary>
internal sealed class VisibleContent
{
    private readonly List<string> pages = [];
    private readonly List<string> annotations = [];
    private readonly Dictionary<string, (bool Signed, bool Drawn, string Look)> signatures = [];
    private string document = "";

    /// <summary>Takes down what a file shows.</summary>
    public static VisibleContent Of(PdfFile file, PdfLimits limits)
    {
        var content = new VisibleContent();
        var print = new PdfFingerprint(file, limits);
        var all = PdfPages.All(file, limits);
        var fields = SignatureFields.All(file, all, limits);
        var widgets = new Dictionary<PdfDictionary, SignatureField>(ReferenceEqualityComparer.Instance);
        foreach (var field in fields)
            widgets[field.Widget] = field;
        foreach (var page in all)
        {
            content.pages.Add(print.Of(page["MediaBox"], page["CropBox"], page["Rotate"], page["UserUnit"], page["Contents"], page["Resources"]));
            var shown = file.Array(page.Dictionary["Annots"]).Where(value => file.Dictionary(value) is { } widget && !widgets.ContainsKey(widget));
            content.annotations.Add(print.Of([.. shown.SelectMany(value => Annotation(file, value))]));
        }

        foreach (var field in fields)
            content.signatures[field.Name] = (field.IsSigned, field.Widget.Has("AP"), print.Of(field.Widget["Rect"], field.Widget["AP"], field.Value?["Contents"] ?? PdfNull.Instance));
        content.document = print.Of(file.Catalog["OCProperties"]);
        return content;
    }

    /// <summary>What is shown otherwise later on, in Vietnamese; null when nothing is.</summary>
    public string? ChangeIn(VisibleContent later)
    {
        if (later.pages.Count != pages.Count)
            return $"Số trang đổi từ {pages.Count} thành {later.pages.Count} sau khi ký.";
        for (var i = 0; i < pages.Count; i++)
        {
            if (later.pages[i] != pages[i])
                return $"Nội dung trang {i + 1} bị thay đổi sau khi ký.";
            if (later.annotations[i] != annotations[i])
                return $"Chú thích hoặc ô điền của trang {i + 1} bị thay đổi sau khi ký.";
        }

        if (later.document != document)
            return "Cách hiển thị các lớp nội dung bị thay đổi sau khi ký.";
        foreach (var (name, field) in signatures)
            if (field.Signed && (!later.signatures.TryGetValue(name, out var now) || now.Look != field.Look))
                return $"Ô chữ ký \"{name}\" bị thay đổi sau khi ký.";
        foreach (var (name, field) in later.signatures)
            if (!field.Signed && field.Drawn && (!signatures.TryGetValue(name, out var before) || before.Look != field.Look))
                return $"Ô chữ ký \"{name}\" chưa ký mà có hình được thêm vào sau.";
        return null;
    }

    // A widget takes its value from the fields above it.
    private static IEnumerable<PdfValue> Annotation(PdfFile file, PdfValue annotation)
    {
        yield return annotation;
        var parent = file.Dictionary(annotation)?["Parent"] ?? PdfNull.Instance;
        for (var i = 0; i < 16 && file.Dictionary(parent) is { } field; i++, parent = field["Parent"])
            if (field.Has("V"))
                yield return field["V"];
    }
}
