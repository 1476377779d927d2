using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningSociety.App.Printing;

/// <summary>A paper as a Word document: A4, margins and type of administrative documents (Nghị định 30/2020/NĐ-CP, Annex I).</summary>
internal static class PaperWord
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Font = "Times New Roman";

    // In twentieths of a point: A4, 20 mm above and below, 30 mm left, 15 mm right.
    private const uint Short = 11906, Long = 16838, Top = 1134, Left = 1701, Right = 850;

    // In half points: 13 point, and 12.
    private const string TextSize = "26", SmallSize = "24";

    // Of a pair in percent: the motto at the right of a letterhead stands on one line.
    private const uint LeftShare = 40, RightShare = 60;

    /// <summary>Writes the document.</summary>
    public static void Write(Stream to, Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var document = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        document.PackageProperties.Title = paper.Title;
        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = new(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font }, new FontSize { Val = TextSize }, new Languages { Val = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "60", Line = "264", LineRule = LineSpacingRuleValues.Auto }))));
        var (width, height) = paper.Landscape ? (Long, Short) : (Short, Long);
        var body = new Body(paper.Blocks.SelectMany(block => Block(block, width - Left - Right)));
        body.Append(new SectionProperties(
            new PageSize { Width = width, Height = height, Orient = paper.Landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait },
            new PageMargin { Top = (int)Top, Bottom = (int)Top, Left = Left, Right = Right, Header = 567, Footer = 567, Gutter = 0 }));
        main.Document = new(body);
    }

    private static IEnumerable<OpenXmlElement> Block(PaperBlock block, uint width) => block switch
    {
        PaperLine line => [Paragraph(line)],
        PaperPair pair => [Pair(pair, width)],

        // Word runs two tables into one where no paragraph parts them.
        PaperTable table => [Table(table, width), Paragraph(new("", PaperAlignment.Left))],
        _ => throw new InvalidOperationException($"A paper holds no {block.GetType().Name}."),
    };

    private static Paragraph Paragraph(PaperLine line)
    {
        var properties = new ParagraphProperties();
        if (line.Heading) properties.Append(new KeepNext());
        if (line.Alignment == PaperAlignment.Justified) properties.Append(new Indentation { FirstLine = "567" });
        properties.Append(new Justification
        {
            Val = line.Alignment switch
            {
                PaperAlignment.Left => JustificationValues.Left,
                PaperAlignment.Centre => JustificationValues.Center,
                PaperAlignment.Right => JustificationValues.Right,
                _ => JustificationValues.Both,
            },
        });
        return new(properties, Run(line));
    }

    private static Run Run(PaperLine line)
    {
        var look = new RunProperties();
        if (line.Bold) look.Append(new Bold());
        if (line.Italic) look.Append(new Italic());
        if (line.Small) look.Append(new FontSize { Val = SmallSize });
        return new(look, new Text(OpenXmlText.Of(line.Text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Table Pair(PaperPair pair, uint width) => new(
        new TableProperties(
            new TableWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(new GridColumn { Width = Number(width * LeftShare / 100) }, new GridColumn { Width = Number(width * RightShare / 100) }),
        new TableRow(new TableRowProperties(new CantSplit()), Side(pair.Left, width * LeftShare / 100), Side(pair.Right, width * RightShare / 100)));

    private static TableCell Side(IReadOnlyCollection<PaperLine> lines, uint width) => new(
    [
        new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa }),
        .. lines.Count == 0 ? [new Paragraph()] : lines.Select(Paragraph),
    ]);

    private static Table Table(PaperTable table, uint width)
    {
        var shares = table.Widths.Sum();
        var widths = table.Widths.Select(share => (uint)(width * share / shares)).ToArray();
        var rules = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
        var all = new Table(
            new TableProperties(
                new TableWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa }, rules, new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 57, Type = TableWidthValues.Dxa }),
                new TableCaption { Val = table.Name }),
            new TableGrid(widths.Select(one => new GridColumn { Width = Number(one) })));
        all.Append(PaperGrid.Of(table.Head, widths.Length).Select(row => Row(row, widths, isHead: true)));
        all.Append(PaperGrid.Of(table.Rows, widths.Length).Select(row => Row(row, widths, isHead: false)));
        return all;
    }

    private static TableRow Row(IEnumerable<PaperGrid.Place> places, uint[] widths, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead) properties.Append(new TableHeader());
        var row = new TableRow(properties);
        row.Append(places.Select(place => Cell(place, (uint)widths.Skip(place.Column).Take(place.Cell.Columns).Sum(one => one), isHead)));
        return row;
    }

    private static TableCell Cell(PaperGrid.Place place, uint width, bool isHead)
    {
        var (cell, properties) = (place.Cell, new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa }));
        if (cell.Columns > 1) properties.Append(new GridSpan { Val = cell.Columns });
        if (cell.Rows > 1) properties.Append(new VerticalMerge { Val = place.IsContinued ? MergedCellValues.Continue : MergedCellValues.Restart });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var alignment = isHead || cell.IsNumber ? PaperAlignment.Centre : PaperAlignment.Left;
        return new(properties, Paragraph(new(place.IsContinued ? "" : cell.Text, alignment, isHead || cell.Bold)));
    }

    private static string Number(uint value) => value.ToString(CultureInfo.InvariantCulture);
}
