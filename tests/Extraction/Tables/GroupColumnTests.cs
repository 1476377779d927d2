using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Criteria in tall cells, and what only looks like them.</summary>
public sealed class GroupColumnTests
{
    private static readonly double[] Four = [2, 3, 3, 1.5];
    private static readonly string[] Head = ["Tiêu chí", "Chỉ tiêu", "Tóm tắt kết quả", "Kết quả đánh giá"];

    // 9005-020: the row that closes a criterion came right below a repeated head, and was taken for its second row.
    // 9015-033: its numeral was lost, as the "I" of its tall cell was.
    [Theory]
    [InlineData("I. Công tác lãnh đạo", "Kết quả tiêu chí I")]
    [InlineData("L. Công tác lãnh đạo", "Kết quả tiêu chí")]
    public void A_row_that_closes_a_criterion_on_the_next_page_is_no_head(string group, string closing) => Assert.Equal(
        "1.1=2, 1.2=2, 1=2, 2.1=1, 2.2=2, 2=1", UnitForms.Results(UnitForms.Summary(
            UnitForms.SummaryHead().Table(Four, Head,
                [group, "1. Có kế hoạch", "Đã có", "Mức độ 2"],
                ["^", "2. Bố trí kinh phí", "Đủ", "Đạt mức độ 2"]),
            new Paper().Table(Four, Head,
                ["", closing, "<", "Mức độ 2"],
                ["II. Kết quả học tập", "1. Tỷ lệ hoàn thành", "91%", "MĐ1"],
                ["^", "2. Công dân học tập", "79%", "Đạt mức độ 2"],
                ["^", "Kết quả tiêu chí II", "<", "Mức độ 1"],
                ["TỔNG HỢP", "<", "<", "Mức độ 1"]).SignedOff())));

    // 9005-000: a false line through the tick cells of one row made its other cells tall; the Roman numerals beside it were misread.
    [Fact]
    public void A_row_that_a_false_line_parts_names_no_criterion() => Assert.Equal(
        "1=2, 1.1=2, 1.2=2, 2=2, 2.1=2, 3=2, 3.1=2", UnitForms.Results(UnitForms.Summary(
            UnitForms.SummaryHead().Table([1, 4, 3, 1, 1, 1, 1], ["Số TT", "Nội dung", "Tóm tắt kết quả đạt được", "Minh chứng", "Không đạt", "Mức độ 1", "Mức độ 2"],
                ["1.", "Điều kiện học tập của đơn vị", "", "", "", "", "x"],
                ["1.", "Có kế hoạch học tập hằng năm", "Đã có", "MC 17", "", "", "x"],
                ["2.", "Bố trí kinh phí", "Đủ", "MC 18", "", "", "x"],
                ["^", "^", "^", "", "", "", ""],
                ["H.", "Kết quả học tập", "", "", "", "", "x"],
                ["1.", "Tỷ lệ hoàn thành", "91%", "MC 19", "", "", "x"],
                ["IH.", "Văn hóa đọc", "", "", "", "", "x"],
                ["1.", "Có tủ sách", "Đã có", "MC 20", "", "", "x"],
                ["TỔNG HỢP", "<", "", "", "", "", "x"]).SignedOff())));

    // 9005-132: the first numeral was lost, the others misread but for one; 9014-054, 9013-163, 9014-002.
    [Theory]
    [InlineData("", "H", "IV")]
    [InlineData("", "H", "VI")]
    [InlineData("I", "", "H")]
    [InlineData("I", "II", "IV", "Iu")]
    [InlineData("1", "II", "IV", "IM.")]
    [InlineData("I", "II", "IV", "III", "Ì")]
    public void Numerals_that_were_misread_are_told_by_the_ones_below_them(string first, string second, string last, string third = "IH", string one = "1") => Assert.Equal(
        "1=2, 1.1=2, 2=2, 2.1=2, 2.2=2, 3=1, 3.1=1, 4=2, 4.1=2", UnitForms.Results(UnitForms.Summary(
            UnitForms.SummaryHead().Table([1, 4, 3, 1.5], ["Số TT", "Nội dung", "Tóm tắt kết quả đạt được", "Tự đánh giá"],
                [first, "Điều kiện học tập của đơn vị", "", "Mức độ 2"],
                ["1", "Có kế hoạch học tập hằng năm", "Đã có", "Mức độ 2"],
                [second, "Kết quả học tập", "", "Mức độ 2"],
                [one, "Tỷ lệ hoàn thành", "91%", "Mức độ 2"],
                ["2", "Công dân học tập", "79%", "Mức độ 2"],
                [third, "Hiệu quả của việc học", "", "Mức độ 1"],
                ["1", "Có sáng kiến", "Đã có", "Mức độ 1"],
                [last, "Văn hóa đọc", "", "Mức độ 2"],
                ["1", "Có tủ sách", "Đã có", "Mức độ 2"],
                ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff())));

    // 9005-135: a stroke of a false line between the letters of one cell, which all others beside it run across.
    [Fact]
    public void A_cell_that_a_false_stroke_parts_makes_no_criterion_of_its_row() => Assert.Equal(
        "1=2, 1.1=2, 1.2=2, 2=2, 2.1=2", UnitForms.Results(UnitForms.Summary(
            UnitForms.SummaryHead().Table([1, 1, 3, 3, 1, 1, 1], ["Số TT", "Nội dung", "<", "Tóm tắt kết quả đạt được", "Không đạt", "Mức độ 1", "Mức độ 2"],
                ["1", "Điều kiện học tập", "<", "", "", "", "x"],
                ["1", "1.", "Có kế hoạch học tập hằng năm", "Đã có", "", "", "x"],
                ["^", "h n", "^", "^", "^", "^", "^"],
                ["2", "Bố trí kinh phí", "<", "Đủ", "", "", "x"],
                ["II", "Văn hóa đọc", "<", "", "", "", "x"],
                ["1", "Có tủ sách", "<", "Đã có", "", "", "x"],
                ["TỔNG HỢP", "<", "<", "", "", "", "x"]).SignedOff())));
}
