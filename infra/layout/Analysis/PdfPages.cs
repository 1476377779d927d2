using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;

namespace LearningSociety.Layout.Analysis;

/// <summary>Reads a range of pages of a PDF, deciding for each whether its text layer is what it shows.</summary>
public static class PdfPages
{
    /// <summary>Reads the pages from <paramref name="first"/> to <paramref name="last"/>, giving each as soon as it is read.</summary>
    public static IEnumerable<PageReading> Read(string path, int first, int last, bool lookForInk, Limits limits)
    {
        var time = limits.PerChild + limits.PerPage * (last - first + 1);
        var sizes = PdfInfo.Of(path, time, last).Pages;
        var text = PdfText.Read(path, first, last, time);
        var pictures = PdfRaster.Grey(path, first, last, DigitalPage.RulesDpi, time).GetEnumerator();
        for (var page = first; page <= last; page++)
        {
            pictures.MoveNext();
            yield return DigitalPage.Read(page, sizes[page - 1], text.GetValueOrDefault(page, []), pictures.Current, []);
        }
    }
}
