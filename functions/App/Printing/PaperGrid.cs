using System.Collections.Immutable;

namespace LearningSociety.App.Printing;

/// <summary>Which place of a table each cell takes: what word processors and spreadsheets want to know of cells over several rows.</summary>
internal static class PaperGrid
{
    /// <summary>The places of a row from left to right: a cell with its column, or the cell above that reaches down to it.</summary>
    /// <param name="Cell">The cell.</param>
    /// <param name="Column">Its first column, 0-based.</param>
    /// <param name="IsContinued">True where the cell began in a row above.</param>
    internal sealed record Place(PaperCell Cell, int Column, bool IsContinued);

    /// <summary>The places of each row.</summary>
    public static ImmutableArray<ImmutableArray<Place>> Of(IEnumerable<PaperRow> rows, int columns)
    {
        var reaching = new (PaperCell Cell, int RowsLeft)?[columns];
        return [.. rows.Select(row => RowOf(row, reaching))];
    }

    private static ImmutableArray<Place> RowOf(PaperRow row, (PaperCell Cell, int RowsLeft)?[] reaching)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        var next = 0;
        for (var column = 0; column < reaching.Length;)
        {
            if (reaching[column] is { } above)
            {
                places.Add(new(above.Cell, column, true));
                reaching[column] = above.RowsLeft > 1 ? (above.Cell, above.RowsLeft - 1) : null;
                column += above.Cell.Columns;
                continue;
            }

            var cell = row.Cells[next++];
            places.Add(new(cell, column, false));
            if (cell.Rows > 1) reaching[column] = (cell, cell.Rows - 1);
            column += cell.Columns;
        }

        return places.ToImmutable();
    }
}
