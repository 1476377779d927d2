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
    [InlineData("2,", "Có kế hoạch", "Plain 2")] // 9015-023: the comma is a point on a worn page
    [InlineData("", "2, Có kế hoạch", "Plain 2")] // 9015-063
    [InlineData("IV", "Hiệu quả", "Roman 4")]
    [InlineData("", "IV, Tác dụng của việc", "Roman 4")] // 9015-063
    [InlineData("a)", "Có kế hoạch", "Letter 1")]
    [InlineData("7", "Chỉ tiêu 2: Bố trí", "Indicator 2")]
    [InlineData("TỔNG HỢP", "", "Overall 0")]
    [InlineData("TỔỐNG HỢP", "", "Overall 0")]
    [InlineData("", "Tổng cộng", "Overall 0")]
    [InlineData("", "kế hoạch học tập hằng năm", "None 0")]
    [InlineData("", "12 buổi tuyên truyền", "None 0")]
    [InlineData("TC1", "", "Criterion 1")]
    [InlineData("TC 2", "Cơ sở vật chất", "Criterion 2")]
    [InlineData("TC3. Nhận thức", "", "Criterion 3")]
    [InlineData("CT2", "", "Indicator 2")]
    [InlineData("CT1.2", "", "Indicator 2 of 1")]
    [InlineData("CT1. 2", "", "Indicator 2 of 1")]
    [InlineData("Tiêu chí để thực", "II: Huy động nguồn lực và tạo môi trường", "Criterion 2")]
    [InlineData("Tiêu chí", "IV. Tác dụng của việc xây dựng", "Criterion 4")]
    [InlineData("Tiêu chí I: quyền cấp", "Sự lãnh đạo, chỉ đạo", "Criterion 1")]
    [InlineData("Tiêu chí, chỉ tiêu", "Nội dung", "None 0")]
    [InlineData("TCB", "Xây dựng văn hóa đọc", "Criterion 0")]
    [InlineData("CTB.S", "Vận động gia đình", "Indicator 0")]
    [InlineData("CT1.S", "Hằng quý có kiểm tra", "Indicator 0 of 1")]
    [InlineData("CT3.z", "Tỷ lệ người sử dụng", "Indicator 0 of 3")]
    [InlineData("CT1.a", "Lãnh đạo đơn vị có văn bản", "Indicator 1 of 1")]
    [InlineData("CT2.c", "Có quy chế sử dụng", "Indicator 3 of 2")]
    [InlineData("CT2.~", "Máy tính và đường truyền", "Indicator 0 of 2")]
    [InlineData("Kết quả tiêu chí 1", "", "Closing 1")]
    [InlineData("Kết quả tiêu chí IV", "", "Closing 4")]
    [InlineData("T1Œ4", "", "Criterion 4")] // 9005-182
    [InlineData("Kết quủ tiêu chí II", "", "Closing 2")] // 9006-050
    [InlineData("Kết quả tiêu chí TII", "", "Closing 3")] // 9006-050
    [InlineData("Kết quả tiêu chí", "", "Closing 0")] // 9015-033
    [InlineData("Kết quả thực hiện", "", "None 0")]
    [InlineData("Đánh giá chung tiêu chí 2", "", "Closing 2")]
    [InlineData("Tổng hợp tiêu chí 3", "", "Closing 3")]
    [InlineData("1 I - CT1.2. Kế hoạch", "", "Indicator 2 of 1")]
    [InlineData("| | 1 TC2. Cơ sở vật chất", "", "Criterion 2")]
    [InlineData("- Kết quả tiêu chí 4", "", "Closing 4")]
    [InlineData("r7 TONG HỢP", "", "Overall 0")]
    [InlineData("1 buổi Tiêu chí", "", "None 0")]
    [InlineData("KẾT QUẢ CHUNG", "", "Overall 0")]
    [InlineData("TỔNG HỢP CHUNG", "", "Overall 0")]
    [InlineData("Tự đánh giá (Không đạt, mức độ 1, mức độ 2)", "", "None 0")]
    [InlineData("Tiêu chí, chỉ tiêu", "", "None 0")]
    public void Labels(string label, string text, string expected)
    {
        var read = RowLabel.Read([label], text);
        Assert.Equal(expected, $"{read.Kind} {read.Number}{(read.Of > 0 ? $" of {read.Of}" : "")}");
    }
}
