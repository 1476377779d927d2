using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Prose;

/// <summary>Targets in the prose of a plan.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData("- 70% gia đình được công nhận “Gia đình học tập”; 65% dòng họ được công nhận “Dòng họ học tập”.", "family 2025 70; clan 2025 65")]
    [InlineData("+ Khoảng 50% dân số từ 15 tuổi trở lên được đào tạo trình độ chuyên môn kỹ thuật, trong đó 12,5% dân số có trình độ đại học trở lên.", "trained-population 2025 50; university-or-higher 2025 12.5")]
    [InlineData("- Tỷ lệ gia đình được công nhận “Gia đình học tập” đến năm 2030 đạt 80%.", "family 2030 80")]
    [InlineData("- 65% Cộng đồng (thôn, bản) được công nhận đạt danh hiệu “Cộng đồng học tập”.", "community 2025 65")]
    [InlineData("+ 40% công dân đạt danh hiệu công dân học tập.", "citizen 2025 40")]
    [InlineData("- Duy trì 100 % các xã, thị trấn đạt chuẩn xóa mù chữ mức độ 2.", "literacy-level-2 2025 100")]
    [InlineData("- Duy trì, củng cố phổ cập giáo dục mầm non cho trẻ 05 tuổi.", "")]
    [InlineData("- Tăng 5% kinh phí cho hoạt động khuyến học.", "")]
    [InlineData("- 70% gia đình được công nhận “Gia đình học tập”; phấn đấu 90% gia đình được công nhận “Gia đình học tập”.", "family 2025 70?")]
    [InlineData("- 70% gia đình được công nhận “Gia đình học tập”; giữ vững 70% gia đình được công nhận “Gia đình học tập”.", "family 2025 70")]
    [InlineData("- 8O% 80% gia đình được công nhận “Gia đình học tập”.", "family 2025 80?", "80%")]
    [InlineData("- 80% gia đình được công nhận “Gia đình học tập”.", "family 2025 80", "đình")]
    public void An_item(string item, string expected, string unsure = "") => Assert.Equal(expected, Read("a) Mục tiêu cụ thể đến năm 2025:", item, unsure));

    [Theory]
    [InlineData("a} Mục tiêu cụ thể đến năm 2025")] // 9007-139
    [InlineData("1. Phấn đấu đến hết năm 2025")]
    public void A_heading(string heading) => Assert.Equal("family 2025 46", Read(heading, "- Có 46% số gia đình đạt danh hiệu “Gia đình học tập”", ""));

    private static string Read(string heading, string item, string unsure)
    {
        var page = new Paper().Letterhead("ỦY BAN NHÂN DÂN", "HUYỆN MỸ LỘC", "Số: /KH-UBND", "Mỹ Lộc, ngày tháng 12 năm 2022")
            .Centre("KẾ HOẠCH").Centre("Thực hiện Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”")
            .Line("I. MỤC TIÊU").Line(heading).Line(item)
            .Line("II. NHIỆM VỤ VÀ GIẢI PHÁP").Line("- Phấn đấu 99% gia đình được công nhận “Gia đình học tập”.").Unsure(unsure, 0.5);
        var form = Assert.Single(DossierExtraction.Read(UnitForms.Catalogue, UnitForms.Dossier("target-plan", 2022, "UBND huyện Mỹ Lộc"), [Paper.File("a.pdf", page)]).Forms);
        return string.Join("; ", form.Targets.Select(target => FormattableString.Invariant($"{target.Indicator} {target.Year} {target.Percent.Value}{(target.Percent.Confidence.Value > 0.5 ? "" : "?")}")));
    }
}
