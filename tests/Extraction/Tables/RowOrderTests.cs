using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Labels that were misread for others, told by the rows beside them.</summary>
public sealed class RowOrderTests
{
    private static readonly double[] Four = [1, 4, 3, 1.5];

    // What is read of a form whose table has these rows, and the overall one below them.
    private static string Results(params string[][] rows) => UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(
        Four, [["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"], .. rows, ["TỔNG HỢP", "<", "<", "Mức độ 1"]]).SignedOff()));

    [Theory]
    [InlineData("3", "3.2")] // 9006-081
    [InlineData("2.1", "3.2")] // 9006-128
    [InlineData("Chỉ tiêu 3", "3.2")] // 9015-008
    [InlineData("3.1", "3.2")]
    public void What_stands_right_before_the_second_indicator_is_the_first(string label, string next) =>
        Assert.Equal("2=2, 2.1=2, 2.2=2, 3=1, 3.1=1, 3.2=2", Results(
            ["Tiêu chí 2", "Điều kiện học tập", "", "Mức độ 2"], ["2.1", "Có kế hoạch", "Đã có", "Mức độ 2"], ["2.2", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            ["Tiêu chí 3", "Kết quả học tập", "", "Mức độ 1"], [label, "Tỷ lệ hoàn thành", "91%", "Mức độ 1"], [next, "Công dân học tập", "79%", "Mức độ 2"]));

    [Fact]
    public void A_number_far_out_of_order_is_a_misreading_and_a_doubt()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
            ["1", "Điều kiện học tập", "", "Mức độ 2"],
            ["1.1", "Có kế hoạch", "Đã có", "Mức độ 2"],
            ["2", "Kết quả học tập", "", "Mức độ 1"],
            ["2.1", "Tỷ lệ hoàn thành", "91%", "Mức độ 1"],
            ["32", "Văn hóa đọc", "", "Mức độ 1"],
            ["3.1", "Có tủ sách", "Đã có", "Mức độ 1"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 2=1, 2.1=1, 3=1, 3.1=1", UnitForms.Results(form));
        Assert.InRange(form.Criteria[^2].Result!.Confidence.Value, 0.7, 0.85);
    }

    // 9007-085: "3. Thực hiện" was read as "3. 1 hưc hiện", and counted as the 1 of criterion 3.
    [Fact]
    public void One_dotted_number_among_plain_ones_is_plain() =>
        Assert.Equal("1=2, 1.1=2, 1.2=2, 1.3=2, 2=1, 2.1=1, 2.2=2", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(
            Four, ["Tiêu chí", "Chỉ tiêu", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
            ["Tiêu chí 1", "Điều kiện học tập", "", "Mức độ 2"], ["", "1. Có kế hoạch", "Đã có", "Mức độ 2"], ["", "2. Bố trí kinh phí", "Đủ", "Mức độ 2"], ["", "3. 1 hưc hiện quy chế", "Đủ", "Mức độ 2"],
            ["Tiêu chí 2", "Kết quả học tập", "", "Mức độ 1"], ["", "1. Tỷ lệ hoàn thành", "91%", "Mức độ 1"], ["", "2. Công dân học tập", "79%", "Mức độ 2"],
            ["TỔNG HỢP", "<", "<", "Mức độ 1"]).SignedOff())));

    // 9010-000: a speck made "41" of the first 1, and 36 criteria were told as missing.
    [Fact]
    public void No_table_begins_with_criterion_41() =>
        Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=1", Results(
            ["41", "Điều kiện học tập", "", "Mức độ 2"], ["1.1", "Có kế hoạch", "Đã có", "Mức độ 2"], ["1.2", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            ["2", "Kết quả học tập", "", "Mức độ 1"], ["2.1", "Tỷ lệ hoàn thành", "91%", "Mức độ 1"]));

    // 9009-105: the table of the first page was not found, and III on the second was counted as I.
    [Fact]
    public void A_table_whose_beginning_is_lost_begins_with_the_numeral_that_is_printed() =>
        Assert.Equal("3=1, 3.1=1, 3.2=2, 4=2, 4.1=2, 4.2=2", Results(
            ["III. Sự tham gia học tập", "<", "", "Mức độ 1"], ["1", "Tỷ lệ tham gia", "69%", "Mức độ 1"], ["2", "Tự học", "Đủ", "Mức độ 2"],
            ["IV. Hiệu quả của việc học", "<", "", "Mức độ 2"], ["1", "Hoàn thành chỉ tiêu", "91%", "Mức độ 2"], ["2", "Có sáng kiến", "79%", "Mức độ 2"]));

    // The border of a column ran through the words.
    [Theory]
    [InlineData("TỐ-", "<", "G HỢP")] // 9006-092
    [InlineData("TỐNG L-", "ỢP", "<")] // 9006-005
    public void The_overall_row_parted_by_a_border_is_one(string label, string text, string summary)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(
            Four, ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"],
            ["Tiêu chí 1", "Điều kiện học tập", "", "Mức độ 2"], ["1.1", "Có kế hoạch", "Đã có", "Mức độ 2"], ["1.2", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            [label, text, summary, "Mức độ 1"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=2", UnitForms.Results(form));
        Assert.Equal("1", UnitForms.Name(form.Declared?.Value));
    }
}
