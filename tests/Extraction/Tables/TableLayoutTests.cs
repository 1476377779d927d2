using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Summary tables with criteria beside or below their indicators, and tables of which lines or heads were lost.</summary>
public sealed class TableLayoutTests
{
    private const string Expected = "1=2, 1.1=2, 1.2=2, 2=1, 2.1=1, 2.2=2";
    private static readonly double[] Five = [1, 1, 4, 3, 1.5];

    private static readonly string[][] Ticked =
    [
        ["TT", "Nội dung", "Không đạt", "Mức độ 1", "Mức độ 2", "Kết quả thực hiện"],
        ["1", "Điều kiện học tập", "", "", "x", ""],
        ["1.1", "Có kế hoạch", "", "", "x", "Đã có"],
        ["1.2", "Bố trí kinh phí", "", "", "x", "Đủ"],
        ["2", "Kết quả học tập", "", "x", "", ""],
        ["2.1", "Tỷ lệ hoàn thành", "", "x", "", "91%"],
        ["2.2", "Công dân học tập", "", "", "x", "79%"],
        ["TỔNG HỢP", "<", "", "x", "", ""],
    ];

    private static string[][] Tall(string a, string b, string c, string d, string first = "Tiêu chí 1", string second = "Tiêu chí 2") =>
    [
        ["Tiêu chí", "Chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
        [first, "Điều kiện học tập", "<", "<", "Mức độ 2"],
        ["^", a, "Có kế hoạch", "Đã có", "MĐ 2"],
        ["^", b, "Bố trí kinh phí", "Đủ", "MĐ2"],
        [second, "Kết quả học tập", "<", "<", "Đạt mức độ 1"],
        ["^", c, "Tỷ lệ hoàn thành", "91%", "Mức 1"],
        ["^", d, "Công dân học tập", "79%", "Đạt mức độ 2"],
        ["TỔNG HỢP", "<", "<", "<", "Mức độ 1"],
    ];

    private static void IsExpected(FormReading form)
    {
        Assert.Equal(Expected, UnitForms.Results(form with { Criteria = [.. form.Criteria.OrderBy(row => row.Criterion).ThenBy(row => row.Indicator ?? 0)] }));
        Assert.Equal(Result.Level1, form.Declared?.Value);
        Assert.All(form.Criteria, row => Assert.True(row.Doubt is null && row.Result!.Confidence.Value >= 0.9));
    }

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

    [Theory]
    [InlineData("Tiêu chí 1", "Tiêu chí 2", "1.1", "1.2", "2.1", "2.2")]
    [InlineData("Tiêu chí 1", "Tiêu chí 2", "Chỉ tiêu 1", "Chỉ tiêu 2", "Chỉ tiêu 1", "Chỉ tiêu 2")]
    [InlineData("TC1", "TC2", "a)", "b)", "a)", "b)")]
    [InlineData("I", "II", "1", "2", "1", "2")]
    [InlineData("1", "2", "1.1", "1.2", "2.1", "2.2")]
    public void Criteria_in_tall_cells_with_their_own_row_beside_them(string first, string second, string a, string b, string c, string d) =>
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table(Five, Tall(a, b, c, d, first, second)).SignedOff()));

    [Theory]
    [InlineData("1. Điều kiện học tập", "2. Kết quả học tập", "a) ", "b) ", "1", "2")]
    [InlineData("I. Điều kiện học tập", "II. Kết quả học tập", "1. ", "2. ", "I", "II")]
    public void Criteria_in_tall_cells_that_a_row_below_closes(string first, string second, string a, string b, string one, string two) =>
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([2, 4, 3, 1.5],
            ["Tiêu chí", "Chỉ tiêu", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            [first, a + "Có kế hoạch", "Đã có", "MĐ 2"],
            ["^", b + "Bố trí kinh phí", "Đủ", "MĐ2"],
            ["^", "Kết quả tiêu chí " + one, "<", "Mức độ 2"],
            [second, a + "Tỷ lệ hoàn thành", "91%", "Mức 1"],
            ["^", b + "Công dân học tập", "79%", "Đạt mức độ 2"],
            ["^", "Kết quả tiêu chí " + two, "<", "Đạt mức độ 1"],
            ["TỔNG HỢP CHUNG", "<", "<", "Mức độ 1"]).SignedOff()));

    [Fact]
    public void A_line_of_text_above_is_no_row_of_the_table() =>
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table(Five, [["Tên đơn vị: Trường THCS An Phụ", "<", "<", "<", "<"], .. Tall("1.1", "1.2", "2.1", "2.2")]).SignedOff()));

    [Fact]
    public void A_tall_cell_goes_on_over_the_page() =>
        IsExpected(UnitForms.Summary(
            UnitForms.SummaryHead().Table(Five,
                ["Tiêu chí", "Chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
                ["Tiêu chí 1", "Điều kiện học tập", "<", "<", "Mức độ 2"],
                ["^", "1.1", "Có kế hoạch", "Đã có", "MĐ 2"]),
            new Paper().Table(Five,
                ["", "1.2", "Bố trí kinh phí", "Đủ", "MĐ2"],
                ["Tiêu chí 2", "Kết quả học tập", "<", "<", "Đạt mức độ 1"],
                ["^", "2.1", "Tỷ lệ hoàn thành", "91%", "Mức 1"],
                ["^", "2.2", "Công dân học tập", "79%", "Đạt mức độ 2"],
                ["TỔNG HỢP", "<", "<", "<", "Mức độ 1"]).SignedOff()));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(2, 4)]
    [InlineData(0, 1)]
    public void A_head_without_lines_is_parted_as_the_cells_below_it(int from, int to)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], Ticked).WithoutLines(0, from, to).SignedOff());
        IsExpected(form);
    }

    [Fact]
    public void A_cell_that_runs_into_an_empty_tick_column_is_no_tick()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1.5, 1.5, 1.5, 3], Ticked).WithoutLines(5, 4, 5).SignedOff());
        IsExpected(form);
    }

    [Fact]
    public void A_piece_of_the_border_before_the_overall_result_covers_no_two_columns() =>
        Assert.Equal(Result.Level1, UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1.5],
            ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["1", "Điều kiện học tập", "", "Mức độ 1"],
            ["1.1", "Có kế hoạch", "Đã có", "Mức độ 1"],
            ["1.2", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            ["TỔNG HỢP", "", "", "Mức độ 1"]).BorderRead(4, 3).WithoutLines(4, 0, 3).SignedOff()).Declared?.Value);

    [Theory]
    [InlineData("Mức độ 1", 0.95)]
    [InlineData("Mức độ", null)]
    public void An_overall_row_alone_on_the_next_page_is_found_without_a_table(string printed, double? sure)
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table([1, 4, 3, 1.5],
                ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
                ["1", "Điều kiện học tập", "", "Mức độ 2"],
                ["1.1", "Có kế hoạch", "Đã có", "MĐ 2"]),
            new Paper().Columns("TỔNG HỢP CHUNG", printed).SignedOff());
        Assert.Equal(sure is not null, form.HasOverallRow);
        Assert.Equal(sure is null ? null : Result.Level1, form.Declared?.Value);
        if (sure is { } least) Assert.True(form.Declared!.Confidence.Value >= least);
    }

    [Fact]
    public void A_blank_on_the_next_page_is_no_blank_result_where_the_results_of_the_page_before_were_not_found()
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table([1, 4, 3],
                ["TT", "Nội dung", "Kết quả thực hiện"],
                ["1", "Điều kiện học tập", ""],
                ["1.1", "Có kế hoạch đi học của cả năm", "Đã có, nhưng"]),
            new Paper().Table([1, 4, 3, 1.5],
                ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
                ["", "", "còn thiếu người", ""],
                ["1.2", "Bố trí kinh phí", "Đủ", "MĐ2"],
                ["TỔNG HỢP", "<", "<", "Mức độ 1"]).SignedOff());
        Assert.Null(form.Criteria.First(row => row.Indicator == 1).ResultPlace);
    }

    [Fact]
    public void A_label_that_the_end_of_the_page_cuts_is_one()
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table(Five,
                ["Tiêu chí", "Chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
                ["Tiêu chí 1", "Điều kiện học tập", "<", "<", "Mức độ 2"],
                ["^", "Chỉ tiêu 1.1", "Có kế hoạch", "Đã có", "MĐ 2"],
                ["^", "Chỉ tiêu", "Bố trí", "Đủ", "MĐ2"]),
            new Paper().Table(Five,
                ["", "1.2", "kinh phí", "cả năm", ""],
                ["Tiêu chí 2", "Kết quả học tập", "<", "<", "Đạt mức độ 1"],
                ["^", "Chỉ tiêu 2.1", "Tỷ lệ hoàn thành", "91%", "Mức 1"],
                ["^", "Chỉ tiêu 2.2", "Công dân học tập", "79%", "Đạt mức độ 2"],
                ["TỔNG HỢP", "<", "<", "<", "Mức độ 1"]).SignedOff());
        IsExpected(form);
    }

    [Fact]
    public void A_gap_in_the_head_is_no_column() =>
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1, 1],
            ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả", "tự đánh giá"],
            ["I", "Điều kiện học tập", "", "Mức độ 2", "<"],
            ["1", "Có kế hoạch", "Đã có", "MĐ 2", "<"],
            ["2", "Bố trí kinh phí", "Đủ", "MĐ2", "<"],
            ["II", "Kết quả học tập", "", "Mức độ 1", "<"],
            ["1", "Tỷ lệ hoàn thành", "91%", "Mức 1", "<"],
            ["2", "Công dân học tập", "79%", "Đạt mức độ 2", "<"],
            ["TỔNG HỢP", "<", "<", "Mức độ 1", "<"]).SignedOff()));

    [Fact]
    public void Points_of_dotted_numbers_may_be_lost() =>
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1.5],
            ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["1", "Điều kiện học tập", "", "Mức độ 2"],
            ["1.1", "Có kế hoạch", "Đã có", "MĐ 2"],
            ["1.2", "Bố trí kinh phí", "Đủ", "MĐ2"],
            ["2", "Kết quả học tập", "", "Mức độ 1"],
            ["2.1", "Tỷ lệ hoàn thành", "91%", "Mức 1"],
            ["2.2.", "Công dân học tập", "79%", "Đạt mức độ 2"],
            ["TỔNG HỢP", "<", "<", "Mức độ 1"]).SignedOff()));

    [Theory]
    [InlineData("22.")]
    [InlineData("242.")]
    public void Such_a_row_keeps_its_number_and_is_less_sure(string printed)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1.5],
            ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["1", "Điều kiện học tập", "", "Mức độ 2"],
            ["1.1", "Có kế hoạch", "Đã có", "MĐ 2"],
            ["2", "Kết quả học tập", "", "Mức độ 1"],
            ["2.1", "Tỷ lệ hoàn thành", "91%", "Mức 1"],
            [printed, "Công dân học tập", "79%", "Đạt mức độ 2"],
            ["TỔNG HỢP", "<", "<", "Mức độ 1"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 2=1, 2.1=1, 2.2=2", UnitForms.Results(form));
        Assert.InRange(form.Criteria[^1].Result!.Confidence.Value, 0.7, 0.9);
    }

    [Theory]
    [InlineData("L.", "H.")]
    [InlineData("1.", "11.")]
    [InlineData("I.", "HL.")]
    [InlineData("|.", "II.")]
    public void Roman_numerals_that_were_misread_keep_their_place(string one, string two)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1.5],
            ["STT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            [one, "Điều kiện học tập", "", "Mức độ 2"],
            ["1.", "Có kế hoạch", "Đã có", "MĐ 2"],
            ["2.", "Bố trí kinh phí", "Đủ", "MĐ2"],
            [two, "Kết quả học tập", "", "Mức độ 1"],
            ["1.", "Tỷ lệ hoàn thành", "91%", "Mức 1"],
            ["2.", "Công dân học tập", "79%", "Đạt mức độ 2"],
            ["TỔNG HỢP", "<", "<", "Mức độ 1"]).SignedOff());
        Assert.Equal(Expected, UnitForms.Results(form));
    }

    [Fact]
    public void A_row_outside_the_table_is_doubted()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1.5],
            ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["1", "Điều kiện học tập", "", "Mức độ 2"],
            ["1.1", "Có kế hoạch", "Đã có", "MĐ 2"]).Line("1.2 Bố trí kinh phí Đủ MĐ2"),
            new Paper().Table([1, 4, 3, 1.5], ["2", "Kết quả học tập", "", "Mức độ 2"], ["2.1", "Tỷ lệ hoàn thành", "91%", "Mức 2"], ["TỔNG HỢP", "<", "<", "Mức độ 2"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 2=2, 2.1=2, 1.2=-?", UnitForms.Results(form));
    }

    [Theory]
    [InlineData("2. Bố trí kinh phí Đủ MĐ2")]
    [InlineData("2 Bố trí kinh phí Đủ MĐ2")]
    public void A_last_row_with_a_plain_number_that_its_table_lost_is_doubted(string row)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1.5],
            ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["I", "Điều kiện học tập", "", "Mức độ 2"],
            ["1", "Có kế hoạch", "Đã có", "MĐ 2"]).Line(row),
            new Paper().Table([1, 4, 3, 1.5], ["II", "Kết quả học tập", "", "Mức độ 2"], ["1", "Tỷ lệ hoàn thành", "91%", "Mức 2"], ["TỔNG HỢP", "<", "<", "Mức độ 2"]).SignedOff());
        Assert.Contains(form.Criteria, read => read is { Criterion: 1, Indicator: 2, Doubt: not null });
    }

    [Theory]
    [InlineData("1 2")]
    [InlineData("1. 2.")]
    [InlineData("a) b)")]
    public void Two_plain_rows_in_one_are_doubted(string labels)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1.5],
            ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["I", "Điều kiện học tập", "", "Mức độ 2"],
            [labels, "Có kế hoạch Bố trí kinh phí", "Đã có", "MĐ 2"],
            ["TỔNG HỢP", "<", "<", "Mức độ 2"]).SignedOff());
        Assert.NotNull(form.Criteria[1].Doubt);
    }

    [Fact]
    public void Two_rows_in_one_are_doubted()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1.5],
            ["TT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["1", "Điều kiện học tập", "", "Mức độ 2"],
            ["1.1 1.2", "Có kế hoạch Bố trí kinh phí", "Đã có", "MĐ 2"],
            ["TỔNG HỢP", "<", "<", "Mức độ 2"]).SignedOff());
        Assert.Equal("1=2, 1.1=2?", UnitForms.Results(form));
    }

    [Fact]
    public void Words_above_a_table_name_its_columns_of_ticks()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([4, 1, 1, 1, 3], ["Nội dung tiêu chí, chỉ tiêu", "Không đạt", "Mức độ 1", "Mức độ 2", "Tóm tắt kết quả"]).WithoutLastTable().Table([4, 1, 1, 1, 3],
            ["1. Điều kiện học tập", "", "", "x", ""],
            ["1.1. Có kế hoạch làm việc", "", "", "x", "Đã có kế hoạch đầy đủ"],
            ["1.2. Bố trí kinh phí hằng năm", "", "", "x", "Đã có đủ kinh phí ngân sách"],
            ["2. Kết quả học tập", "", "x", "", ""],
            ["2.1. Tỷ lệ hoàn thành", "", "x", "", "Đạt 91% tổng số người"],
            ["2.2. Công dân học tập", "", "", "x", "Đạt 79% tổng số người"],
            ["TỔNG HỢP", "", "x", "", ""]).SignedOff());
        IsExpected(form);
        Assert.Equal("Đã có kế hoạch đầy đủ", form.Criteria[1].Summary);
    }

    [Theory]
    [InlineData("đạt", 0.9, "1=met, 1.1=met, 1.2=met?")]
    [InlineData("đạt", 1.0, "1=met, 1.1=met, 1.2=met")]
    [InlineData("g đạt", 0.9, "1=met, 1.1=met, 1.2=-?")]
    [InlineData("———— Đạt", 0.9, "1=met, 1.1=met, 1.2=-?")]
    [InlineData("- Đạt", 0.9, "1=met, 1.1=met, 1.2=met")]
    [InlineData("Không đạt", 0.9, "1=met, 1.1=met, 1.2=no")]
    public void What_may_be_left_of_not_met_is_doubted(string words, double confidence, string expected)
    {
        var page = new Paper().Corner("Phụ lục IIIb").Centre("BẢNG TỔNG HỢP").Centre("Đánh giá, công nhận “Cộng đồng học tập” cấp huyện mức độ 2 năm 2024").Read(with: confidence).Table([1, 4, 3, 1.5],
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá (Đạt/Không đạt)"],
            ["Tiêu chí 1", "Điều kiện", "", "Đạt"], ["Chỉ tiêu 1", "Có kế hoạch", "Đã có", "Đạt"], ["Chỉ tiêu 2", "Bố trí kinh phí", "Đủ", words], ["TỔNG HỢP", "<", "", "Đạt"]).SignedOff();
        var form = Assert.Single(UnitForms.Read(Paper.File("a.pdf", page)).Forms);
        Assert.Equal(expected, UnitForms.Results(form));
    }
}
