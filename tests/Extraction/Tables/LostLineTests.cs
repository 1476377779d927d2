using LearningSociety.Extraction.Tests.Papers;
using static LearningSociety.Extraction.Tests.Tables.TickedTable;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Tables of which some lines were not found, as on coarse faxes: rows, columns and heads that are one only because of it.</summary>
public sealed class LostLineTests
{
    // 9006-196, 9010-059: coarse faxes
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_line_between_columns_that_are_ticked_was_not_found(int column) =>
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], Ticked).WithoutLineRightOf(column).SignedOff()));

    [Fact]
    public void No_line_between_columns_that_are_ticked_was_found() =>
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], Ticked).WithoutLineRightOf(2).WithoutLineRightOf(2).SignedOff()));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void A_line_between_rows_was_not_found(int row) =>
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], Ticked).WithoutLineBelow(row).SignedOff()));

    [Theory]
    [InlineData(0.9, false)]
    [InlineData(1, true)]
    public void Of_two_rows_in_one_the_second_is_blank_only_where_nothing_was_recognised(double read, bool isBlank)
    {
        string[][] rows = [.. Ticked.Select(row => row.ToArray())];
        rows[3][4] = "";
        var row = UnitForms.Summary(UnitForms.SummaryHead().Read(read).Table([1, 4, 1.5, 1.5, 1.5, 3], rows).WithoutLineBelow(2).SignedOff()).Criteria[2];
        Assert.Equal((1, 2, null), (row.Criterion, row.Indicator, row.Result));
        Assert.Equal(isBlank, row.ResultPlace is not null);
    }

    // 9018-055, 9018-178: faxes on which the labels ran into the text beside them and two rows into one
    [Theory]
    [InlineData("Đạt mức độ 1", "Đạt mức độ 2")]
    [InlineData("x", "")]
    public void Labels_and_results_on_one_height_tell_the_rows(string first, string second)
    {
        string[] Row(string number, string text, bool isFirst) => [number, text, isFirst ? first : second, isFirst ? second : first];
        var paper = UnitForms.SummaryHead().Read(0.9).Table([1, 5, 2, 2],
            ["Số TT", "Nội dung", first == "x" ? "Mức độ 1" : "Kết quả tự đánh giá", first == "x" ? "Mức độ 2" : "Minh chứng"],
            Row("1.", "Cơ sở vật chất của đơn vị", true), Row("1.1.", "Có tủ sách, góc đọc", false), Row("1.2.", "Máy tính và đường truyền", true), Row("2.", "Hiệu quả của việc học", false), Row("2.1.", "Hoàn thành nhiệm vụ", false));
        Assert.Equal("1=1, 1.1=2, 1.2=1, 2=2, 2.1=2", UnitForms.Results(UnitForms.Summary(paper.WithoutLineRightOf(0).WithoutLineBelow(3).SignedOff())));
    }

    // 9018-178
    [Theory]
    [InlineData("+", 0.007, 0.0105, true)]
    [InlineData("+", 0.001, 0.005, false)]
    [InlineData("x", 0.004, 0.015, true)]
    [InlineData("1", 0.007, 0.0105, false)]
    public void A_plus_is_a_tick_where_it_is_no_mere_stroke(string read, double width, double height, bool isTick) =>
        Assert.Equal(isTick, Extraction.Tables.Ticks.IsSign(new(read, new(0.9), "a.pdf", 1, new(0.7, 0.4, 0.7 + width, 0.4 + height))));

    [Fact]
    public void A_numbered_list_in_a_cell_is_no_second_row()
    {
        string[][] rows = [.. Ticked[..2], ["1.1", "Có kế hoạch", "", "", "x", "1. Đã có kế hoạch của đơn vị"], ["", "", "", "", "", "2. Đã có quy chế của đơn vị"], .. Ticked[3..]];
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], rows).WithoutLineBelow(2).SignedOff()));
    }

    // 9005-019
    [Fact]
    public void A_ticked_cell_over_two_rows_is_two_also_where_its_column_has_no_other_tick()
    {
        string[][] rows = [.. Ticked[..4], ["2", "Kết quả học tập", "x", "x", "", ""], ["2.1", "Tỷ lệ hoàn thành", "^", "", "", "91%"], .. Ticked[6..]];
        Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=no, 2.2=2", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], rows).AtFoot(4, 2).SignedOff())));
    }

    // 9010-059
    [Fact]
    public void What_stands_right_beside_a_table_without_last_border_is_in_its_last_column()
    {
        string[][] rows = [.. Ticked.Select(row => (string[])[row[0], row[1], row[5], .. row[2..5]])];
        rows[^1][1] = "<";
        double[] widths = [1, 4, 3, 1.5, 1.5, 1.5];
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table(widths, rows[..4]), new Paper().Table(widths, rows[4..]).CutAtRight().SignedOff()));
    }

    // 9010-059
    [Fact]
    public void The_first_criterion_in_one_cell_with_the_head()
    {
        string[][] rows = [.. Ticked];
        rows[1] = ["TC1", "Điều kiện học tập", "", "", "x", ""];
        rows[4] = ["TC2", "Kết quả học tập", "", "x", "", ""];
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], rows).WithoutLineBelow(0).SignedOff()));
    }

    // 9010-059
    [Fact]
    public void Heads_that_ran_into_the_one_over_all_results_and_columns_of_nothing_but_ticks()
    {
        string[][] rows = [.. Ticked];
        rows[0] = ["TT", "Nội dung", "Kết quả tự Không đạt", "Kết quả tự l", "đánh giá Mức độ 2", "Kết quả thực hiện"];
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], rows).SignedOff()));
    }

    // 9011-180
    [Fact]
    public void The_head_over_all_results_in_pieces_above_each_of_them()
    {
        string[][] rows = [.. Ticked.Select(row => row.Select(cell => cell == "x" ? "✓" : cell).ToArray())];
        rows[0] = ["TT", "Nội dung", "Kết Không đạt", "quả tự Mức độ 1", "đánh giá Mức độ 2", "Kết quả thực hiện"];
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], [rows[0], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], .. rows[1..]]).SignedOff()));
    }

    // 9006-196
    [Theory]
    [InlineData(0.9, false)]
    [InlineData(1, true)]
    public void A_cell_that_ran_into_the_written_one_beside_it_is_blank_only_where_nothing_was_recognised(double read, bool isBlank)
    {
        string[][] rows = [.. Ticked.Select(row => (string[])[.. row[..2], row[5], .. row[2..5]])];
        rows[^1][1] = "<";
        rows[3][5] = "";
        var row = UnitForms.Summary(UnitForms.SummaryHead().Read(read).Table([1, 4, 3, 1.5, 1.5, 1.5], rows).WithoutLines(3, 2, 3).SignedOff()).Criteria[2];
        Assert.Null(row.Result);
        Assert.Equal(isBlank, row.ResultPlace is not null);
    }

    [Fact]
    public void A_column_of_evidence_below_the_head_of_the_results_is_not_ticked()
    {
        string[][] rows = [.. Ticked.Select((row, at) => at == 0 ? ["TT", "Nội dung", "Kết quả tự đánh giá Minh chứng", "<", "<", "<", "Kết quả thực hiện"] : (string[])[row[0], row[1], at is 1 or 4 or 7 ? "" : $"Phụ lục {at}", .. row[2..]])];
        string[] heads = ["", "", "M h hun", "Không đạt", "Mức độ 1", "Mức độ 2", ""];
        rows[^1][1] = "<";
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 1.5, 3], [rows[0], heads, .. rows[1..]]).SignedOff()));
    }

    // 9012-000
    [Fact]
    public void A_label_over_two_rows_is_no_criterion_of_both()
    {
        string[][] rows = [.. Ticked];
        rows[^2] = ["2.2", "Công dân học tập", "", "", "x", "79%"];
        rows[^1] = ["^", "HỢP", "", "x", "", ""];
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], rows).SignedOff());
        Assert.Equal(Expected, UnitForms.Results(form with { Criteria = [.. form.Criteria.Take(6)] }));
    }
}
