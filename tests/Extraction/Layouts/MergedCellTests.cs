using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Layouts;

/// <summary>Cells that are one only because the line between them was not found.</summary>
public sealed class MergedCellTests
{
    private static readonly double[] Ticks = [1, 4, 3, 1, 1, 1];
    private static readonly string[] Head = ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Không đạt", "Mức độ 1", "Mức độ 2"];

    // 9004-175: a dotted line below a shaded head was lost in the one column in which the row that the page before began goes on.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_head_that_took_the_rest_of_a_row_is_parted_from_it(bool isMerged)
    {
        var second = new Paper().Table(Ticks, Head, ["", "", "phí trong năm là 79 triệu đồng.", "", "", ""], ["1.2", "Bố trí kinh phí", "Đủ", "", "x", ""], ["TỔNG HỢP", "<", "<", "", "x", ""]);
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table(Ticks, Head, ["1", "Điều kiện học tập", "", "", "", "x"], ["1.1", "Có kế hoạch", "Đã chi kinh", "", "", "x"]),
            (isMerged ? second.WithoutLineBelow(0, 2) : second).SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=1", UnitForms.Results(form));
        Assert.Equal("Đã chi kinh phí trong năm là 79 triệu đồng.", form.Criteria[1].Summary);
    }

    // 9006-089: the tone mark of a word in the head stood as a word of its own, so that the words of one head seemed to stand apart.
    [Fact]
    public void A_head_with_heads_of_its_own_below_it_is_one_however_its_words_stand()
    {
        var paper = UnitForms.SummaryHead().Table(
            [2, 4, 1, 1, 1],
            ["STT", "Nội dung", "Kết", "quả thẩm định của hội đồng đánh giá", "<"], ["^", "^", "Mức độ 2", "Mức độ 1", "Không đạt"],
            ["1", "Điều kiện học tập", "x", "", ""], ["1.1", "Có kế hoạch", "", "x", ""], ["TỔNG HỢP", "<", "x", "", ""]).WithoutLines(0, 2, 4).ToneRead(0, 2, "jð", 0.5).SignedOff();
        var form = Assert.Single(DossierExtraction.Read(UnitForms.Catalogue, UnitForms.Dossier("unit-council"), [Paper.File("m18.pdf", paper)]).Forms);
        Assert.Equal("1=2, 1.1=1", UnitForms.Results(form));
    }

    // 9005-019: on a fax the line between two rows was lost in the columns of ticks.
    [Theory]
    [InlineData("x", "", "1=2, 1.1=1, 1.2=2, 1.3=2")]
    [InlineData("", "x", "1=2, 1.1=2, 1.2=1, 1.3=2")]
    public void Ticks_of_two_rows_in_one_cell_are_parted(string first, string second, string expected)
    {
        var paper = UnitForms.SummaryHead().Table(Ticks, Head, ["1", "Điều kiện học tập", "", "", "", "x"],
            ["1.1", "Có kế hoạch", "Đã có", "", first, second], ["1.2", "Bố trí kinh phí", "Đủ", "", second, first], ["1.3", "Tủ sách dùng chung", "Đủ", "", "", "x"], ["TỔNG HỢP", "<", "<", "", "x", ""], ["Xếp loại chung", "<", "<", "", "x", ""]);
        Assert.Equal(expected, UnitForms.Results(UnitForms.Summary(paper.WithoutLineBelow(2, 4).WithoutLineBelow(2, 5).SignedOff())));
    }

    // 9008-077: stretches of lines that shone through from the back parted some columns of a row.
    [Theory]
    [InlineData(0, 2)]
    [InlineData(0, 1)]
    public void A_row_parted_in_some_columns_is_one(int first, int second)
    {
        string[] upper = ["1.1", "Có kế hoạch", "Đã có", "", "", "x"], lower = ["", "", "", "", "", ""];
        (upper[first], lower[first]) = ("", upper[first]);
        (upper[second], lower[second]) = (second == 2 ? "Đã có" : "", second == 2 ? "" : upper[second]);
        for (var column = 0; column < lower.Length; column++) if (column != first && column != second) lower[column] = "^";
        Assert.Equal("1=2, 1.1=2, 1.2=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(
            Ticks, Head, ["1", "Điều kiện học tập", "", "", "", "x"], upper, lower, ["1.2", "Bố trí kinh phí", "Đủ", "", "x", ""], ["TỔNG HỢP", "<", "<", "", "x", ""]).SignedOff())));
    }
}
