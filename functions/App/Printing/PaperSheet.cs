using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LearningSociety.App.Printing;

/// <summary>A paper as a sheet that can be printed: lines over the whole width, tables with their merged heads. Numbers are numbers, texts are texts, nothing is a formula.</summary>
internal static class PaperSheet
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Places in the list of looks, below.
    private const uint Plain = 0, Bold = 1, Ruled = 2, RuledBold = 3, RuledText = 4, RuledTextBold = 5, RuledShare = 6, Italic = 7;

    /// <summary>Writes the workbook.</summary>
    public static void Write(Stream to, Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        document.PackageProperties.Title = paper.Title;
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Looks();
        var part = book.AddNewPart<WorksheetPart>();
        var widths = paper.Blocks.OfType<PaperTable>().Select(table => table.Widths).MaxBy(one => one.Length);
        var (rows, merged) = (new SheetData(), new List<string>());
        foreach (var block in paper.Blocks) Append(rows, merged, block, widths.IsDefault ? 1 : widths.Length);
        var sheet = new Worksheet(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        if (!widths.IsDefault) sheet.Append(new Columns(widths.Select((width, n) => new Column { Min = (uint)n + 1, Max = (uint)n + 1, Width = width, CustomWidth = true })));
        sheet.Append(rows);
        if (merged.Count > 0) sheet.Append(new MergeCells(merged.Select(one => new MergeCell { Reference = one })));
        sheet.Append(new PageSetup { PaperSize = 9, FitToHeight = 0, Orientation = paper.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait });
        part.Worksheet = sheet;
        book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "Biểu" }));
    }

    private static void Append(SheetData rows, List<string> merged, PaperBlock block, int columns)
    {
        switch (block)
        {
            case PaperLine line:
                Row(rows, [(0, columns, line.Text, LookOf(line))], merged);
                break;
            case PaperPair pair:
                for (var n = 0; n < Math.Max(pair.Left.Length, pair.Right.Length); n++)
                {
                    var (left, right) = (pair.Left.ElementAtOrDefault(n), pair.Right.ElementAtOrDefault(n));
                    Row(rows, [(0, columns / 2, left?.Text, LookOf(left)), (columns / 2, columns - (columns / 2), right?.Text, LookOf(right))], merged);
                }

                break;
            case PaperTable table:
                Table(rows, merged, table.Head, table.Widths.Length, isHead: true);
                Table(rows, merged, table.Rows, table.Widths.Length, isHead: false);
                break;
            default:
                throw new InvalidOperationException($"A paper holds no {block.GetType().Name}.");
        }
    }

    private static uint LookOf(PaperLine? line) => line switch { { Bold: true } => Bold, { Italic: true } => Italic, _ => Plain };

    // The look of a ruled cell is that of every place that it takes, or its rules would have gaps.
    private static void Table(SheetData rows, List<string> merged, IReadOnlyCollection<PaperRow> of, int columns, bool isHead)
    {
        var first = rows.Count();
        foreach (var (places, n) in PaperGrid.Of(of, columns).Select((places, n) => (places, n)))
        {
            var row = new Row { RowIndex = (uint)(first + n + 1) };
            foreach (var place in places)
            {
                var cell = place.Cell;
                for (var column = 0; column < cell.Columns; column++)
                    row.Append(Cell(place.Column + column, first + n, place.IsContinued || column > 0 ? null : cell.Content, LookOf(cell, isHead)));
                if (!place.IsContinued && (cell.Columns > 1 || cell.Rows > 1))
                    merged.Add($"{Name(place.Column, first + n)}:{Name(place.Column + cell.Columns - 1, first + n + cell.Rows - 1)}");
            }

            rows.Append(row);
        }
    }

    private static uint LookOf(PaperCell cell, bool isHead) => cell.Content switch
    {
        _ when isHead => RuledBold,
        decimal => RuledShare,
        string => cell.Bold ? RuledTextBold : RuledText,
        _ => cell.Bold ? RuledBold : Ruled,
    };

    private static void Row(SheetData rows, IEnumerable<(int Column, int Columns, string? Text, uint Look)> cells, List<string> merged)
    {
        var at = rows.Count();
        var row = new Row { RowIndex = (uint)at + 1 };
        foreach (var (column, columns, text, look) in cells)
        {
            row.Append(Cell(column, at, text, look));
            if (columns > 1) merged.Add($"{Name(column, at)}:{Name(column + columns - 1, at)}");
        }

        rows.Append(row);
    }

    private static Cell Cell(int column, int row, object? content, uint look)
    {
        var cell = new Cell { CellReference = Name(column, row), StyleIndex = look };
        switch (content)
        {
            case null:
                break;
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new(new Text(OpenXmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
                break;
            default:
                cell.CellValue = new(((IFormattable)content).ToString(null, CultureInfo.InvariantCulture));
                break;
        }

        return cell;
    }

    private static string Name(int column, int row) => $"{(char)('A' + column)}{(row + 1).ToString(CultureInfo.InvariantCulture)}";

    private static Stylesheet Looks()
    {
        static Font Face(params OpenXmlElement[] look) => new([.. look, new FontSize { Val = 12 }, new FontName { Val = "Times New Roman" }]);
        static CellFormat Look(uint font, uint border, HorizontalAlignmentValues at, uint format = 0) => new(new Alignment { Horizontal = at, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = font, BorderId = border, FillId = 0, NumberFormatId = format, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true, ApplyNumberFormat = true,
        };
        var thin = new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());
        return new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "0.0" }) { Count = 1 },
            new Fonts(Face(), Face(new Bold()), Face(new Italic())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), thin),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                Look(0, 0, HorizontalAlignmentValues.Center), Look(1, 0, HorizontalAlignmentValues.Center), Look(0, 1, HorizontalAlignmentValues.Center),
                Look(1, 1, HorizontalAlignmentValues.Center), Look(0, 1, HorizontalAlignmentValues.Left), Look(1, 1, HorizontalAlignmentValues.Left),
                Look(0, 1, HorizontalAlignmentValues.Center, 164), Look(2, 0, HorizontalAlignmentValues.Center)));
    }
}
