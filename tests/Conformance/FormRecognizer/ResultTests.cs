using System.Drawing;
using Azure;
using Azure.AI.FormRecognizer.DocumentAnalysis;

namespace LearningSociety.Conformance.FormRecognizer;

/// <summary>An answer with every part of the contract, read part by part.</summary>
public sealed class ResultTests : IAsyncLifetime
{
    private const string Answer = """
        {"status":"succeeded","createdDateTime":"2026-11-22T01:00:00Z","analyzeResult":{
          "apiVersion":"2023-07-31","modelId":"dossier","stringIndexType":"utf16CodeUnit","content":"BÁO CÁO 😀 số\n:selected: Đạt",
          "pages":[{"pageNumber":1,"angle":-0.5,"width":8.2639,"height":11.6944,"unit":"inch","spans":[{"offset":0,"length":28}],
            "words":[
              {"content":"BÁO","polygon":[1,1,1.5,1,1.5,1.2,1,1.2],"confidence":0.99,"span":{"offset":0,"length":3}},
              {"content":"CÁO","polygon":[1.6,1,2,1,2,1.2,1.6,1.2],"confidence":0.98,"span":{"offset":4,"length":3}},
              {"content":"😀","confidence":0.5,"span":{"offset":8,"length":2}},
              {"content":"số","confidence":0.97,"span":{"offset":11,"length":2}},
              {"content":"Đạt","confidence":0.96,"span":{"offset":25,"length":3}}],
            "selectionMarks":[{"state":"selected","polygon":[1,2,1.1,2,1.1,2.1,1,2.1],"confidence":0.9,"span":{"offset":14,"length":10}},{"state":"unselected","confidence":0.8,"span":{"offset":14,"length":10}}],
            "lines":[{"content":"BÁO CÁO 😀 số","polygon":[1,1,3,1,3,1.2,1,1.2],"spans":[{"offset":0,"length":13}]},{"content":"Đạt","spans":[{"offset":25,"length":3}]}],
            "barcodes":[{"kind":"QRCode","value":"https://example.vn","confidence":1,"span":{"offset":0,"length":0}}],
            "formulas":[{"kind":"inline","value":"x^2","confidence":0.7,"span":{"offset":0,"length":0}}]},
            {"pageNumber":2,"width":1654,"height":2339,"unit":"pixel","spans":[]}],
          "paragraphs":[{"role":"title","content":"BÁO CÁO","boundingRegions":[{"pageNumber":1,"polygon":[1,1,2,1,2,1.2,1,1.2]}],"spans":[{"offset":0,"length":7}]},{"content":"Đạt","spans":[]}],
          "tables":[{"rowCount":2,"columnCount":3,"boundingRegions":[{"pageNumber":1,"polygon":[0,0,8,0,8,4,0,4]}],"spans":[{"offset":0,"length":5}],"cells":[
            {"kind":"columnHeader","rowIndex":0,"columnIndex":0,"columnSpan":2,"content":"TT"},
            {"rowIndex":1,"columnIndex":2,"rowSpan":1,"content":"Đạt","boundingRegions":[{"pageNumber":1,"polygon":[1,1,2,1,2,2,1,2]}],"spans":[{"offset":25,"length":3}]}]}],
          "keyValuePairs":[{"key":{"content":"Số:"},"value":{"content":"12/QĐ"},"confidence":0.6},{"key":{"content":"Ngày:"},"confidence":0.4}],
          "styles":[{"isHandwritten":true,"confidence":0.8,"spans":[{"offset":0,"length":3}],"fontStyle":"italic","fontWeight":"bold","color":"#ff0000"}],
          "languages":[{"locale":"vi","confidence":0.95,"spans":[{"offset":0,"length":7}]}],
          "documents":[{"docType":"dossier","confidence":0.9,"boundingRegions":[{"pageNumber":1,"polygon":[]}],"spans":[],"fields":{
            "signature1":{"type":"signature","valueSignature":"signed","boundingRegions":[{"pageNumber":1,"polygon":[5,9,7,9,7,10,5,10]}],"confidence":0.85},
            "signature2":{"type":"signature","valueSignature":"unsigned"},
            "signature3":{"type":"signature"},
            "text":{"type":"string","valueString":"Đạt","content":"Đạt","confidence":0.5},
            "date":{"type":"date","valueDate":"2026-11-22","content":"22/11/2026"},
            "badDate":{"type":"date","content":"31/02/2026"},
            "time":{"type":"time","valueTime":"08:30:00"},
            "phone":{"type":"phoneNumber","valuePhoneNumber":"+84123456789"},
            "number":{"type":"number","valueNumber":97.5},
            "integer":{"type":"integer","valueInteger":5000000000},
            "mark":{"type":"selectionMark","valueSelectionMark":"selected"},
            "country":{"type":"countryRegion","valueCountryRegion":"VNM"},
            "list":{"type":"array","valueArray":[{"type":"string","valueString":"a"},{"type":"integer","valueInteger":2}]},
            "object":{"type":"object","valueObject":{"inner":{"type":"boolean","valueBoolean":true}}},
            "money":{"type":"currency","valueCurrency":{"amount":1.5,"currencySymbol":"₫","currencyCode":"VND"}},
            "address":{"type":"address","valueAddress":{"city":"Đồng Nai","road":"Lê Lợi","houseNumber":"12"}},
            "later":{"type":"somethingNew","content":"?"}}}]}}
        """;

