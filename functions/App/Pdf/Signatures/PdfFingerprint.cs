using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningSociety.App.Pdf.Objects;

namespace LearningSociety.App.Pdf.Signatures;

/// <summary>
/// A hash of a value and all it leads to, the same in two revisions of a file when both show the same: references are
/// numbered by first meeting, keys are sorted, pages are not entered, and what shows nothing is left out.
/// </summary>
internal sealed class PdfFingerprint(PdfFile file, PdfLimits limits)
{
    private static readonly HashSet<string> Unseen = ["P", "Parent", "Popup", "Metadata", "PieceInfo", "LastModified", "StructParent", "StructParents", "Length", "M", "IRT"];

    /// <summary>The hash, as hex.</summary>
    public string Of(params PdfValue[] roots)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var met = new Dictionary<int, int>();
        var todo = new Stack<object>();
        foreach (var root in roots.Reverse())
            todo.Push(root);
        var values = 0;
        while (todo.TryPop(out var next))
        {
            if (++values > limits.MaxValues)
                throw new PdfFaultException("Tệp có quá nhiều đối tượng.");
            if (next is string text)
                Add(hash, text);
            else
                Enter(hash, (PdfValue)next, met, todo);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Enter(IncrementalHash hash, PdfValue value, Dictionary<int, int> met, Stack<object> todo)
    {
        if (value is PdfReference reference)
        {
            if (met.TryGetValue(reference.Number, out var index))
            {
                Add(hash, $"again {index}");
                return;
            }

            value = file.Resolve(reference);
            // Plain values are compared as if they stood in place: a writer may move them into an object of their own.
            if (value is PdfDictionary or PdfStream or PdfArray)
                met[reference.Number] = met.Count;
        }

        switch (value)
        {
            case PdfName name: Add(hash, "/" + name.Value); break;
            case PdfNumber number: Add(hash, number.Value.ToString("R", CultureInfo.InvariantCulture)); break;
            case PdfBoolean boolean: Add(hash, boolean.Value ? "true" : "false"); break;
            case PdfString text: Add(hash, "(" + Convert.ToHexString(text.Bytes)); break;
            case PdfArray array:
                Add(hash, $"[{array.Items.Count}");
                for (var i = array.Items.Count - 1; i >= 0; i--)
                    todo.Push(array.Items[i]);
                break;
            case PdfStream stream:
                Add(hash, "stream " + Convert.ToHexString(SHA256.HashData(file.Data.AsSpan(stream.Start, stream.Length))));
                Push(hash, stream.Dictionary, todo);
                break;
            case PdfDictionary dictionary: Push(hash, dictionary, todo); break;
            default: Add(hash, "null"); break;
        }
    }

    private void Push(IncrementalHash hash, PdfDictionary dictionary, Stack<object> todo)
    {
        if (file.Name(dictionary["Type"]) is "Page" or "Pages" or "Catalog")
        {
            Add(hash, "page");
            return;
        }

        var keys = dictionary.Entries.Keys.Where(key => !Unseen.Contains(key) && dictionary.Has(key)).Order(StringComparer.Ordinal).ToList();
        Add(hash, $"<<{keys.Count}");
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            todo.Push(dictionary[keys[i]]);
            todo.Push("/" + keys[i]);
        }
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
