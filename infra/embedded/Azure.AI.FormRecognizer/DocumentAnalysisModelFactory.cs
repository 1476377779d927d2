// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Drawing;

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>Makes models of an analysis for tests.</summary>
public static partial class DocumentAnalysisModelFactory
{
    /// <summary>Makes an <see cref="DocumentAnalysis.AddressValue"/>.</summary>
    /// <param name="houseNumber">The house number.</param>
    /// <param name="poBox">The post office box.</param>
    /// <param name="road">The road.</param>
    /// <param name="city">The city.</param>
    /// <param name="state">The state or province.</param>
    /// <param name="postalCode">The postal code.</param>
    /// <param name="countryRegion">The country or region.</param>
    /// <param name="streetAddress">The street with house number.</param>
    /// <param name="unit">The apartment or office.</param>
    /// <param name="cityDistrict">The district of the city.</param>
    /// <param name="stateDistrict">The district of the state.</param>
    /// <param name="suburb">The suburb.</param>
    /// <param name="house">The name of the building.</param>
    /// <param name="level">The floor.</param>
    public static AddressValue AddressValue(
        string houseNumber = null,
        string poBox = null,
        string road = null,
        string city = null,
        string state = null,
        string postalCode = null,
        string countryRegion = null,
        string streetAddress = null,
        string unit = null,
        string cityDistrict = null,
        string stateDistrict = null,
        string suburb = null,
        string house = null,
        string level = null) =>
        new(houseNumber, poBox, road, city, state, postalCode, countryRegion, streetAddress, unit, cityDistrict, stateDistrict, suburb, house, level);

    /// <summary>Makes an <see cref="DocumentAnalysis.AnalyzedDocument"/>.</summary>
    /// <param name="documentType">The type that the model gives it.</param>
    /// <param name="boundingRegions">Where it stands on the pages.</param>
    /// <param name="spans">Where its text stands in the content.</param>
    /// <param name="fields">The fields by their names.</param>
    /// <param name="confidence">How sure the model is, from 0 to 1.</param>
    public static AnalyzedDocument AnalyzedDocument(
        string documentType = null,
        IEnumerable<BoundingRegion> boundingRegions = null,
        IEnumerable<DocumentSpan> spans = null,
        IReadOnlyDictionary<string, DocumentField> fields = null,
        float confidence = 0) =>
        new(documentType, boundingRegions?.ToArray(), spans?.ToArray(), fields ?? new Dictionary<string, DocumentField>(), confidence);

