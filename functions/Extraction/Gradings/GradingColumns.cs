using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tables;

namespace LearningSociety.Extraction.Gradings;

/// <summary>What a column of a grading table holds.</summary>
internal enum GradingColumn
{
    /// <summary>Nothing that counts.</summary>
    Other,

    /// <summary>Ordinal numbers.</summary>
    Ordinal,

    /// <summary>The district's name.</summary>
    District,

    /// <summary>All communes.</summary>
    Communes,

    /// <summary>Communes assessed.</summary>
    Assessed,

    /// <summary>Graded Tốt.</summary>
    Good,

    /// <summary>Graded Khá.</summary>
    Fair,

    /// <summary>Graded Trung bình.</summary>
    Average,

    /// <summary>Graded Không đạt.</summary>
    Failed,

    /// <summary>Không đánh giá.</summary>
    NotAssessed,
}

/// <summary>The columns of a grading table by their heads.</summary>
/// <param name="Columns">What each column holds, with its centre as a share of the table's width.</param>
/// <param name="IsPlan">True when the head says that the gradings are planned.</param>
/// <param name="ByOrder">True when heads could not be read and the usual order was taken.</param>
internal sealed partial record GradingColumns(ImmutableArray<(GradingColumn Kind, double Centre)> Columns, bool IsPlan, bool ByOrder)
{
    private const int MostHeadRows = 4;
    private static readonly GradingColumn[] UsualFigures = [GradingColumn.Communes, GradingColumn.Assessed, GradingColumn.Good, GradingColumn.Fair, GradingColumn.Average, GradingColumn.Failed, GradingColumn.NotAssessed];

    /// <summary>Rows of the head; 0 when the table begins with its body.</summary>
    public static int HeadRows(Grid grid)
    {
        var rows = 0;
        while (rows < Math.Min(grid.Rows, MostHeadRows))
        {
            var cells = grid.Starting(rows);
            var figures = cells.Count(cell => Grid.KeyOf(cell) is { Length: > 0 } key && key.All(char.IsAsciiDigit));
            var words = cells.Count(cell => KindOf(Grid.KeyOf(cell)) is not GradingColumn.Other);
            if (cells.Length > 0 && (figures >= 2 || words == 0 || Grid.KeyOf(cells[0]).StartsWith("tong ", StringComparison.Ordinal) && figures > 0) && !cells.All(cell => Grid.KeyOf(cell).Length == 0)) break;
            rows++;
        }

        return rows;
    }

    /// <summary>Reads the columns; null when the head is not that of a grading table.</summary>
    public static GradingColumns? Read(Grid grid, int headRows)
    {
        var kinds = Enumerable.Range(0, grid.Columns).Select(column => (Kind: KindOf(grid.HeadOf(column, headRows)), Centre: Centre(grid, column))).ToArray();
        var grades = kinds.Count(column => column.Kind is GradingColumn.Good or GradingColumn.Fair or GradingColumn.Average);
        if (grades < 2) return null;
        Open(kinds, column => grid.HeadOf(column, headRows).LastOrDefault());
        var isPlan = Enumerable.Range(0, grid.Columns).SelectMany(column => grid.HeadOf(column, headRows)).Any(cell => Planned().IsMatch(Grid.KeyOf(cell)));
        var byOrder = SettleByOrder(kinds);
        return new([.. kinds], isPlan, byOrder);
    }

    /// <summary>What a cell of a table with these columns holds.</summary>
    public GradingColumn Under(Grid grid, LayoutCell cell)
    {
        var (left, right) = ((cell.Box.Left - grid.Box.Left) / grid.Box.Width, (cell.Box.Right - grid.Box.Left) / grid.Box.Width);
        var covered = Columns.Where(column => column.Centre >= left && column.Centre <= right).Select(column => column.Kind).ToList();
        if (covered.Contains(GradingColumn.District)) return GradingColumn.District;
        return covered.Count > 0 ? covered[0] : Columns.MinBy(column => Math.Abs(column.Centre - ((left + right) / 2))).Kind;
    }

    /// <summary>What a cell holds; one over several columns of figures, of which a line was lost, in as many parts as it has numbers.</summary>
    public IEnumerable<(LayoutCell Cell, GradingColumn Kind)> Split(Grid grid, LayoutCell cell)
    {
        var numbers = Grid.TextOf(cell).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (left, right) = ((cell.Box.Left - grid.Box.Left) / grid.Box.Width, (cell.Box.Right - grid.Box.Left) / grid.Box.Width);
        var covered = Columns.Where(column => column.Centre >= left && column.Centre <= right).Select(column => column.Kind).ToList();
        if (covered.Count < 2 || covered.Count != numbers.Length || covered.Any(kind => kind < GradingColumn.Communes) || !numbers.All(number => number.All(char.IsAsciiDigit)))
            return [(cell, Under(grid, cell))];
        return numbers.Select((number, at) => (cell with { Text = number }, covered[at]));
    }

    // "Xếp loại Tất": of the grade only the words before it were read, which name another column.
    private static void Open((GradingColumn Kind, double Centre)[] kinds, Func<int, LayoutCell?> headOf)
    {
        for (var at = 1; at < kinds.Length; at++)
            if (kinds[at].Kind != GradingColumn.District && Enumerable.Range(0, at).Any(before => kinds[before].Kind == kinds[at].Kind && headOf(before) != headOf(at))) kinds[at].Kind = GradingColumn.Other;
    }

