using System.Globalization;
using System.Text;
using System.Xml;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Pdf;

/// <summary>The text layer of PDF pages: words with boxes in points of the page as displayed, lines in reading order.</summary>
public static class PdfText
{
    /// <summary>Reads the text layers of a range of pages in one call.</summary>
    /// <returns>Lines by page; a page that poppler did not list is absent.</returns>
    public static IReadOnlyDictionary<int, IReadOnlyList<FrameLine>> Read(string path, int first, int last, TimeSpan limit)
    {
        var result = Tool.Run(
            "pdftotext", limit, "-cropbox", "-bbox-layout", "-enc", "UTF-8",
            "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture), path, "-");
        var pages = new Dictionary<int, IReadOnlyList<FrameLine>>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(result.Output)), settings);
        var number = first - 1;
        var lines = new List<FrameLine>();
        var words = new List<FrameWord>();
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.EndElement)
                {
                    if (reader.Name == "page") pages[number] = lines;
                    if (reader.Name == "line" && words.Count > 0) lines.Add(new(words));
                    continue;
                }

                if (reader.NodeType != XmlNodeType.Element) continue;
                switch (reader.Name)
                {
                    case "page":
                        number++;
                        lines = [];
                        if (reader.IsEmptyElement) pages[number] = lines;
                        break;
                    case "line":
                        words = [];
                        break;
                    case "word":
                        var box = new Rect(Edge(reader, "xMin"), Edge(reader, "yMin"), Edge(reader, "xMax"), Edge(reader, "yMax"));
                        var text = Clean(reader.ReadElementContentAsString());
                        if (text.Length > 0) words.Add(new(text, 1, box));
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // What was read before the fault stands; the pages after it are absent and are read from their picture.
        }

        return pages;
    }

    private static double Edge(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;

    private static string Clean(string text)
    {
        if (!text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\uFFFE' || c == '\uFFFF')) return text;
        return new([.. text.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c) && c is not ('\uFFFE' or '\uFFFF'))]);
    }
}
