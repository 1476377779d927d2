using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LearningSociety.App.Printing;
using LearningSociety.App.Statistics.Queries;
using Column = LearningSociety.App.Statistics.Queries.Column;

namespace LearningSociety.App.Statistics.Answers;

/// <summary>
/// Rows as a workbook: a sheet with the rows under heads that stay in sight, and one that says what the columns mean and are named elsewhere.
/// Texts are texts and days are days: no cell is a formula.
/// </summary>
internal static class XlsxBook
{
    /// <summary>Most rows of a workbook; more go out as CSV.</summary>
    public const int MostRows = 100_000;

    // Places in the list of looks, below.
    private const uint Head = 1, Day = 2, Share = 3;

    private static readonly DateOnly FirstDay = new(1899, 12, 30);

    private const string Data = "Số liệu";
    private const string Dictionary = "Từ điển dữ liệu";

    /// <summary>Writes the workbook.</summary>
    public static async Task WriteAsync(
        Stream to, string title, ImmutableArray<Column> columns, IAsyncEnumerable<object?[]> rows, DateTimeOffset asOf, ImmutableArray<string> notes, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Looks();
        var (data, dictionary) = (book.AddNewPart<WorksheetPart>(), book.AddNewPart<WorksheetPart>());
        using (var sheet = OpenXmlWriter.Create(data))
        {
            Start(sheet, columns.Select(WidthOf), headStays: true);
            Row(sheet, columns.Select(column => (object?)column.Title), isHead: true);
            await foreach (var row in rows.WithCancellation(cancellationToken)) Row(sheet, row);
            End(sheet);
        }

        using (var sheet = OpenXmlWriter.Create(dictionary))
        {
            Start(sheet, [22, 34, 90, 18], headStays: false);
            Row(sheet, [title], isHead: true);
            Row(sheet, ["Số liệu đến", asOf.ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)]);
            foreach (var note in notes) Row(sheet, [note]);
            Row(sheet, ["Cột", "Tên", "Ý nghĩa", "Đơn vị tính"], isHead: true);
            foreach (var column in columns) Row(sheet, [column.Name, column.Title, column.Meaning, column.Unit]);
            End(sheet);
        }

        book.Workbook = new(new Sheets(
            new Sheet { Id = book.GetIdOfPart(data), SheetId = 1, Name = Data },
            new Sheet { Id = book.GetIdOfPart(dictionary), SheetId = 2, Name = Dictionary }));
    }

    // Heads are long and wrap; a name needs room on one line.
    private static double WidthOf(Column column) => column.Type == ColumnType.Text ? 26 : 13;

    private static void Start(OpenXmlWriter sheet, IEnumerable<double> widths, bool headStays)
    {
        sheet.WriteStartElement(new Worksheet());
        if (headStays)
            sheet.WriteElement(new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        sheet.WriteElement(new Columns(widths.Select((width, n) => new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)n + 1, Max = (uint)n + 1, Width = width, CustomWidth = true })));
        sheet.WriteStartElement(new SheetData());
    }

    private static void End(OpenXmlWriter sheet)
    {
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    private static void Row(OpenXmlWriter sheet, IEnumerable<object?> cells, bool isHead = false)
    {
        sheet.WriteStartElement(new Row());
        foreach (var value in cells)
        {
            var cell = CellOf(value);
            if (isHead) cell.StyleIndex = Head;
            sheet.WriteElement(cell);
        }

        sheet.WriteEndElement();
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new(),
        int number => new() { CellValue = new(number.ToString(CultureInfo.InvariantCulture)) },
        decimal number => new() { CellValue = new(number.ToString(CultureInfo.InvariantCulture)), StyleIndex = Share },
        DateOnly day => new() { CellValue = new((day.DayNumber - FirstDay.DayNumber).ToString(CultureInfo.InvariantCulture)), StyleIndex = Day },
        string text => Inline(text),
        _ => throw new InvalidOperationException($"A cell cannot hold a {value.GetType().Name}."),
    };

    private static Cell Inline(string text) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new(new Text(OpenXmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static Stylesheet Looks()
    {
        const uint DayFormat = 164, ShareFormat = 165;
        return new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" }, new NumberingFormat { NumberFormatId = ShareFormat, FormatCode = "0.0" }),
            new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border(), new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center }) { FontId = 1, ApplyFont = true, BorderId = 1, ApplyBorder = true, ApplyAlignment = true },
                new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = ShareFormat, ApplyNumberFormat = true }));
    }
}
