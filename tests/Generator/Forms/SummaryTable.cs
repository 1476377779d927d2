using System.Globalization;
using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Ink;

namespace LearningSociety.Generator.Forms;

/// <summary>Where a row of the truth stands: the table's row that holds its result.</summary>
/// <param name="Criterion">The criterion; 0 for the overall row.</param>
/// <param name="Indicator">The indicator; null for the criterion's own row.</param>
/// <param name="Row">The number of the printed row.</param>
public sealed record RowPlace(int Criterion, int? Indicator, int Row);

/// <summary>Writes a summary table in one of the families.</summary>
public sealed class SummaryTable
{
    private readonly Look look;
    private readonly Dice dice;
    private readonly Assessment table;
    private readonly SummaryFamily family;
    private readonly Numbering numbering;
    private readonly ResultStyle style;
    private readonly ResultVocabulary words;
    private readonly Outcome[] ticked;
    private readonly Func<string> mark;
    private readonly bool council;
    private readonly List<RowPlace> places = [];

    private SummaryTable(Look look, Dice dice, Assessment table, bool council)
    {
        (this.look, this.dice, this.table, this.council) = (look, dice, table, council);
        family = look.Summary;
        numbering = Numbering.Pick(dice, family.Columns.FirstOrDefault(one => one.Column == Column.Label).Width < 10);
        style = table.HasPoints ? ResultStyle.Points : dice.Chance(0.5) ? ResultStyle.Words : ResultStyle.Ticks;
        words = new(dice);
        var levels = table.Criteria.SelectMany(criterion => criterion.Indicators).All(row => row.Stated is null or Outcome.NotMet or Outcome.Met)
            && table.Criteria[0].Text.Contains("cấp ủy Đảng", StringComparison.Ordinal);
        Outcome[] order = levels ? [Outcome.Met, Outcome.NotMet] : [Outcome.NotMet, Outcome.Level1, Outcome.Level2];
        ticked = dice.Chance(0.75) ? order : [.. order.Reverse()];
        mark = Marks();
    }

    /// <summary>Writes the table.</summary>
    /// <returns>Where its rows stand.</returns>
    public static IReadOnlyList<RowPlace> Write(Markup page, Look look, Dice dice, Assessment table, bool council)
    {
        var writer = new SummaryTable(look, dice, table, council);
        writer.Write(page);
        return writer.places;
    }

    private int ResultColumns => style switch { ResultStyle.Words => 1, ResultStyle.Points => 2, _ => ticked.Length };

    private void Write(Markup page)
    {
        var widths = family.Columns.SelectMany(one => one.Column == Column.Result
            ? Enumerable.Repeat((ResultWidth / (double)ResultColumns).ToString("0.#", CultureInfo.InvariantCulture), ResultColumns)
            : [(one.Width * (100 - ResultWidth) / (100.0 - ResultShare)).ToString("0.#", CultureInfo.InvariantCulture)]);
        page.Table(look, string.Join(' ', widths));
        Head(page);
        page.Raw("<tbody>");
        foreach (var criterion in table.Criteria)
        {
            if (family.OwnRow is not OwnRow.Below) Own(page, criterion);
            foreach (var row in criterion.Indicators) Indicator(page, criterion, row);
            if (family.OwnRow is OwnRow.Below) Own(page, criterion);
        }

        Overall(page);
        page.Raw("</tbody></table>");
    }

    private int ResultShare => family.Columns.First(one => one.Column == Column.Result).Width;

    private int ResultWidth => Math.Max(ResultShare, style == ResultStyle.Ticks ? (family.Landscape ? 8 : 11) * ticked.Length : 16);

