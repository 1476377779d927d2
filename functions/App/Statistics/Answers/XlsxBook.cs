using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LearningSociety.App.Printing;
using LearningSociety.App.Statistics.Queries;
using Column = LearningSociety.App.Statistics.Queries.Column;

namespace LearningSociety.App.Statistics.Answers;

/// <summary>Rows as a workbook: a sheet with the rows, and one that says what the columns mean. Texts are texts: no cell is a formula.</summary>
internal static class XlsxBook
{
    /// <summary>Most rows of a workbook; more go out as CSV.</summary>
    public const int MostRows = 100_000;

    private const string Data = "Số liệu";
    private const string Dictionary = "Từ điển dữ liệu";

    /// <summary>Writes the workbook.</summary>
    public static async Task WriteAsync(
        Stream to, string title, ImmutableArray<Column> columns, IAsyncEnumerable<object?[]> rows, DateTimeOffset asOf, ImmutableArray<string> notes, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var (data, dictionary) = (book.AddNewPart<WorksheetPart>(), book.AddNewPart<WorksheetPart>());
        using (var sheet = OpenXmlWriter.Create(data))
        {
            Start(sheet);
            Row(sheet, columns.Select(column => (object?)column.Title));
            await foreach (var row in rows.WithCancellation(cancellationToken)) Row(sheet, row);
            End(sheet);
        }

        using (var sheet = OpenXmlWriter.Create(dictionary))
        {
            Start(sheet);
            Row(sheet, [title]);
            Row(sheet, ["Số liệu đến", asOf.ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)]);
            foreach (var note in notes) Row(sheet, [note]);
            Row(sheet, ["Cột", "Tên", "Ý nghĩa", "Đơn vị tính"]);
            foreach (var column in columns) Row(sheet, [column.Name, column.Title, column.Meaning, column.Unit]);
            End(sheet);
        }

        book.Workbook = new(new Sheets(
            new Sheet { Id = book.GetIdOfPart(data), SheetId = 1, Name = Data },
            new Sheet { Id = book.GetIdOfPart(dictionary), SheetId = 2, Name = Dictionary }));
    }

    private static void Start(OpenXmlWriter sheet)
    {
        sheet.WriteStartElement(new Worksheet());
        sheet.WriteStartElement(new SheetData());
    }

    private static void End(OpenXmlWriter sheet)
    {
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    private static void Row(OpenXmlWriter sheet, IEnumerable<object?> cells)
    {
        sheet.WriteStartElement(new Row());
        foreach (var cell in cells) sheet.WriteElement(CellOf(cell));
        sheet.WriteEndElement();
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new(),
        int number => new() { CellValue = new(number.ToString(CultureInfo.InvariantCulture)) },
        decimal number => new() { CellValue = new(number.ToString(CultureInfo.InvariantCulture)) },
        DateOnly day => Inline(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        string text => Inline(text),
        _ => throw new InvalidOperationException($"A cell cannot hold a {value.GetType().Name}."),
    };

    private static Cell Inline(string text) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new(new Text(OpenXmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };
}