    /// <summary>Makes an <see cref="DocumentAnalysis.AnalyzeResult"/>.</summary>
    /// <param name="modelId">The model that analysed the file.</param>
    /// <param name="content">All text in reading order. Spans count its UTF-16 code units.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="keyValuePairs">Pairs of a caption and what was entered.</param>
    /// <param name="styles">Styles of the text.</param>
    /// <param name="languages">Languages of the text.</param>
    /// <param name="documents">The documents that the model recognised.</param>
    /// <param name="paragraphs">The paragraphs.</param>
    /// <param name="serviceVersion">The version of the service that answered.</param>
    public static AnalyzeResult AnalyzeResult(
        string modelId = null,
        string content = null,
        IEnumerable<DocumentPage> pages = null,
        IEnumerable<DocumentTable> tables = null,
        IEnumerable<DocumentKeyValuePair> keyValuePairs = null,
        IEnumerable<DocumentStyle> styles = null,
        IEnumerable<DocumentLanguage> languages = null,
        IEnumerable<AnalyzedDocument> documents = null,
        IEnumerable<DocumentParagraph> paragraphs = null,
        string serviceVersion = null) =>
        new(modelId, content, pages?.ToArray(), tables?.ToArray(), keyValuePairs?.ToArray(), styles?.ToArray(), languages?.ToArray(), documents?.ToArray(), paragraphs?.ToArray(), serviceVersion);

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentBarcode"/>.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="value">What it says.</param>
    /// <param name="boundingPolygon">The corners of what was found, clockwise from the top left, in the unit of the page.</param>
    /// <param name="span">Where its text stands in the content.</param>
    /// <param name="confidence">How sure the model is, from 0 to 1.</param>
    public static DocumentBarcode DocumentBarcode(
        DocumentBarcodeKind kind = default,
        string value = null,
        IReadOnlyList<PointF> boundingPolygon = null,
        DocumentSpan span = default,
        float confidence = 0) =>
        new(kind, value, boundingPolygon, span, confidence);

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentFormula"/>.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="value">The formula in LaTeX.</param>
    /// <param name="boundingPolygon">The corners of what was found, clockwise from the top left, in the unit of the page.</param>
    /// <param name="span">Where its text stands in the content.</param>
    /// <param name="confidence">How sure the model is, from 0 to 1.</param>
    public static DocumentFormula DocumentFormula(
        DocumentFormulaKind kind = default,
        string value = null,
        IReadOnlyList<PointF> boundingPolygon = null,
        DocumentSpan span = default,
        float confidence = 0) =>
        new(kind, value, boundingPolygon, span, confidence);

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentKeyValueElement"/>.</summary>
    /// <param name="content">The text.</param>
    /// <param name="boundingRegions">Where it stands on the pages.</param>
    /// <param name="spans">Where its text stands in the content.</param>
    public static DocumentKeyValueElement DocumentKeyValueElement(
        string content = null,
        IEnumerable<BoundingRegion> boundingRegions = null,
        IEnumerable<DocumentSpan> spans = null) =>
        new(content, boundingRegions?.ToArray(), spans?.ToArray());

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentLanguage"/>.</summary>
    /// <param name="locale">The language, such as <c>vi</c>.</param>
    /// <param name="spans">Where its text stands in the content.</param>
    /// <param name="confidence">How sure the model is, from 0 to 1.</param>
    public static DocumentLanguage DocumentLanguage(
        string locale = null,
        IEnumerable<DocumentSpan> spans = null,
        float confidence = 0) =>
        new(locale, spans?.ToArray(), confidence);

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentPage"/>.</summary>
    /// <param name="pageNumber">The page's number, from 1.</param>
    /// <param name="angle">By how many degrees the text is turned clockwise, from -180 to 180; null when unknown.</param>
    /// <param name="width">The width in the page's unit.</param>
    /// <param name="height">The height in the page's unit.</param>
    /// <param name="unit">The unit of all measures on the page: inches for PDF, pixels for images.</param>
    /// <param name="spans">Where its text stands in the content.</param>
    /// <param name="words">The words in reading order.</param>
    /// <param name="selectionMarks">The check boxes.</param>
    /// <param name="lines">The lines in reading order.</param>
    /// <param name="barcodes">The barcodes, if they were asked for.</param>
    /// <param name="formulas">The formulas, if they were asked for.</param>
    public static DocumentPage DocumentPage(
        int pageNumber = 0,
        float? angle = null,
        float? width = null,
        float? height = null,
        DocumentPageLengthUnit? unit = null,
        IEnumerable<DocumentSpan> spans = null,
        IEnumerable<DocumentWord> words = null,
        IEnumerable<DocumentSelectionMark> selectionMarks = null,
        IEnumerable<DocumentLine> lines = null,
        IEnumerable<DocumentBarcode> barcodes = null,
        IEnumerable<DocumentFormula> formulas = null) =>
        new(pageNumber, angle, width, height, unit, spans?.ToArray(), words?.ToArray(), selectionMarks?.ToArray(), lines?.ToArray(), barcodes?.ToArray(), formulas?.ToArray());

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentParagraph"/>.</summary>
    /// <param name="role">What it is for; null for plain text.</param>
    /// <param name="content">The text.</param>
    /// <param name="boundingRegions">Where it stands on the pages.</param>
    /// <param name="spans">Where its text stands in the content.</param>
    public static DocumentParagraph DocumentParagraph(
        ParagraphRole? role = null,
        string content = null,
        IEnumerable<BoundingRegion> boundingRegions = null,
        IEnumerable<DocumentSpan> spans = null) =>
        new(role, content, boundingRegions?.ToArray(), spans?.ToArray());

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentSelectionMark"/>.</summary>
    /// <param name="state">Whether it is ticked.</param>
    /// <param name="boundingPolygon">The corners of what was found, clockwise from the top left, in the unit of the page.</param>
    /// <param name="span">Where its text stands in the content.</param>
    /// <param name="confidence">How sure the model is, from 0 to 1.</param>
    public static DocumentSelectionMark DocumentSelectionMark(
        DocumentSelectionMarkState state = DocumentSelectionMarkState.Unselected,
        IReadOnlyList<PointF> boundingPolygon = null,
        DocumentSpan span = default,
        float confidence = 0) =>
        new(state, boundingPolygon, span, confidence);

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentStyle"/>.</summary>
    /// <param name="isHandwritten">Whether it is written by hand; null when unknown.</param>
    /// <param name="spans">Where its text stands in the content.</param>
    /// <param name="confidence">How sure the model is, from 0 to 1.</param>
    /// <param name="similarFontFamily">The font families that look most alike.</param>
    /// <param name="fontStyle">Upright or italic.</param>
    /// <param name="fontWeight">Normal or bold.</param>
    /// <param name="color">The colour as <c>#rrggbb</c>.</param>
    /// <param name="backgroundColor">The background's colour as <c>#rrggbb</c>.</param>
    public static DocumentStyle DocumentStyle(
        bool? isHandwritten = null,
        IEnumerable<DocumentSpan> spans = null,
        float confidence = 0,
        string similarFontFamily = null,
        DocumentFontStyle? fontStyle = null,
        DocumentFontWeight? fontWeight = null,
        string color = null,
        string backgroundColor = null) =>
        new(isHandwritten, spans?.ToArray(), confidence, similarFontFamily, fontStyle, fontWeight, color, backgroundColor);

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentTable"/>.</summary>
    /// <param name="rowCount">How many rows it has.</param>
    /// <param name="columnCount">How many columns it has.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="boundingRegions">Where it stands on the pages.</param>
    /// <param name="spans">Where its text stands in the content.</param>
    public static DocumentTable DocumentTable(
        int rowCount = 0,
        int columnCount = 0,
        IEnumerable<DocumentTableCell> cells = null,
        IEnumerable<BoundingRegion> boundingRegions = null,
        IEnumerable<DocumentSpan> spans = null) =>
        new(rowCount, columnCount, cells?.ToArray(), boundingRegions?.ToArray(), spans?.ToArray());

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentTableCell"/>.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="rowIndex">Its first row, from 0.</param>
    /// <param name="columnIndex">Its first column, from 0.</param>
    /// <param name="rowSpan">How many rows it covers.</param>
    /// <param name="columnSpan">How many columns it covers.</param>
    /// <param name="content">The text.</param>
    /// <param name="boundingRegions">Where it stands on the pages.</param>
    /// <param name="spans">Where its text stands in the content.</param>
    public static DocumentTableCell DocumentTableCell(
        DocumentTableCellKind kind = default,
        int rowIndex = 0,
        int columnIndex = 0,
        int rowSpan = 0,
        int columnSpan = 0,
        string content = null,
        IEnumerable<BoundingRegion> boundingRegions = null,
        IEnumerable<DocumentSpan> spans = null) =>
        new(kind, rowIndex, columnIndex, rowSpan, columnSpan, content, boundingRegions?.ToArray(), spans?.ToArray());

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentWord"/>.</summary>
    /// <param name="content">The text.</param>
    /// <param name="boundingPolygon">The corners of what was found, clockwise from the top left, in the unit of the page.</param>
    /// <param name="span">Where its text stands in the content.</param>
    /// <param name="confidence">How sure the model is, from 0 to 1.</param>
    public static DocumentWord DocumentWord(
        string content = null,
        IReadOnlyList<PointF> boundingPolygon = null,
        DocumentSpan span = default,
        float confidence = 0) =>
        new(content, boundingPolygon, span, confidence);
}
