using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Every layout of a summary table that localities print gives the same rows.</summary>
public sealed class CriterionTableTests
{
    private const string Expected = "1=2, 1.1=2, 1.2=2, 2=1, 2.1=1, 2.2=2";
    private static readonly double[] Four = [1, 4, 3, 1.5];

    private static void IsExpected(FormReading form, Result? declared = Result.Level1)
    {
        Assert.Equal(Expected, UnitForms.Results(form));
        Assert.True(form.HasOverallRow);
        Assert.Equal(declared, form.Declared?.Value);
    }

    [Fact]
    public void One_column_of_words()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá (Không đạt, mức độ 1, mức độ 2)"],
            ["Tiêu chí 1: Điều kiện học tập", "<", "", "Mức độ 2"],
            ["Chỉ tiêu 1", "Có kế hoạch", "Đã có", "MĐ 2"],
            ["Chỉ tiêu 2", "Bố trí kinh phí", "Đủ", "MĐ2"],
            ["Tiêu chí 2: Kết quả học tập", "<", "", "Đạt mức độ 1"],
            ["Chỉ tiêu 1", "Tỷ lệ hoàn thành", "91%", "Mức 1"],
            ["Chỉ tiêu 2", "Công dân học tập", "79%", "Đạt mức độ 2"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff());
        IsExpected(form);
        Assert.Equal("Đã có", form.Criteria[1].Summary);
        Assert.Equal("Có kế hoạch", form.Criteria[1].Text);
        Assert.Equal(1, form.Criteria[0].ResultPlace!.Page);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("X")]
    [InlineData("+")]
    [InlineData("✓")]
    [InlineData(":selected:")]
    public void Three_columns_of_ticks(string tick)
    {
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1, 1, 1],
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá", "<", "<"],
            ["^", "^", "^", "Không đạt", "Mức độ 1", "Mức độ 2"],
            ["Tiêu chí 1: Điều kiện học tập", "<", "", "", "", tick],
            ["Chỉ tiêu 1", "Có kế hoạch", "Đã có", "", "", tick],
            ["Chỉ tiêu 2", "Bố trí kinh phí", "Đủ", "", "", tick],
            ["Tiêu chí 2: Kết quả học tập", "<", "", "", tick, ""],
            ["Chỉ tiêu 1", "Tỷ lệ hoàn thành", "91%", "", tick, ""],
            ["Chỉ tiêu 2", "Công dân học tập", "79%", "", "", tick],
            ["TỔNG HỢP", "<", "", "", tick, ""]).SignedOff()));
    }

    [Fact]
    public void Two_columns_of_ticks_without_a_summary_column()
    {
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 5, 1, 1],
            ["TT", "Tiêu chí, chỉ tiêu", "Mức độ 1", "Mức độ 2"],
            ["I", "Điều kiện học tập", "", "x"],
            ["1", "Có kế hoạch", "", "x"],
            ["2", "Bố trí kinh phí", "", "x"],
            ["II", "Kết quả học tập", "x", ""],
            ["1", "Tỷ lệ hoàn thành", "x", ""],
            ["2", "Công dân học tập", "", "x"],
            ["", "TỔNG HỢP", "x", ""]).SignedOff()));
    }

    [Fact]
    public void Columns_in_another_order()
    {
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 1.5, 4, 3],
            ["STT", "Kết quả đánh giá", "Nội dung tiêu chí, chỉ tiêu", "Minh chứng"],
            ["1", "Mức độ 2", "Điều kiện học tập", ""],
            ["1.1", "Mức độ 2", "Có kế hoạch", "Kế hoạch số 12"],
            ["1.2", "Mức độ 2", "Bố trí kinh phí", "Đủ"],
            ["2", "Mức độ 1", "Kết quả học tập", ""],
            ["2.1", "Mức độ 1", "Tỷ lệ hoàn thành", "91%"],
            ["2.2", "Mức độ 2", "Công dân học tập", "79%"],
            ["Kết quả chung", "Mức độ 1", "", ""]).SignedOff()));
    }

    [Fact]
    public void Numbers_of_columns_under_the_head()
    {
        IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 2],
            ["TT", "Nội dung tiêu chí, chỉ tiêu", "Xếp loại"],
            ["(1)", "(2)", "(3)"],
            ["1", "Tiêu chí 1: Điều kiện học tập", "MĐ2"],
            ["2", "Chỉ tiêu 1.1: Có kế hoạch", "MĐ2"],
            ["3", "Chỉ tiêu 1.2: Bố trí kinh phí", "MĐ2"],
            ["4", "Tiêu chí 2: Kết quả học tập", "MĐ1"],
            ["5", "Chỉ tiêu 2.1: Tỷ lệ hoàn thành", "MĐ1"],
            ["6", "Chỉ tiêu 2.2: Công dân học tập", "MĐ2"],
            ["", "Tổng hợp chung", "MĐ1"]).SignedOff()));
    }

    [Fact]
    public void The_next_page_repeats_no_head()
    {
        IsExpected(UnitForms.Summary(
            UnitForms.SummaryHead().Table(Four,
                ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
                ["Tiêu chí 1: Điều kiện học tập", "<", "", "Mức độ 2"],
                ["Chỉ tiêu 1", "Có kế hoạch", "Đã có", "Mức độ 2"],
                ["Chỉ tiêu 2", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
                ["Tiêu chí 2: Kết quả học tập", "<", "", "Mức độ 1"]),
            new Paper().Table(Four,
                ["Chỉ tiêu 1", "Tỷ lệ hoàn thành", "91%", "Mức độ 1"],
                ["Chỉ tiêu 2", "Công dân học tập", "79%", "Mức độ 2"],
                ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff()));
    }

    [Fact]
    public void The_page_ends_within_a_row()
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table(Four,
                ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
                ["Tiêu chí 1: Điều kiện học tập", "<", "", "Mức độ 2"],
                ["Chỉ tiêu 1", "Có kế hoạch", "Đã có", "Mức độ 2"],
                ["Chỉ tiêu 2", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
                ["Tiêu chí 2: Kết quả học tập", "<", "", "Mức độ 1"],
                ["Chỉ tiêu 1", "Tỷ lệ hoàn thành", "Đạt 91%,", ""]),
            new Paper().Table(Four,
                ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
                ["", "kế hoạch học tập", "tăng 2%", "Mức độ 1"],
                ["Chỉ tiêu 2", "Công dân học tập", "79%", "Mức độ 2"],
                ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff());
        IsExpected(form);
        Assert.Equal("Tỷ lệ hoàn thành kế hoạch học tập", form.Criteria[4].Text);
        Assert.Equal("Đạt 91%, tăng 2%", form.Criteria[4].Summary);
    }

    [Fact]
    public void Points_stay_points()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 5, 1, 1],
            ["TT", "Tiêu chí, chỉ tiêu", "Điểm tối đa", "Điểm tự chấm"],
            ["I", "Điều kiện học tập", "40", "35,5"],
            ["1", "Có kế hoạch", "20", "20"],
            ["2", "Bố trí kinh phí", "20", "15,5"],
            ["", "Tổng điểm", "100", "86"]).SignedOff());
        Assert.Equal([(1, null, 35.5m, 40m), (1, 1, 20m, 20m), (1, 2, 15.5m, 20m)], form.Criteria.Select(row => (row.Criterion, row.Indicator, row.Score!.Value, row.MaxScore!.Value)));
        Assert.All(form.Criteria, row => Assert.Null(row.Result));
    }

    [Fact]
    public void Two_ticks_in_a_row_are_a_doubt_and_none_is_a_blank()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1, 1, 1],
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Không đạt", "Mức độ 1", "Mức độ 2"],
            ["Tiêu chí 1: Điều kiện", "<", "", "", "x"],
            ["Chỉ tiêu 1", "Có kế hoạch", "", "x", "x"],
            ["Chỉ tiêu 2", "Bố trí kinh phí", "", "", ""],
            ["TỔNG HỢP", "<", "", "", ""]).SignedOff());
        Assert.Equal("1=2, 1.1=-?, 1.2=-", UnitForms.Results(form));
        Assert.True(form.HasOverallRow);
        Assert.Null(form.Declared);
        Assert.Null(form.OverallDoubt);
        Assert.NotNull(form.OverallPlace);
    }

    [Theory]
    [InlineData("\\", "x")]
    [InlineData("⁄", "x")]
    public void A_scratch_beside_a_tick_is_no_second_tick(string scratch, string tick)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1, 1, 1],
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Không đạt", "Mức độ 1", "Mức độ 2"],
            ["Tiêu chí 1: Điều kiện", "<", "", "", "x"],
            ["Chỉ tiêu 1", "Có kế hoạch", "", scratch, tick],
            ["TỔNG HỢP", "<", "", "", "x"]).SignedOff());
        Assert.Equal("1=2, 1.1=2", UnitForms.Results(form));
    }

    [Theory]
    [InlineData("19", "4", true)]
    [InlineData("18", "4", false)]
    [InlineData("19", "", false)]
    public void Points_read_weakly_are_borne_out_by_the_sum_of_their_criterion(string whole, string last, bool isSure)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 1, 1],
            ["TT", "Tiêu chí, chỉ tiêu", "Điểm tối đa", "Điểm tự chấm"],
            ["1", "Điều kiện học tập", "20", whole],
            ["1.1", "Có kế hoạch", "10", "10"],
            ["1.2", "Bố trí kinh phí", "5", "5"],
            ["1.3", "Hằng quý có kiểm tra", "5", last],
            ["TỔNG HỢP", "<", "20", "19"]).Unsure(whole, 0.5).SignedOff());
        Assert.Equal(isSure, form.Criteria[0].Score!.Confidence.Value >= 0.7);
        Assert.Equal(whole, $"{form.Criteria[0].Score!.Value}");
    }

    [Theory]
    [InlineData("Mức", "độ", 0.9)]
    [InlineData("Mức", "đệ", 0.7)]
    public void The_digit_of_a_level_decides_how_sure_it_is(string unsure, string word, double least)
    {
        var page = UnitForms.SummaryHead().Table(Four,
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
            ["Tiêu chí 1: Điều kiện", "<", "", "Mức độ 2"],
            ["Chỉ tiêu 1", "Có kế hoạch", "Đã có", $"{unsure} {word} 2"]).Unsure(unsure, 0.1).Unsure(word, 0.1).SignedOff();
        Assert.All(UnitForms.Summary(page).Criteria, row => Assert.True(row.Result!.Confidence.Value >= least));
    }

    [Fact]
    public void Ink_that_means_nothing_is_a_doubt()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
            ["Tiêu chí 1: Điều kiện", "<", "", "Mức độ 2"],
            ["Chỉ tiêu 1", "Có kế hoạch", "Đã có", "§ã¬:"],
            ["TỔNG HỢP", "<", "", "Mức độ"]).SignedOff());
        Assert.Equal("1=2, 1.1=-?", UnitForms.Results(form));
        Assert.NotNull(form.OverallDoubt);
    }

    [Fact]
    public void A_label_that_cannot_be_read_gets_the_next_number_and_a_doubt()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
            ["Tiêu chí 1: Điều kiện", "<", "", "Mức độ 2"],
            ["Chỉ tiêu 1", "Có kế hoạch", "Đã có", "Mức độ 2"],
            ["Œ~ị", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            ["vihọ củ _ Kết quả học tập", "<", "", "Mức độ 1"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=2?, 2=1?", UnitForms.Results(form));
    }

    [Fact]
    public void A_criterion_without_its_number_is_the_next_one_and_a_lost_point_is_put_back()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
            ["Tiêu chí 1", "Điều kiện học tập", "", "Mức độ 2"],
            ["Chỉ tiêu 1.1", "Có kế hoạch", "Đã có", "Mức độ 2"],
            ["Tiêu chí", ": Kết quả học tập", "", "Mức độ 1"],
            ["Chỉ tiêu 21", "Tỷ lệ hoàn thành", "91%", "Mức độ 1"],
            ["Chỉ tiêu 2.2", "Công dân học tập", "79%", "Mức độ 2"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 2=1, 2.1=1, 2.2=2", UnitForms.Results(form));
    }

    [Fact]
    public void Short_labels_with_misread_digits_are_numbered_by_their_order()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
            ["TC1", "Điều kiện học tập", "", "Mức độ 2"],
            ["CT1.1", "Có kế hoạch", "Đã có", "Mức độ 2"],
            ["CT1.z", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            ["CT1.S", "Hằng quý có kiểm tra", "Đủ", "Mức độ 2"],
            ["CT1.2", "Công khai đến từng cá nhân", "Đủ", "Mức độ 2"],
            ["TCB", "Kết quả học tập", "", "Mức độ 1"],
            ["CT2.1", "Tỷ lệ hoàn thành", "91%", "Mức độ 1"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=2, 1.3=2, 1.4=2, 2=1, 2.1=1", UnitForms.Results(form));
    }

    [Fact]
    public void A_misread_letter_before_a_bracket_is_the_next_one()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            ["Số TT", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
            ["1", "Điều kiện học tập", "", "Mức độ 2"],
            ["a)", "Có kế hoạch", "Đã có", "Mức độ 2"],
            ["b)", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            ["€)", "Hằng quý có kiểm tra", "Đủ", "Mức độ 2"],
            ["2", "Kết quả học tập", "", "Mức độ 1"],
            ["8)", "Tỷ lệ hoàn thành", "91%", "Mức độ 1"],
            ["b)", "Công dân học tập", "79%", "Mức độ 2"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=2, 1.3=2, 2=1, 2.1=1, 2.2=2", UnitForms.Results(form));
    }

    [Fact]
    public void The_rest_of_a_cut_row_below_a_repeated_head_is_no_head()
    {
        double[] columns = [1, 1, 4, 3, 1, 1];
        string[][] head = [["Tiêu chí", "Chỉ tiêu", "Nội dung", "Kết quả thực hiện", "Tự đánh giá", "<"], ["^", "^", "^", "^", "Mức độ 1", "Mức độ 2"]];
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table(columns, [.. head,
                ["Tiêu chí 1", "", "Điều kiện học tập", "", "", "x"],
                ["", "1.1", "Có kế hoạch và đạt", "Đã có", "", "x"]]),
            new Paper().Table(columns, [.. head,
                ["", "", "kết quả tích cực", "", "", ""],
                ["", "1.2", "Bố trí kinh phí", "Đủ", "", "x"],
                ["Tiêu chí 2", "", "Kết quả học tập", "", "x", ""],
                ["", "2.1", "Tỷ lệ hoàn thành", "91%", "x", ""],
                ["TỔNG HỢP", "<", "<", "<", "x", ""]]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=1", UnitForms.Results(form));
    }
}
