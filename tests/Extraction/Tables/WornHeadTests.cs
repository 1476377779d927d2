using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Heads of tables of which some words were not read as they stand.</summary>
public sealed class WornHeadTests
{
    private static readonly double[] Ticks = [1, 4, 3, 1, 1, 1];

    // 9006-080: a tick was found in the head of a table that goes on over the page.
    [Theory]
    [InlineData("V Mức độ 2", "Mức độ 1", "Không đạt")]
    [InlineData("Mức độ 2", "Mức độ 1 v", "Không đạt")]
    [InlineData("Mức độ 2", "Mức độ 1", "x Kết quả không đạt,")]
    public void A_head_with_a_stroke_too_many_names_the_result_that_no_other_names(string first, string second, string third) =>
        Assert.Equal("1=2, 1.1=2, 1.2=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(
            Ticks, ["STT", "Nội dung", "Tóm tắt kết quả đạt được", first, second, third],
            ["1", "Điều kiện học tập", "", "x", "", ""], ["1.1", "Có kế hoạch", "Đủ", "x", "", ""], ["1.2", "Bố trí kinh phí", "Đủ", "", "x", ""], ["TỔNG HỢP", "<", "", "", "x", ""]).SignedOff())));

    // 9006-080
    [Fact]
    public void A_repeated_head_is_the_one_of_the_page_before_where_that_was_read_better() =>
        Assert.Equal("1=2, 1.1=2, 1.2=1", UnitForms.Results(UnitForms.Summary(
            UnitForms.SummaryHead().Table(
                Ticks, ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Mức độ 2", "Mức độ 1", "Không đạt"], ["1", "Điều kiện học tập", "", "x", "", ""], ["1.1", "Có kế hoạch", "Đủ", "x", "", ""]),
            new Paper().Table(
                Ticks, ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Mức độ Ơ", "Mức độ \\", "Không đạt"], ["1.2", "Bố trí kinh phí", "Đủ", "", "x", ""], ["TỔNG HỢP", "<", "", "", "x", ""]).SignedOff())));

    // 9007-191: on a fax the line below "Kết quả" ran on across the whole head.
    [Theory]
    [InlineData("Kết quả đánh giá", "<", "<")]
    [InlineData("Kết", "quả đánh giá", "<")]
    public void A_line_across_the_head_parts_no_table(string first, string second, string third) =>
        Assert.Equal("1=2, 1.1=2, 1.2=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(
            [1, 4, 1, 1, 1, 3], ["", "", first, second, third, ""], ["STT", "Nội dung tiêu chí, chỉ tiêu", "Mức độ 2", "Mức độ 1", "Không đạt", "Tóm tắt kết quả"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            ["1", "Điều kiện học tập", "x", "", "", ""], ["1.1", "Có kế hoạch", "x", "", "", "Đủ"], ["1.2", "Bố trí kinh phí", "", "x", "", "Đủ"], ["TỔNG HỢP", "<", "", "x", "", ""]).SignedOff())));

    // 9017-089: on a coarse fax the head of the labels was a letter off, and the rows of the page had none.
    [Theory]
    [InlineData("Chỉ tiên")]
    [InlineData("Chi ticu")]
    public void A_head_that_is_a_letter_off_is_the_usual_one(string indicator) =>
        Assert.Equal("1=2, 1.1=2, 1.2=1, 2=1, 2.1=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(
            [2, 2, 4, 3, 2], ["Tiêu chí", indicator, "Nội dung", "Kết quả thực hiện", "Kết quả đánh giá"],
            ["Tiêu chí I", "Điều kiện học tập", "<", "<", "MĐ2"], ["^", "Chỉ tiêu 1", "Có kế hoạch", "Đủ", "MĐ2"], ["^", "Chỉ tiêu 2", "Bố trí kinh phí", "Đủ", "MĐ1"],
            ["Tiêu chí II", "Kết quả học tập", "<", "<", "MĐ1"], ["^", "Chỉ tiêu 1", "Tỷ lệ hoàn thành", "Đủ", "MĐ1"], ["KẾT QUẢ CHUNG", "<", "<", "<", "MĐ1"]).SignedOff())));

    // 9300-007: the line left of "quả đánh giá" was found where none is, so that the first result stood under a head of its own.
    [Fact]
    public void A_head_over_the_results_that_a_false_line_parts()
    {
        string[][] body = [.. TickedTable.Ticked[1..].Select(row => (string[])[row[0], row[1], row[5], .. row[2..5]])];
        body[^1][1] = "<";
        TickedTable.IsExpected(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1.5, 1.5, 1.5],
            [["Số TT", "", "", "Kết", "quả đánh giá", "<"], ["^", "Nội dung", "Tóm tắt kết quả", "Không đạt", "Mức độ 1", "Mức độ 2"], .. body]).SignedOff()));
    }
}