    private void Head(Markup page)
    {
        var two = style != ResultStyle.Words && dice.Chance(0.7);
        var title = council ? dice.Pick("Kết quả thẩm định", "Kết quả đánh giá") : dice.Pick("Kết quả tự đánh giá", "Tự đánh giá", "Kết quả đánh giá");
        page.Raw("<thead>").Open();
        foreach (var (column, _) in family.Columns)
        {
            if (column != Column.Result) page.Cell(HeadText(column), "h", 1, two ? 2 : 1);
            else if (style == ResultStyle.Words) page.Cell(dice.Chance(0.5) ? title : title + "\n" + (ticked.Length == 2 ? "(Đạt/Không đạt)" : "(Không đạt, mức độ 1, mức độ 2)"), "h");
            else if (two) page.Cell(title, "h", ResultColumns);
            else foreach (var part in Parts()) page.Cell(part, "h");
        }

        page.Close();
        if (two)
        {
            page.Open();
            foreach (var part in Parts()) page.Cell(part, "h");
            page.Close();
        }

        if (dice.Chance(0.12))
        {
            page.Open();
            var count = family.Columns.Length - 1 + ResultColumns;
            for (var i = 1; i <= count; i++) page.Cell($"({i})", "h i");
            page.Close();
        }

        page.Raw("</thead>");
    }

    private string[] Parts() => style == ResultStyle.Points
        ? ["Điểm tối đa", council ? "Điểm thẩm định" : dice.Pick("Điểm tự chấm", "Điểm tự đánh giá")]
        : [.. ticked.Select(result => result switch { Outcome.NotMet => "Không đạt", Outcome.Met => "Đạt", Outcome.Level1 => "Mức độ 1", _ => "Mức độ 2" })];

    private string HeadText(Column column) => column switch
    {
        Column.Label => family.Columns.First(one => one.Column == Column.Label).Width < 10 ? dice.Pick("TT", "STT", "Số TT") : family.OwnRow == OwnRow.BesideGroup ? "Chỉ tiêu" : dice.Pick("Tiêu chí, chỉ tiêu", "Tiêu chí,\nchỉ tiêu"),
        Column.Group => "Tiêu chí",
        Column.Content => family.Inline ? family.OwnRow == OwnRow.Below ? "Chỉ tiêu" : dice.Pick("Tiêu chí, chỉ tiêu", "Nội dung tiêu chí, chỉ tiêu") : dice.Pick("Nội dung", "Nội dung tiêu chí, chỉ tiêu", "Nội dung"),
        Column.Summary => dice.Pick("Tóm tắt kết quả đạt được", "Tóm tắt kết quả", "Kết quả thực hiện"),
        Column.Evidence => "Minh chứng",
        _ => "Ghi chú",
    };

    private void Own(Markup page, CriterionRows criterion)
    {
        page.Open();
        var label = numbering.Criterion(criterion.Number);
        var joined = label.Any(char.IsLower) ? $"{label}: {criterion.Text}" : label.EndsWith('.') ? $"{label} {criterion.Text}" : $"{label}. {criterion.Text}";
        var merged = family.Columns.TakeWhile(one => one.Column != Column.Result).Count();
        foreach (var (column, _) in family.Columns)
        {
            switch (family.OwnRow, column)
            {
                case (_, Column.Result): Result(page, criterion.Number, null, criterion.Stated, style == ResultStyle.Points ? Sum(criterion) : null, "b"); break;
                case (OwnRow.Merged, Column.Label): page.Cell(joined, "b", merged); break;
                case (OwnRow.Merged, Column.Content): break;
                case (OwnRow.Merged, Column.Summary) when merged > 2: break;
                case (OwnRow.BesideGroup, Column.Group): page.Cell(label, "b c", 1, criterion.Indicators.Count + 1); break;
                case (OwnRow.BesideGroup, Column.Label): page.Cell(criterion.Text, "b", merged - 1); break;
                case (OwnRow.BesideGroup, _): break;
                case (OwnRow.Below, Column.Content): page.Cell("Kết quả tiêu chí " + label.Replace("TC", "", StringComparison.Ordinal).Split(' ')[^1].TrimEnd('.'), "b i", 2); break;
                case (OwnRow.Below, _): break;
                case (_, Column.Label): page.Cell(label, label.Length < 6 ? "b c n" : "b c"); break;
                case (_, Column.Content): page.Cell(family.Inline ? joined : criterion.Text, "b"); break;
                default: page.Cell(""); break;
            }
        }

        page.Close();
    }

