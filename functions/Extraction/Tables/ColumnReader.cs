using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tables;

/// <summary>Reads the head of a criterion table: how many rows it takes and what each column holds.</summary>
internal static partial class ColumnReader
{
    private const int MostHeadRows = 4;
    private const int LongestHead = 120;
    private const int FewLetters = 8;

    // So many cells that name columns make a head even where the label's cell ran into its neighbour.
    private const int SurelyHead = 3;
    private const int ManyNumbers = 5;
    private const int LongestNumber = 2;
    private const double SameHead = 0.8;
    private static readonly string[] UsualHeads = ["stt", "tieu chi", "chi tieu", "noi dung", "yeu cau", "ket qua", "minh chung", "ghi chu"];

    /// <summary>The table from its head on, and how many rows the head takes; 0 when the table begins with its body.</summary>
    public static (Grid Grid, int HeadRows) Headed(Grid grid, ResultWords words)
    {
        var rows = HeadRows(grid, words);
        return rows == 0 && grid.WithoutCaption() is { } below && HeadRows(below, words) is > 0 and var headRows ? (below, headRows) : (grid, rows);
    }

    private static int HeadRows(Grid grid, ResultWords words)
    {
        var rows = 0;
        for (var row = 0; row < Math.Min(grid.Rows, MostHeadRows); row++)
        {
            var cells = grid.Starting(row);
            if (rows == row && (cells.IsEmpty || (row == 0 && IsUpperHalf(grid, cells)))) { rows = row + 1; continue; }
            var heads = cells.Count(IsHeadCell);
            if ((rows > 0 || heads < SurelyHead) && IsBody(cells)) break;
            if (rows == 0 ? heads < 2 : (!IsUnderHead(grid, row, cells) && !NamesResults(cells, words)) || IsRest(grid, row, cells)) break;
            rows = row + 1;
        }

        return rows;
    }

    /// <summary>The columns by the head's words; roles that the head leaves open are filled in by what stands in the column.</summary>
    public static TableColumns Read(Grid grid, int headRows, ResultWords words)
    {
        var columns = Enumerable.Range(0, grid.Columns).Select(column => Column(grid, column, headRows, words)).ToList();
        if (headRows == 0) HeadAbove.Settle(columns, grid, words);
        SettleScores(columns, grid, headRows);
        TickedColumns.Settle(columns, grid, headRows, words);
        SettleLoneTick(columns);
        SettleAppraiser(columns);
        TickOrder.Settle(columns, words.Results);
        if (!columns.Any(column => column.Role is ColumnRole.Words or ColumnRole.Tick or ColumnRole.Score)) ContentRoles.Settle(columns, grid, headRows, words);
        if (headRows == 0) ContentRoles.SettleLongTexts(columns, grid);
        GroupColumn.Settle(columns, grid, headRows);
        if (!columns.Any(column => column.Role == ColumnRole.Label)) columns[0] = columns[0] with { Role = ColumnRole.Label };
        return new([.. columns], grid.Box);
    }

    private static TableColumn Column(Grid grid, int column, int headRows, ResultWords words)
    {
        var (left, right) = grid.EdgesOf(column);
        var centre = (((left + right) / 2) - grid.Box.Left) / grid.Box.Width;
        var heads = grid.HeadOf(column, headRows).Where(cell => !ColumnNumber().IsMatch(Grid.KeyOf(cell))).ToList();
        if (heads.Count == 0) return new(ColumnRole.Other, centre);
        var all = string.Join(' ', heads.Select(Grid.KeyOf)).Trim();
        var isAppraised = Appraiser().IsMatch(all);
        var own = heads[^1];
        if (words.Understand(Grid.TextOf(own)) is { } meaning) return new(ColumnRole.Tick, centre, meaning.Result, isAppraised);
        if (heads.Count > 1 && own.ColumnSpan == 1 && heads[0].ColumnSpan > 1 && ResultHead().IsMatch(Grid.KeyOf(heads[0])) && !PointsHead().IsMatch(all)) return new(ColumnRole.Tick, centre, null, isAppraised);
        return new(RoleOf(all), centre, null, isAppraised);
    }