    // Heads that were not read: the columns after the district stand in the order of the circular's table.
    private static bool SettleByOrder((GradingColumn Kind, double Centre)[] kinds)
    {
        var open = Enumerable.Range(0, kinds.Length).Where(index => kinds[index].Kind == GradingColumn.Other).ToList();
        if (!kinds.Any(column => column.Kind == GradingColumn.District) && open.Count > 0 && open[0] <= 1)
        {
            kinds[open[0]].Kind = GradingColumn.District;
            open.RemoveAt(0);
        }

        var district = Array.FindIndex(kinds, column => column.Kind == GradingColumn.District);
        if (open.Count == 0 || district < 0) return false;
        var figures = kinds.Length - district - 1;
        var usual = figures == UsualFigures.Length ? UsualFigures : figures == UsualFigures.Length - 1 ? [.. UsualFigures.Where(kind => kind != GradingColumn.Failed)] : null;
        foreach (var index in open.Where(index => index > 0 && index + 1 < kinds.Length && IsBetween(kinds[index - 1].Kind, kinds[index + 1].Kind))) kinds[index].Kind = kinds[index - 1].Kind + 1;

        // Before Khá stands Tốt, wherever the grades stand.
        if (!kinds.Any(column => column.Kind == GradingColumn.Good) && open.Find(index => index > district && index + 1 < kinds.Length && kinds[index + 1].Kind == GradingColumn.Fair) is > 0 and var best) kinds[best].Kind = GradingColumn.Good;
        open.RemoveAll(index => kinds[index].Kind != GradingColumn.Other);
        if (open.Count == 0) return true;
        if (usual is null || kinds.Skip(district + 1).Where((column, at) => column.Kind != GradingColumn.Other && column.Kind != usual[at]).Any()) return false;
        foreach (var index in open.Where(index => index > district)) kinds[index].Kind = usual[index - district - 1];
        return true;
    }

    // What stands between Tốt and Trung bình is Khá, whatever the order of the other columns.
    private static bool IsBetween(GradingColumn before, GradingColumn after) => before is >= GradingColumn.Good and <= GradingColumn.Average && after == before + 2;

    private static double Centre(Grid grid, int column)
    {
        var (left, right) = grid.EdgesOf(column);
        return (((left + right) / 2) - grid.Box.Left) / grid.Box.Width;
    }

    private static GradingColumn KindOf(ImmutableArray<LayoutCell> heads)
    {
        foreach (var head in heads.Reverse())
        {
            if (KindOf(Grid.KeyOf(head)) is not GradingColumn.Other and var kind) return kind;
        }

        // A line of a head that is a grade, beside one made of scraps of a border.
        var lines = heads.IsEmpty ? [] : heads[^1].Text.Split('\n').Select(line => KindOf(VietnameseText.Words(line))).Where(kind => kind is >= GradingColumn.Good and <= GradingColumn.Failed).Distinct().ToArray();
        return lines.Length == 1 ? lines[0] : GradingColumn.Other;
    }

    // Without blanks: in a narrow column "Không đạt" wraps within a word.
    private static GradingColumn KindOf(string head) => head.Replace(" ", "", StringComparison.Ordinal) switch
    {
        "tt" or "stt" or "sott" or "sothutu" => GradingColumn.Ordinal,
        var key when Good().IsMatch(key) => GradingColumn.Good,
        var key when Fair().IsMatch(key) => GradingColumn.Fair,
        var key when Average().IsMatch(key) => GradingColumn.Average,
        var key when NotAssessed().IsMatch(key) => GradingColumn.NotAssessed,
        var key when Failed().IsMatch(key) => GradingColumn.Failed,
        var key when Group().IsMatch(key) => GradingColumn.Other,
        var key when District().IsMatch(key) => GradingColumn.District,
        var key when Communes().IsMatch(key) => GradingColumn.Communes,
        var key when Assessed().IsMatch(key) => GradingColumn.Assessed,
        _ => GradingColumn.Other,
    };

    [GeneratedRegex("^(xep)?(loai)?[tl][o0]t$")]
    private static partial Regex Good();

    [GeneratedRegex("^(xep)?(loai)?kha$")]
    private static partial Regex Fair();

    [GeneratedRegex("^(xep)?(loai)?(trungb[il1]nh|tb)$")]
    private static partial Regex Average();

    [GeneratedRegex("(khong|chua)(duoc)?(tochuc)?(danhgia|xeploai)")]
    private static partial Regex NotAssessed();

    [GeneratedRegex("^(xep)?(loai)?((khong|chua)dat|yeu|kem|yeukem)$")]
    private static partial Regex Failed();

    [GeneratedRegex("trongdo|dukienxep|ketquaxeploai$")]
    private static partial Regex Group();

    [GeneratedRegex("huyen|thanhpho|quan|thixa|diaphuong|tendonvi|^donvi$")]
    private static partial Regex District();

    [GeneratedRegex("tongso|soxa|sodonvicapxa$")]
    private static partial Regex Communes();

    [GeneratedRegex("danhgia|xeploai|thamgia")]
    private static partial Regex Assessed();

    [GeneratedRegex("du ?kien|ke ?hoach|phan ?dau")]
    private static partial Regex Planned();
}
