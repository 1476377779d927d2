using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Lines;

/// <summary>A part of a page whose lines of text do not run on into others: a table's cell, or all that is outside of tables.</summary>
/// <param name="Table">Index of its table; -1 outside of tables.</param>
/// <param name="Cell">Index of its cell in the table; -1 outside of tables.</param>
/// <param name="Bounds">Around it, frame pixels.</param>
/// <param name="Pieces">The ink whose centre lies in it.</param>
/// <param name="Strips">Its lines from top to bottom, each with its number on the page, from 1.</param>
public sealed record Zone(int Table, int Cell, Rect Bounds, IReadOnlyList<InkPiece> Pieces, IReadOnlyList<(TextStrip Strip, int Number)> Strips)
{
    /// <summary>The zones of a page that hold ink.</summary>
    /// <param name="map">Its ink.</param>
    /// <param name="grids">Its tables.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="owner">For each piece (by id) the number of its line; 0 for none.</param>
    public static IReadOnlyList<Zone> Of(InkMap map, IReadOnlyList<Grid> grids, double dpi, out int[] owner)
    {
        owner = new int[map.Pieces.Count + 1];
        var zones = new List<Zone>();
        var count = 0;
        foreach (var group in map.Pieces.GroupBy(p => Grid.CellAt(grids, p.Box.Centre) ?? (-1, -1)))
        {
            IReadOnlyList<InkPiece> pieces = [.. group];
            var strips = StripFinder.Find(pieces, dpi).Select(s => (s, ++count)).ToList();
            foreach (var (strip, number) in strips)
                foreach (var id in strip.Pieces) owner[id] = number;
            var (table, cell) = group.Key;
            zones.Add(new(table, cell, table < 0 ? new(0, 0, map.Width, map.Height) : grids[table].Cells[cell].Shape.Bounds, pieces, strips));
        }

        return zones;
    }
}