    // "Chỉ tiên" is one letter off.
    private static ColumnRole RoleOf(string head) => RoleByWords(head) is not ColumnRole.Other and var role ? role
        : UsualHeads.Where(usual => TextSimilarity.Of(usual, head) >= SameHead).Select(RoleByWords).FirstOrDefault();

    private static ColumnRole RoleByWords(string head) => head switch
    {
        _ when NoteHead().IsMatch(head) => ColumnRole.Other,
        _ when MaxScoreHead().IsMatch(head) => ColumnRole.MaxScore,
        _ when PointsHead().IsMatch(head) => ColumnRole.Score,
        _ when SummaryHead().IsMatch(head) => ColumnRole.Summary,
        _ when LabelHead().IsMatch(head) => ColumnRole.Label,
        _ when ResultHead().IsMatch(head) => ColumnRole.Words,
        _ when TextHead().IsMatch(head) => ColumnRole.Text,
        _ => ColumnRole.Other,
    };

    // Of two plain "Điểm" columns the first is what can be had, the second what was given.
    private static void SettleScores(List<TableColumn> columns, Grid grid, int headRows)
    {
        var scores = columns.Where(column => column.Role == ColumnRole.Score).ToList();
        if (scores.Count < 2 || columns.Any(column => column.Role == ColumnRole.MaxScore)) return;
        var index = columns.IndexOf(scores[0]);
        var head = string.Join(' ', grid.HeadOf(index, headRows).Select(Grid.KeyOf));
        if (!OwnScore().IsMatch(head)) columns[index] = scores[0] with { Role = ColumnRole.MaxScore };
    }

    // One column cannot be ticked for one result of several: its head only names them.
    private static void SettleLoneTick(List<TableColumn> columns)
    {
        var ticks = columns.Where(column => column.Role == ColumnRole.Tick).ToList();
        if (ticks.Count == 1) columns[columns.IndexOf(ticks[0])] = ticks[0] with { Role = ColumnRole.Words, Result = null };
    }

    // The appraiser's columns are a set of their own: results of which each is named once are one set, whoever a word over some of them names.
    private static void SettleAppraiser(List<TableColumn> columns)
    {
        var ticks = columns.Where(column => column.Role == ColumnRole.Tick && column.Result is not null).ToList();
        if (ticks.DistinctBy(column => column.IsAppraised).Count() < 2 || ticks.DistinctBy(column => column.Result).Count() < ticks.Count) return;
        foreach (var tick in ticks) columns[columns.IndexOf(tick)] = tick with { IsAppraised = true };
    }

    // A lone "x" is a tick or a speck and no numeral.
    private static bool IsBody(ImmutableArray<LayoutCell> cells) => cells.Any(cell =>
        Grid.KeyOf(cell) != "x" && RowLabel.Read([Grid.TextOf(cell)], "") is { Kind: LabelKind.Criterion or LabelKind.Indicator or LabelKind.Closing or LabelKind.Overall or LabelKind.Dotted or LabelKind.Roman })
        || (cells.Length > 1 && RowLabel.Read([Grid.TextOf(cells[0])], "").Kind == LabelKind.Plain && cells.Any(cell => Grid.KeyOf(cell).Length > 12));

    private static bool IsHeadCell(LayoutCell cell) => Grid.KeyOf(cell) is { Length: > 0 and <= LongestHead } key
        && (RoleOf(key) != ColumnRole.Other || NoteHead().IsMatch(key)) && (key.Length <= 40 || ResultHead().IsMatch(key) || SummaryHead().IsMatch(key));

    // The second row of a head stands under spanning cells of the first, or numbers the columns.
    private static bool IsUnderHead(Grid grid, int row, ImmutableArray<LayoutCell> cells) =>
        NumbersColumns([.. cells.Select(Grid.KeyOf).Where(key => key.Length > 0)])
        || (cells.Count(cell => IsUnderSpan(grid, row, cell)) > 1 && cells.All(cell => IsUnderSpan(grid, row, cell) || IsLowerHalf(grid, row, cell)))
        || cells.All(cell => grid.HeadOf(cell.Column, row).Any(head => head.ColumnSpan > cell.ColumnSpan) || IsHeadCell(cell) || Grid.KeyOf(cell).Length == 0)
        || VietnameseText.Words(string.Concat(cells.Select(cell => cell.Text))).Length == 0;

