using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Layouts;

/// <summary>Pieces of a broken border that recognition took for letters.</summary>
public sealed class BorderStrokeTests
{
    // 9006-012: the right border of a fax stood behind every result as "Ị", "|" or "1", and a level 2 was taken for a level 1.
    [Theory]
    [InlineData("Ị")]
    [InlineData("|")]
    [InlineData("1")]
    public void A_stroke_on_the_border_of_a_result_is_none_of_its_letters(string stroke)
    {
        var paper = UnitForms.SummaryHead().Table([1, 5, 4, 2],
            ["STT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"], ["1", "Điều kiện học tập", "", "Mức độ 2"], ["1.1", "Có kế hoạch", "Đã có", "Đạt mức độ 2"], ["TỔNG HỢP", "<", "<", "Mức độ 2"])
            .BorderRead(1, 3, stroke).BorderRead(2, 3, stroke).BorderRead(3, 3, stroke);
        var form = UnitForms.Summary(paper.SignedOff());
        Assert.Equal("1=2, 1.1=2", UnitForms.Results(form));
        Assert.Equal("2", UnitForms.Name(form.Declared?.Value));
        Assert.All(form.Criteria, row => Assert.True(row.Result!.Confidence.Value >= 0.9));
    }
}
