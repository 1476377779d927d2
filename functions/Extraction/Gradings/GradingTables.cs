using System.Collections.Immutable;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Tables;

namespace LearningSociety.Extraction.Gradings;

/// <summary>Reads the grading tables of a province's plan, with the pages that a table runs over.</summary>
internal sealed class GradingTables(DossierFacts dossier)
{
    private const double Inferred = 0.5;
    private const double ByOrder = 0.8;
    private readonly List<(GradingKind Kind, Read<int> Year, Place Place, List<NamedRow> Rows)> tables = [];
    private GradingColumns? columns;

    /// <summary>The tables in order.</summary>
    public static ImmutableArray<GradingTable> Read(IEnumerable<Sheet> sheets, DossierFacts dossier)
    {
        var reader = new GradingTables(dossier);
        foreach (var grid in sheets.SelectMany(sheet => sheet.Tables.Select(table => new Grid(sheet, TallCells.Parted(table, sheet.Layout.Words))))) reader.Take(grid);
        DistrictAgreement.Settle([.. reader.tables.Select(table => table.Rows)]);
        return [.. reader.tables.Where(table => table.Rows.Count > 0).Select(table => new GradingTable(table.Kind, table.Year, FigureRepair.Repaired([.. table.Rows.Select(row => row.Row)]), table.Place))];
    }

    private void Take(Grid grid)
    {
        var headRows = GradingColumns.HeadRows(grid);
        var own = headRows > 0 ? GradingColumns.Read(grid, headRows) : null;
        if (own is null && columns is null) return;
        var heading = GradingHeading.Above(grid);
        if (own is not null) columns = own;

        // A repeated head without a heading above it, or no head at all, goes on with the table before, which a total ends that does not stand first.
        var kind = heading?.Kind ?? (own is null || tables.Count == 0 ? null : own.IsPlan || !own.Columns.Any(column => column.Kind == GradingColumn.Failed) ? GradingKind.Plan : GradingKind.Results);
        var goesOn = tables.Count > 0 && heading is null && (kind is null || kind == tables[^1].Kind) && !tables[^1].Rows.Skip(1).Any(row => row.Row.IsTotal);
        if (!goesOn) Begin(grid, heading, own);
        for (var row = headRows; row < grid.Rows; row++)
        {
            if (RowOf(grid, row) is { } read) tables[^1].Rows.Add(read);
        }
    }

    private void Begin(Grid grid, GradingHeading? heading, GradingColumns? own)
    {
        var isPlan = own?.IsPlan ?? !columns!.Columns.Any(column => column.Kind == GradingColumn.Failed);
        var kind = heading?.Kind ?? (isPlan ? GradingKind.Plan : GradingKind.Results);

        // A dossier's year is the year planned for; its results are of the year before.
        var year = heading?.Year ?? new Read<int>(kind == GradingKind.Plan ? dossier.Year : dossier.Year - 1, new(Inferred), null, "");
        tables.Add((kind, year, grid.Sheet.At(grid.Box), []));
    }

    private NamedRow? RowOf(Grid grid, int row)
    {
        var cells = grid.Starting(row).SelectMany(cell => columns!.Split(grid, cell)).ToList();
        LayoutCell? In(GradingColumn kind) => cells.Where(pair => pair.Kind == kind).Select(pair => pair.Cell).FirstOrDefault();
        Read<int> Figure(GradingColumn kind)
        {
            var read = GradingFigure.Read(grid, In(kind));
            return columns!.ByOrder ? read with { Confidence = new(read.Confidence.Value * ByOrder) } : read;
        }

        var name = string.Join(' ', cells.Where(pair => pair.Kind is GradingColumn.District).Select(pair => Grid.TextOf(pair.Cell))).Trim();
        if (name.Length == 0) name = string.Join(' ', cells.Where(pair => pair.Kind is GradingColumn.Ordinal && Grid.TextOf(pair.Cell).Any(char.IsLetter)).Select(pair => Grid.TextOf(pair.Cell))).Trim();
        var hasFigures = cells.Any(pair => pair.Kind >= GradingColumn.Communes && Grid.KeyOf(pair.Cell).Any(char.IsAsciiDigit));
        if (name.Length == 0 && !hasFigures) return null;
        if (!hasFigures && !name.Any(char.IsLetter)) return null;
        var hasFailed = columns!.Columns.Any(column => column.Kind == GradingColumn.Failed);
        var named = cells.Where(pair => pair.Kind is GradingColumn.District or GradingColumn.Ordinal && Grid.TextOf(pair.Cell).Length > 0).Select(pair => pair.Cell).ToList();
        var lacksOrdinal = columns.Columns.Any(column => column.Kind == GradingColumn.Ordinal) && (In(GradingColumn.Ordinal) is not { } ordinal || !Grid.TextOf(ordinal).Any(char.IsAsciiDigit));
        var sure = named.Select(cell => cell.Confidence).Aggregate(Confidence.Certain, Confidence.Min);
        var words = TextRow.Group(grid.Sheet.Words.Where(word => word.Text.Any(char.IsLetter) && named.Exists(cell => cell.Box.Contains(word.Box.CentreX, word.Box.CentreY)))).SelectMany(line => line.Words);
        return NamedRow.Of(
            new(
                DistrictName.Read(name, sure, lacksOrdinal), Figure(GradingColumn.Communes), Figure(GradingColumn.Assessed), Figure(GradingColumn.Good), Figure(GradingColumn.Fair), Figure(GradingColumn.Average),
                hasFailed ? Figure(GradingColumn.Failed) : null, Figure(GradingColumn.NotAssessed), grid.Sheet.At(PageBox.Around(cells.Select(pair => pair.Cell.Box)))),
            [.. words.Select(word => word.Confidence)], sure);
    }
}