    private AnalyzeResult _result = null!;

    private DocumentPage Page => _result.Pages[0];

    private IReadOnlyDictionary<string, DocumentField> Fields => _result.Documents[0].Fields;

    public async ValueTask InitializeAsync()
    {
        await using var service = await FakeService.StartAsync();
        service.Answers(200, Answer);
        var operation = new AnalyzeDocumentOperation("dossier/analyzeResults/r1", new DocumentAnalysisClient(service.Endpoint, new AzureKeyCredential("k")));
        await operation.UpdateStatusAsync();
        _result = operation.Value;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Pages_have_their_measures()
    {
        Assert.Equal(("dossier", "2023-07-31", 2), (_result.ModelId, _result.ServiceVersion, _result.Pages.Count));
        Assert.Equal((1, -0.5f, 8.2639f, 11.6944f, DocumentPageLengthUnit.Inch), (Page.PageNumber, Page.Angle, Page.Width, Page.Height, Page.Unit));
        var image = _result.Pages[1];
        Assert.Equal((2, null, 1654f, DocumentPageLengthUnit.Pixel), (image.PageNumber, image.Angle, image.Width, image.Unit));
        Assert.Empty(image.Words);
        Assert.Empty(image.Lines);
    }

    [Fact]
    public void Spans_count_the_units_of_a_dotnet_string() => Assert.All(
        Page.Words, word => Assert.Equal(word.Content, _result.Content.Substring(word.Span.Index, word.Span.Length)));

    [Fact]
    public void Words_lines_and_marks_stand_where_they_were_found()
    {
        Assert.Equal([new PointF(1, 1), new(1.5f, 1), new(1.5f, 1.2f), new(1, 1.2f)], Page.Words[0].BoundingPolygon);
        Assert.Equal(0.99f, Page.Words[0].Confidence);
        Assert.Equal(["BÁO", "CÁO", "😀", "số"], Page.Lines[0].GetWords().Select(word => word.Content));
        Assert.Equal(["Đạt"], Page.Lines[1].GetWords().Select(word => word.Content));
        Assert.Equal([DocumentSelectionMarkState.Selected, DocumentSelectionMarkState.Unselected], Page.SelectionMarks.Select(mark => mark.State));
        Assert.Equal((DocumentBarcodeKind.QrCode, "https://example.vn"), (Page.Barcodes[0].Kind, Page.Barcodes[0].Value));
        Assert.Equal((DocumentFormulaKind.Inline, "x^2"), (Page.Formulas[0].Kind, Page.Formulas[0].Value));
    }

    [Fact]
    public void Cells_that_say_nothing_else_cover_one_row_and_column()
    {
        var table = Assert.Single(_result.Tables);
        Assert.Equal((2, 3, 1), (table.RowCount, table.ColumnCount, table.BoundingRegions[0].PageNumber));
        var head = table.Cells[0];
        Assert.Equal((DocumentTableCellKind.ColumnHeader, 0, 0, 1, 2, "TT"), (head.Kind, head.RowIndex, head.ColumnIndex, head.RowSpan, head.ColumnSpan, head.Content));
        Assert.Empty(head.BoundingRegions);
        var cell = table.Cells[1];
        Assert.Equal((DocumentTableCellKind.Content, 1, 2, 1, 1, "Đạt"), (cell.Kind, cell.RowIndex, cell.ColumnIndex, cell.RowSpan, cell.ColumnSpan, cell.Content));
        Assert.Equal(DocumentAnalysisModelFactory.DocumentSpan(25, 3), Assert.Single(cell.Spans));
    }

    [Fact]
    public void Paragraphs_pairs_styles_and_languages_are_read()
    {
        Assert.Equal([ParagraphRole.Title, null], _result.Paragraphs.Select(paragraph => paragraph.Role));
        Assert.Equal(("Số:", "12/QĐ"), (_result.KeyValuePairs[0].Key.Content, _result.KeyValuePairs[0].Value.Content));
        Assert.Null(_result.KeyValuePairs[1].Value);
        var style = _result.Styles[0];
        Assert.Equal((true, DocumentFontStyle.Italic, DocumentFontWeight.Bold, "#ff0000"), (style.IsHandwritten, style.FontStyle, style.FontWeight, style.Color));
        Assert.Equal(("vi", 0.95f), (_result.Languages[0].Locale, _result.Languages[0].Confidence));
    }

    [Fact]
    public void Signatures_are_signed_unsigned_or_unknown()
    {
        Assert.Equal(DocumentSignatureType.Signed, Fields["signature1"].Value.AsSignatureType());
        Assert.Equal((1, 0.85f), (Fields["signature1"].BoundingRegions[0].PageNumber, Fields["signature1"].Confidence));
        Assert.Equal(DocumentSignatureType.Unsigned, Fields["signature2"].Value.AsSignatureType());
        Assert.Equal((DocumentFieldType.Unknown, DocumentFieldType.Signature), (Fields["signature3"].FieldType, Fields["signature3"].ExpectedFieldType));
        Assert.Throws<InvalidOperationException>(() => Fields["signature3"].Value.AsSignatureType());
    }

    [Fact]
    public void Every_type_of_field_has_its_value()
    {
        Assert.Equal("Đạt", Fields["text"].Value.AsString());
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), Fields["date"].Value.AsDate());
        Assert.Equal(new TimeSpan(8, 30, 0), Fields["time"].Value.AsTime());
        Assert.Equal("+84123456789", Fields["phone"].Value.AsPhoneNumber());
        Assert.Equal(97.5, Fields["number"].Value.AsDouble());
        Assert.Equal(5_000_000_000, Fields["integer"].Value.AsInt64());
        Assert.Equal(DocumentSelectionMarkState.Selected, Fields["mark"].Value.AsSelectionMarkState());
        Assert.Equal("VNM", Fields["country"].Value.AsCountryRegion());
        Assert.Equal([DocumentFieldType.String, DocumentFieldType.Int64], Fields["list"].Value.AsList().Select(field => field.FieldType));
        Assert.True(Fields["object"].Value.AsDictionary()["inner"].Value.AsBoolean());
        Assert.Equal((1.5, "₫", "VND"), (Fields["money"].Value.AsCurrency().Amount, Fields["money"].Value.AsCurrency().Symbol, Fields["money"].Value.AsCurrency().Code));
        Assert.Equal(("Đồng Nai", "Lê Lợi", null), (Fields["address"].Value.AsAddress().City, Fields["address"].Value.AsAddress().Road, Fields["address"].Value.AsAddress().Suburb));
    }

    [Fact]
    public void A_text_that_does_not_fit_its_type_is_still_there()
    {
        var field = Fields["badDate"];
        Assert.Equal((DocumentFieldType.Unknown, DocumentFieldType.Date, "31/02/2026"), (field.FieldType, field.ExpectedFieldType, field.Content));
        Assert.Throws<InvalidOperationException>(() => field.Value.AsDate());
        Assert.Throws<InvalidOperationException>(() => Fields["text"].Value.AsInt64());
        Assert.Equal(DocumentFieldType.Unknown, Fields["later"].FieldType);
    }

    [Fact]
    public void Models_can_be_made_for_tests()
    {
        var word = DocumentAnalysisModelFactory.DocumentWord("Đạt", [new(1, 1)], DocumentAnalysisModelFactory.DocumentSpan(0, 3), 0.9f);
        var page = DocumentAnalysisModelFactory.DocumentPage(
            pageNumber: 1, unit: DocumentPageLengthUnit.Inch, words: [word], lines: [DocumentAnalysisModelFactory.DocumentLine("Đạt", words: [word])]);
        var field = DocumentAnalysisModelFactory.DocumentField(
            DocumentFieldType.Signature, DocumentAnalysisModelFactory.DocumentFieldValueWithSignatureFieldType(DocumentSignatureType.Signed), "", [], [], 1f);
        var result = DocumentAnalysisModelFactory.AnalyzeResult(
            "dossier",
            "Đạt",
            pages: [page],
            documents: [DocumentAnalysisModelFactory.AnalyzedDocument("dossier", fields: new Dictionary<string, DocumentField> { ["s"] = field })]);

        Assert.Same(word, result.Pages[0].Lines[0].GetWords()[0]);
        Assert.Equal(DocumentSignatureType.Signed, result.Documents[0].Fields["s"].Value.AsSignatureType());
        Assert.Empty(result.Tables);
    }
}
