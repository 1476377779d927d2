using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Rows that the end of a page cut.</summary>
public sealed class CutRowTests
{
    private static readonly double[] Ticks = [1, 4, 3, 1, 1, 1];
    private static readonly string[] Head = ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Không đạt", "Mức độ 1", "Mức độ 2"];

    // 9005-081: the end of the page went through the tick, and the half on the next page pushed all rows below it by one.
    [Theory]
    [InlineData("hằng năm", "", "x", "1=2, 1.1=2, 1.2=1, 1.3=2")]
    [InlineData("", "", "x", "1=2, 1.1=2, 1.2=1, 1.3=2")]
    [InlineData("Bố trí đủ kinh phí", "x", "", "1=2, 1.1=2, 1.2=1, 1.3=1, 1.4=2")]
    public void A_tick_on_both_pages_is_one(string rest, string level1, string level2, string expected) => Assert.Equal(expected, UnitForms.Results(UnitForms.Summary(
        UnitForms.SummaryHead().Table(Ticks, Head, ["Tiêu chí 1", "Điều kiện học tập", "", "", "", "x"], ["Chỉ tiêu 1", "Có kế hoạch học tập", "Đã có", "", "", "x"]),
        new Paper().Table(Ticks,
            ["", rest, "từ tháng 3.", "", level1, level2],
            [level1 == "x" ? "Chỉ tiêu 3" : "Chỉ tiêu 2", "Bố trí kinh phí", "Đủ", "", "x", ""],
            [level1 == "x" ? "Chỉ tiêu 4" : "Chỉ tiêu 3", "Có tủ sách", "Đã có", "", "", "x"],
            ["TỔNG HỢP", "<", "<", "", "x", ""]).SignedOff())));

    // 9009-191: a fax lost the last border of the second page; its ticks were taken for those of the columns beside, and rows for blank.
    [Fact]
    public void A_second_page_without_the_last_column_has_the_others_where_they_were() => IsReadWith(page => page.OpenAtRight());

    // 9014-032
    [Fact]
    public void A_second_page_photographed_from_nearer_has_its_columns_by_their_share_of_the_width() => IsReadWith(page => page.Wider(1.055));

    private static void IsReadWith(Func<Paper, Paper> secondTable) => Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=2", UnitForms.Results(UnitForms.Summary(
        UnitForms.SummaryHead().Table([1, 4, 4, 1.5, 1, 1, 1, 0.9], ["TT", "Nội dung", "Tóm tắt kết quả đạt được", "Minh chứng", "Không đạt", "Mức độ 1", "Mức độ 2", "Ghi chú"],
            ["1", "Điều kiện học tập", "", "", "", "", "x", ""], ["1.1", "Có kế hoạch học tập", "Đã có", "MC 1", "", "", "x", ""]),
        secondTable(new Paper().Table([1, 4, 4, 1.5, 1, 1, 1, 0.9],
            ["1.2", "Bố trí kinh phí", "Đủ", "MC 2", "", "", "x", ""], ["2", "Kết quả học tập", "", "", "", "x", "", ""], ["2.1", "Có tủ sách", "Đã có", "BC 4", "", "", "x", ""],
            ["TỔNG HỢP", "<", "<", "<", "", "x", "", ""])).SignedOff())));
}
