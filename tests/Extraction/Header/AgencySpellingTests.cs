using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Header;

/// <summary>Agencies in capitals, whose marks recognition loses: fixed words are known, the place stands elsewhere in the dossier.</summary>
public sealed class AgencySpellingTests
{
    [Theory]
    [InlineData("HỘI ĐÔNG ĐÁNH GIÁ|ĐƠN VỊ HỌC TẬP", "HỘI ĐỒNG ĐÁNH GIÁ ĐƠN VỊ HỌC TẬP")]
    [InlineData("HỘI ĐỒNG ĐÁNH GIÁ “ĐƠN VỊ|HỌC LẬP”", "HỘI ĐỒNG ĐÁNH GIÁ “ĐƠN VỊ HỌC TẬP”")]
    [InlineData("BAN CHỈ HUY QUẢN SỰ|PHƯỜNG KINH MÔN", "BAN CHỈ HUY QUÂN SỰ PHƯỜNG KINH MÔN")]
    [InlineData("HỘI LIÊN HIỆP PHỦ NỮ|PHƯỜNG KINH MÔN", "HỘI LIÊN HIỆP PHỤ NỮ PHƯỜNG KINH MÔN")]
    [InlineData("CÔNG AN PHƯỜNG KINH MÔN|HÀ", "CÔNG AN PHƯỜNG KINH MÔN HÀ")]
    [InlineData("UBND PHƯỜNG KÍNH MÔN", "UBND PHƯỜNG KINH MÔN")]
    [InlineData("CÔNG AN PHƯỜNG KINH MÕN", "CÔNG AN PHƯỜNG KINH MÔN")]
    [InlineData("CÔNG AN PHƯỜNG KINH MỎN", "CÔNG AN PHƯỜNG KINH MÔN")]
    [InlineData("CÔNG AN PHƯỜNG KINH BẮC", "CÔNG AN PHƯỜNG KINH BẮC")]
    [InlineData("HỘI ĐỒNG NHÂN DÂN|PHƯỜNG KINH MÔN", "HỘI ĐỒNG NHÂN DÂN PHƯỜNG KINH MÔN")]
    public void Words_that_lost_a_mark(string lines, string expected)
    {
        var agency = Letter(lines, 0.96, "Kinh Môn");
        Assert.Equal(expected, agency.Value);
        Assert.Equal(lines.Replace('|', ' ').Replace('“', '"').Replace('”', '"'), agency.Raw);
        Assert.True(agency.Value == agency.Raw || agency.Raw.Contains('"', StringComparison.Ordinal) || agency.Confidence.Value < 0.9);
    }

    [Theory]
    [InlineData("CÔNG AN PHƯỜNG KINH MÒN", 1.0, "Kinh Môn", "CÔNG AN PHƯỜNG KINH MÒN")]
    [InlineData("HỘI ĐÔNG ĐÁNH GIÁ", 1.0, "Kinh Môn", "HỘI ĐÔNG ĐÁNH GIÁ")]
    [InlineData("CÔNG AN XÃ AN PHỤ", 0.96, "An Phụ", "CÔNG AN XÃ AN PHỤ")]
    [InlineData("CÔNG AN XÃ AN PHỤ", 0.96, "An Phú", "CÔNG AN XÃ AN PHÚ")]
    [InlineData("CÔNG AN XÃ LIÊN LONG", 0.96, "Liên Tong", "CÔNG AN XÃ LIÊN LONG")]
    [InlineData("CÔNG AN XÃ LIÊN LONG", 0.5, "Liên Tong", "CÔNG AN XÃ LIÊN TONG")]
    public void A_place_is_what_the_same_paper_says_elsewhere(string printed, double read, string place, string expected) => Assert.Equal(expected, Letter(printed, read, place).Value);

    private static Read<string> Letter(string lines, double read, string place)
    {
        var page = new Paper();
        var motto = new Queue<string>(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]);
        foreach (var line in lines.Split('|')) page.Read(read).Columns(line, "").From(0.05 + (0.021 * (3 - motto.Count))).Read(1).Columns("", motto.Dequeue());
        if (motto.Count > 1) page.Columns("", motto.Dequeue());
        page.Columns("Số: 75/TTr", $"{place}, ngày 05 tháng 01 năm 2026").Gap()
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Line($"Kính gửi: Ủy ban nhân dân phường {place}.").SignedOff();
        return Assert.Single(UnitForms.Read(Paper.File("m10.pdf", page)).Forms).Header.Agency!;
    }
}