    // "(5) (6) (Œ)": one of many may be misread.
    private static bool NumbersColumns(string[] keys) => keys.Where(key => !ColumnNumber().IsMatch(key)).ToArray() switch
    {
        [] => true,
        [{ Length: <= LongestNumber }] => keys.Length >= ManyNumbers,
        _ => false,
    };

    // A line of the head runs on across the columns beside it: what spans the results stands alone above it, all other heads below.
    private static bool IsUpperHalf(Grid grid, ImmutableArray<LayoutCell> cells) =>
        cells.Count(cell => Grid.KeyOf(cell).Length == 0) > 1 && ResultHead().IsMatch(string.Join(' ', cells.Select(Grid.KeyOf).Where(key => key.Length > 0)))
        && !IsBody(cells) && grid.Starting(1).Count(IsHeadCell) >= SurelyHead;

    // Below a head that a false line parted, so that it spans nothing, or not all results.
    private static bool NamesResults(ImmutableArray<LayoutCell> cells, ResultWords words)
    {
        var named = cells.Where(cell => Grid.KeyOf(cell).Length > 0).Select(cell => (Cell: cell, words.Understand(Grid.TextOf(cell))?.Result)).ToArray();
        var results = named.Where(cell => cell.Result is not null).Select(cell => cell.Result).ToArray();
        return results.Length > 1 && results.Distinct().Count() == results.Length && named.All(cell => cell.Result is not null || IsHeadCell(cell.Cell));
    }

    private static bool IsUnderSpan(Grid grid, int row, LayoutCell cell) => grid.HeadOf(cell.Column, row).Any(head => head.ColumnSpan > cell.ColumnSpan);

    // A false line parts a head of one column: nothing stands above it, and a few letters below.
    private static bool IsLowerHalf(Grid grid, int row, LayoutCell cell) =>
        Grid.KeyOf(cell).Length <= FewLetters && grid.HeadOf(cell.Column, row).All(head => Grid.KeyOf(head).Length == 0);

    // One text among blanks, right below heads of single columns, is the rest of a row that the page before cut.
    private static bool IsRest(Grid grid, int row, ImmutableArray<LayoutCell> cells) =>
        cells.Count(cell => Grid.KeyOf(cell).Length > 0) == 1
        && cells.Count(cell => Grid.KeyOf(cell).Length == 0 && grid.Starting(row - 1).Any(above => above.Column == cell.Column && above.ColumnSpan == 1 && Grid.KeyOf(above).Length > 0)) > 1;

    [GeneratedRegex("^[0-9a-e]$|^[0-9]{1,2}( ?[+=x] ?[0-9])*$|^[0-9][a-z]$")]
    private static partial Regex ColumnNumber();

    [GeneratedRegex("tham dinh|hoi dong|doan kiem tra|cap tren|phuc tra")]
    private static partial Regex Appraiser();

    [GeneratedRegex("^ghi chu|ly do|ma minh chung$")]
    private static partial Regex NoteHead();

    [GeneratedRegex("diem.*(toi da|chuan|quy dinh|cao nhat)|thang diem|(toi da|chuan).*diem|^diem quy$")]
    private static partial Regex MaxScoreHead();

    [GeneratedRegex("(^| )diem( |$)")]
    private static partial Regex PointsHead();

    [GeneratedRegex("tu (cham|danh gia)|dat duoc|cham|dat$")]
    private static partial Regex OwnScore();

    [GeneratedRegex("tom tat|ket qua dat duoc|ket qua thuc hien|minh chung|dien giai|mo ta|thuyet minh|so lieu|tinh hinh thuc hien")]
    private static partial Regex SummaryHead();

    [GeneratedRegex("^(tt|stt|so tt|s tt|so thu tu|ma so)$|^(cac )?(tieu chi|chi tieu)( va)?( (cac )?(chi tieu|tieu chi))?$|^(tt|stt) (tieu chi|chi tieu)")]
    private static partial Regex LabelHead();

    [GeneratedRegex("ket qua|xep loai|danh gia|muc do|muc dat|dat khong|dat chua|ket luan")]
    private static partial Regex ResultHead();

    [GeneratedRegex("noi dung|yeu cau|tieu chuan|tieu chi|chi tieu|noi ham")]
    private static partial Regex TextHead();
}
