using LearningSociety.Extraction.Tables;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>How rows are labelled.</summary>
public sealed class RowLabelTests
{
    [Theory]
    [InlineData("Tiêu chí 1: Điều kiện học tập", "", "Criterion 1")]
    [InlineData("\"Tiêu chí 4: Tác dụng", "", "Criterion 4")]
    [InlineData("Tiều chi 2", "", "Criterion 2")]
    [InlineData("Tiêu chí I", "", "Criterion 1")]
    [InlineData("Chỉ tiêu 3", "", "Indicator 3")]
    [InlineData("Chỉ tiêu2", "", "Indicator 2")]
    [InlineData("Chi tiêu 1.2", "", "Indicator 2 of 1")]
    [InlineData("1.2", "Có kế hoạch", "Dotted 2 of 1")]
    [InlineData("2", "Có kế hoạch", "Plain 2")]
    [InlineData("2.", "Có kế hoạch", "Plain 2")]
    [InlineData("", "2. Có kế hoạch", "Plain 2")]
    [InlineData("IV", "Hiệu quả", "Roman 4")]
    [InlineData("a)", "Có kế hoạch", "Letter 1")]
    [InlineData("7", "Chỉ tiêu 2: Bố trí", "Indicator 2")]
    [InlineData("TỔNG HỢP", "", "Overall 0")]
    [InlineData("TỔỐNG HỢP", "", "Overall 0")]
    [InlineData("", "Tổng cộng", "Overall 0")]
    [InlineData("", "kế hoạch học tập hằng năm", "None 0")]
    [InlineData("", "12 buổi tuyên truyền", "None 0")]
    [InlineData("Tiêu chí, chỉ tiêu", "", "None 0")]
    public void Labels(string label, string text, string expected)
    {
        var read = RowLabel.Read([label], text);
        Assert.Equal(expected, $"{read.Kind} {read.Number}{(read.Of > 0 ? $" of {read.Of}" : "")}");
    }
}
