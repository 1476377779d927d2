using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tables;

/// <summary>What a column of a criterion table holds.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing that counts.</summary>
    Other,

    /// <summary>Ordinal numbers or "Tiêu chí 1", "Chỉ tiêu 1".</summary>
    Label,

    /// <summary>The criterion, in one tall cell beside all its rows.</summary>
    Group,

    /// <summary>What the row asks for.</summary>
    Text,

    /// <summary>The office's words about the result.</summary>
    Summary,

    /// <summary>The result in words.</summary>
    Words,

    /// <summary>A tick for one result.</summary>
    Tick,

    /// <summary>Points given.</summary>
    Score,

    /// <summary>Points attainable.</summary>
    MaxScore,
}

/// <summary>A column with its place in the table, as a share of the table's width.</summary>
/// <param name="Role">What it holds.</param>
/// <param name="Centre">Its centre, 0 at the table's left edge, 1 at its right edge.</param>
/// <param name="Result">The result that a tick here means; null when the head could not be read.</param>
/// <param name="IsAppraised">True for the appraiser's own column beside the office's.</param>
internal sealed record TableColumn(ColumnRole Role, double Centre, Result? Result = null, bool IsAppraised = false);

/// <summary>The columns of a criterion table: read from its head once, and used for the pages that repeat no head.</summary>
internal sealed record TableColumns(ImmutableArray<TableColumn> Columns, PageBox Table)
{
    private const double SameWidth = 0.08;
    private const double SamePlace = 0.03;
    private const double SameEdge = 0.012;

    /// <summary>True when some column holds results or points.</summary>
    public bool HasResults => Columns.Any(column => column.Role is ColumnRole.Words or ColumnRole.Tick or ColumnRole.Score);

    /// <summary>These columns, or the ones of the page before where they stand in the same places and more of their heads were understood.</summary>
    public TableColumns Or(TableColumns? before) =>
        before is not null && before.Columns.Length == Columns.Length && before.Ticks > Ticks
        && before.Columns.Zip(Columns).All(pair => Math.Abs(pair.First.Centre - pair.Second.Centre) < SamePlace) ? this with { Columns = before.Columns } : this;

    private int Ticks => Columns.Count(column => column is { Role: ColumnRole.Tick, Result: not null });

    /// <summary>The columns that a cell of a table covers, by position: tables of the next page may lack columns that were merged away.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="table">Its table.</param>
    /// <param name="count">How many columns the table has.</param>
    public ImmutableArray<TableColumn> Under(LayoutCell cell, PageBox table, int count)
    {
        // A table of another width is a piece of the same grid: then the place on the page counts, not the share. One with all columns is open at no side: it was photographed from nearer.
        var frame = Math.Abs(table.Width - Table.Width) <= SameWidth * Table.Width && (count == Columns.Length || !IsOpenAtOneSide(table)) ? table : Table;
        var (left, right) = ((cell.Box.Left - frame.Left) / frame.Width, (cell.Box.Right - frame.Left) / frame.Width);
        var covered = Columns.Where(column => column.Centre >= left && column.Centre <= right).ToImmutableArray();
        if (!covered.IsEmpty) return covered;
        var centre = (left + right) / 2;
        return [Columns.MinBy(column => Math.Abs(column.Centre - centre))!];
    }

    // A fax lost the last border: the other one is where it was.
    private bool IsOpenAtOneSide(PageBox table)
    {
        var (left, right) = (Math.Abs(table.Left - Table.Left), Math.Abs(table.Right - Table.Right));
        return Math.Min(left, right) <= SameEdge && Math.Max(left, right) > SamePlace;
    }
}
