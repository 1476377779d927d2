using System.Drawing;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using LearningSociety.App.Processing.Layouts;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using Make = Azure.AI.FormRecognizer.DocumentAnalysis.DocumentAnalysisModelFactory;

namespace LearningSociety.App.Tests.Processing;

public sealed class LayoutMappingTests
{
    [Theory]
    [InlineData(DocumentPageLengthUnit.Inch, 8, 10, 576, 720)]
    [InlineData(DocumentPageLengthUnit.Pixel, 1600, 2000, 576, 720)]
    public void Boxes_are_fractions_whatever_the_unit(DocumentPageLengthUnit unit, float width, float height, double points, double tall)
    {
        var page = Page(1, unit, width, height, [Word("Đạt", 0.9f, 0, 3, width / 4, height / 4, width / 2, height / 2)]);
        var mapped = Assert.Single(Map(Make.AnalyzeResult(pages: [page])).Pages);
        Assert.Equal((points, tall), (Math.Round(mapped.Width, 3), Math.Round(mapped.Height, 3)));
        Assert.Equal(new PageBox(0.25, 0.25, 0.5, 0.5), Assert.Single(mapped.Words).Box);
    }

    [Theory]
    [InlineData(":selected:", "x")]
    [InlineData(":unselected:", "")]
    [InlineData("Đạt :selected:", "Đạt x")]
    [InlineData(":unselected: Không đạt", "Không đạt")]
    [InlineData("Mức độ 2", "Mức độ 2")]
    public void A_ticked_box_in_a_cell_reads_as_a_tick(string content, string text) =>
        Assert.Equal(text, Assert.Single(Assert.Single(Map(OneTable(Cell(0, 0, content, 1))).Pages).Tables).Cells[0].Text);

    [Fact]
    public void A_cell_is_as_sure_as_its_least_sure_word_with_spans_or_without()
    {
        var words = new[] { Word("Đạt", 0.9f, 0, 3, 1, 1, 2, 2), Word("mờ", 0.4f, 4, 2, 2, 1, 3, 2), Word("khác", 0.1f, 50, 4, 7, 9, 8, 10) };
        foreach (var spans in new DocumentSpan[][] { [Make.DocumentSpan(0, 6)], [] })
        {
            var table = Make.DocumentTable(1, 1, [Cell(0, 0, "Đạt mờ", 1, spans)], [Region(1, 0, 0, 4, 4)]);
            var cell = Map(Make.AnalyzeResult(pages: [Page(1, DocumentPageLengthUnit.Inch, 8, 10, words)], tables: [table])).Pages[0].Tables[0].Cells[0];
            Assert.Equal(0.4, cell.Confidence.Value, 3);
        }
    }

    [Fact]
    public void A_table_over_two_pages_is_one_on_each()
    {
        var table = Make.DocumentTable(3, 1, [Cell(0, 0, "một", 1), Cell(1, 0, "hai", 1), Cell(2, 0, "ba", 2)], [Region(1, 0, 0, 4, 4), Region(2, 0, 0, 4, 2)]);
        var pages = Map(Make.AnalyzeResult(pages: [Page(1, DocumentPageLengthUnit.Inch, 8, 10, []), Page(2, DocumentPageLengthUnit.Inch, 8, 10, [])], tables: [table])).Pages;
        Assert.Equal((2, 1), (pages[0].Tables[0].Rows, pages[1].Tables[0].Rows));
        Assert.Equal((0, "ba"), (pages[1].Tables[0].Cells[0].Row, pages[1].Tables[0].Cells[0].Text));
    }

    [Fact]
    public void Seals_handwriting_and_unreadable_pages_come_from_the_fields()
    {
        var fields = new Dictionary<string, DocumentField>
        {
            ["seal1"] = Make.DocumentField(DocumentFieldType.Signature, Make.DocumentFieldValueWithSignatureFieldType(DocumentSignatureType.Signed), "", [Region(1, 4, 5, 6, 7)], [], 0.8f),
            ["signature1"] = Make.DocumentField(DocumentFieldType.Signature, Make.DocumentFieldValueWithSignatureFieldType(DocumentSignatureType.Signed), "", [Region(1, 5, 5, 7, 7)], [], 0.7f),
            ["unreadable1"] = Make.DocumentField(DocumentFieldType.String, Make.DocumentFieldValueWithStringFieldType("timeout"), "", [Region(2, 0, 0, 8, 10)], [], 1),
            ["textLayerDiffers1"] = Make.DocumentField(DocumentFieldType.String, Make.DocumentFieldValueWithStringFieldType("differs"), "", [Region(1, 0, 0, 8, 10)], [], 1),
        };
        var pages = Map(Make.AnalyzeResult(pages: [Page(1, DocumentPageLengthUnit.Inch, 8, 10, []), Page(2, DocumentPageLengthUnit.Inch, 8, 10, [])], documents: [Make.AnalyzedDocument("dossier", fields: fields)])).Pages;
        Assert.Equal([(LayoutInkKind.Seal, 0.8), (LayoutInkKind.Signature, 0.7)], pages[0].Ink.Select(ink => (ink.Kind, Math.Round(ink.Confidence.Value, 3))));
        Assert.Null(pages[0].Unreadable);
        Assert.Equal([true, false], pages.Select(page => page.TextLayerDiffers));
        Assert.Contains("thời gian", pages[1].Unreadable, StringComparison.Ordinal);
    }

    private static FileLayout Map(AnalyzeResult result) => LayoutMapping.Map(result, "hash", "dossier", "1", true);

    private static AnalyzeResult OneTable(DocumentTableCell cell) =>
        Make.AnalyzeResult(pages: [Page(1, DocumentPageLengthUnit.Inch, 8, 10, [])], tables: [Make.DocumentTable(1, 1, [cell], [Region(1, 0, 0, 4, 4)])]);

    private static DocumentPage Page(int number, DocumentPageLengthUnit unit, float width, float height, IEnumerable<DocumentWord> words) =>
        Make.DocumentPage(pageNumber: number, angle: 0, width: width, height: height, unit: unit, words: words);

    private static DocumentWord Word(string text, float confidence, int start, int length, float left, float top, float right, float bottom) =>
        Make.DocumentWord(text, Polygon(left, top, right, bottom), Make.DocumentSpan(start, length), confidence);

    private static DocumentTableCell Cell(int row, int column, string content, int page, IEnumerable<DocumentSpan>? spans = null) =>
        Make.DocumentTableCell(default, row, column, 1, 1, content, [Region(page, 0, row, 4, row + 1.5f + (page == 1 && row == 0 ? 2 : 0))], spans ?? []);

    private static BoundingRegion Region(int page, float left, float top, float right, float bottom) => Make.BoundingRegion(page, Polygon(left, top, right, bottom));

    private static PointF[] Polygon(float left, float top, float right, float bottom) => [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];
}
