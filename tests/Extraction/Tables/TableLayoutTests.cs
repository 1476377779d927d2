using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tests.Papers;
using static LearningSociety.Extraction.Tests.Tables.TickedTable;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Summary tables with criteria beside or below their indicators, and tables of which lines or heads were lost.</summary>
public sealed class TableLayoutTests
{
    private static readonly double[] Five = [1, 1, 4, 3, 1.5];

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
