using LearningSociety.Domain.Text;

namespace LearningSociety.Domain.Tests.Text;

/// <summary>Slips that recognition is known for count less the more often they are seen.</summary>
public sealed class ReadingSlipTests
{
    [Theory]
    [InlineData("tổng hợp", "tống hợp", "tồng hợp")]
    [InlineData("tổng hợp", "tồng hợp", "tang hợp")]
    [InlineData("đạt", "dạt", "bạt")]
    [InlineData("mức độ l", "mức độ 1", "mức độ 2")]
    [InlineData("không đạt", "khong đat", "không mặt")]
    [InlineData("rnức độ", "mức độ", "vức độ")]
    [InlineData("Kinh Môn", "Kinh Mồn", "Kinh Mận")]
    public void The_first_is_likelier_than_the_second(string text, string likelier, string lessLikely) =>
        Assert.True(TextSimilarity.OfMarked(text, likelier) > TextSimilarity.OfMarked(text, lessLikely));

    [Theory]
    [InlineData("An Phụ", "An Phú", 0.9, 0.99)]
    [InlineData("An Phụ", "An Phụ", 1, 1)]
    [InlineData("hòa", "hoà", 1, 1)]
    [InlineData("số 1", "số 7", 0, 0.76)]
    public void Marks_count_a_little_and_digits_fully(string a, string b, double atLeast, double atMost) =>
        Assert.InRange(TextSimilarity.OfMarked(a, b), atLeast, atMost);
}