    private void Indicator(Markup page, CriterionRows criterion, IndicatorRow row)
    {
        page.Open();
        var label = numbering.Indicator(criterion.Number, row.Number);
        var own = numbering.Criterion(criterion.Number);
        foreach (var (column, _) in family.Columns)
        {
            switch (column)
            {
                case Column.Result: Result(page, criterion.Number, row.Number, row.Stated, row.Points, ""); break;
                case Column.Group when family.OwnRow == OwnRow.Below && row.Number == 1:
                    page.Cell(own.Any(char.IsLower) ? $"{own}: {criterion.Text}" : $"{own.TrimEnd('.')}. {criterion.Text}", "b", 1, criterion.Indicators.Count + 1);
                    break;
                case Column.Group: break;
                case Column.Label: page.Cell(label, label.Length < 6 ? "c n" : ""); break;
                case Column.Content: page.Cell(family.Inline ? (label.Any(char.IsLower) && label.Length > 3 ? $"{label}: {row.Text}" : label.EndsWith('.') || label.EndsWith(')') ? $"{label} {row.Text}" : $"{label}. {row.Text}") : row.Text); break;
                case Column.Summary: page.Cell(row.Summary); break;
                case Column.Evidence: page.Cell(dice.Pick("MC {0}", "Phụ lục {0}", "BC {0}").Replace("{0}", $"{dice.Between(1, 30)}", StringComparison.Ordinal)); break;
                default: page.Cell(""); break;
            }
        }

        page.Close();
    }

    private void Overall(Markup page)
    {
        page.Open();
        var merged = family.Columns.TakeWhile(one => one.Column != Column.Result).Count();
        var most = table.Criteria.SelectMany(criterion => criterion.Indicators).ToArray();
        page.Cell(style == ResultStyle.Points ? dice.Pick("TỔNG HỢP", "TỔNG CỘNG") : dice.Pick("TỔNG HỢP", "TỔNG HỢP", "TỔNG HỢP", "Tổng hợp", "TỔNG HỢP CHUNG", "KẾT QUẢ CHUNG"), dice.Chance(0.5) ? "b c" : "b", merged);
        Result(page, 0, null, table.Overall, style == ResultStyle.Points ? (most.Sum(row => row.Points!.Value.Own), most.Sum(row => row.Points!.Value.Most)) : null, "b");
        foreach (var _ in family.Columns.SkipWhile(one => one.Column != Column.Result).Skip(1)) page.Cell("");
        page.Close();
    }

    private void Result(Markup page, int criterion, int? indicator, Outcome? result, (int Own, int Most)? points, string kind)
    {
        places.Add(new(criterion, indicator, page.Row));
        if (style == ResultStyle.Words) page.Cell(words.Word(result), "c " + kind);
        else if (points is { } score) page.Cell($"{score.Most}", "c " + kind).Cell($"{score.Own}", "c " + kind);
        else foreach (var one in ticked) page.RawCell(one == result ? mark() : "", "c t");
    }

    // One pen and one habit through the whole table.
    private Func<string> Marks()
    {
        var typed = dice.Pick("x", "X", "x", "✓", "+", "X");
        if (!look.ByHand || dice.Chance(0.45)) return () => typed;
        var habit = dice.Pick(0, 0, 1, 1, 2);
        return dice.Chance(0.12) ? () => Strokes.Blob(dice, look.Pen) : () => Strokes.Tick(dice, look.Pen, dice.Chance(0.05) ? dice.Below(3) : habit);
    }

    private static (int Own, int Most)? Sum(CriterionRows criterion) => (criterion.Indicators.Sum(row => row.Points!.Value.Own), criterion.Indicators.Sum(row => row.Points!.Value.Most));
}
