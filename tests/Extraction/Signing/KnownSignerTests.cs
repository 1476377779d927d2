using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Signing;

/// <summary>What seal and hand left of a name that another paper of the dossier shows whole.</summary>
public sealed class KnownSignerTests
{
    [Theory]
    [InlineData("Đỗ Quang Thắng", "HIỆU TRƯỞNG", "QUANG THẮNG", "Đỗ Quang Thắng")]
    [InlineData("Đỗ Quang Thắng", "HIỆU TRƯỞNG", "nh Thắng", null)]
    [InlineData("Đỗ Quang Thắng", "HIỆU TRƯỞNG", "ng Thắng", "Đỗ Quang Thắng")]
    [InlineData("Đỗ Quang Thắng", "HIỆU TRƯỞNG", "Đỗ Thắng", "Đỗ Quang Thắng")]
    [InlineData("Đỗ Quang Thắng", "HIỆU TRƯỞNG", "U QUANG THẮNG", "Đỗ Quang Thắng")]
    [InlineData("Đỗ Quang Thắng", "HIỆU TRƯỞNG", "QUANG BÌNH", null)]
    [InlineData("Lưu Thu Hiền", "HIỆU TRƯỞNG", "vIhu Hiền", "Lưu Thu Hiền")] // 9007-024
    [InlineData("Lưu Thu Hiền", "HIỆU TRƯỞNG", "LƯU THU", "Lưu Thu Hiền")] // 9007-148
    [InlineData("Lưu Thu Hiền", "~ HIỆU TRƯỞNG", "ưu Thu Hiền", "Lưu Thu Hiền")] // 9007-166
    [InlineData("Cao Thị Hồng Nhung", "HIỆU TRƯỞNG", "Tran Thị Hồng Nhung", "Trần Thị Hồng Nhung")] // 9010-055
    [InlineData("Lưu Thu Hiền", "HIỆU TRƯỞNG", "Hiền", "Lưu Thu Hiền")] // 9016-095
    [InlineData("Lưu Thu Hiền", "HIỆU TRƯỞNG", "r x Hiền", "Lưu Thu Hiền")] // 9018-032
    [InlineData("Lưu Thu Hiền", "HIỆU TRƯỞNG", "Hiền x", null)]
    [InlineData("Lưu Thu Hiền", "HIỆU TRƯỞNG", "Lan", null)]
    [InlineData("Đặng Xuân Lâm", "HIỆU TRƯỞNG", "Đặng Xuân Lầm", "Đặng Xuân Lâm")] // 9018-012
    [InlineData("ĐỒNG PHẠM THỊ VÂN", "HIỆU TRƯỞNG", "Phạm Thị Vân", "Phạm Thị Vân")] // 9016-155
    [InlineData("Lưu Thu Hiền", "HIỆU TRƯỞNG", "MẪU Hiền", null)]
    [InlineData("Lưu Thu Hiền", "HIỆU TRƯỞNG", "LƯU", null)]
    public void A_rest_of_a_known_name(string known, string title, string rest, string? expected)
    {
        static Paper Head(string number, string subject) => new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", number, "Kinh Môn, ngày 05 tháng 01 năm 2026").Centre(subject.Split('|')[0]).Centre(subject.Split('|')[1]);
        var letter = Head("Số: 75/TTr", "TỜ TRÌNH|Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Signed("HIỆU TRƯỞNG", known, LayoutInkKind.Seal, LayoutInkKind.Signature);
        var report = Head("Số: 63/BC", "BÁO CÁO|Tự đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Read(0.9).Signed(title, rest, LayoutInkKind.Seal, LayoutInkKind.Signature);
        Assert.Equal(expected, Assert.Single(UnitForms.Read(Paper.File("a.pdf", letter, report)).Forms, form => form.Form == "unit-m04").Header.Signer?.Value);
    }

    // 9016-111: Đình is no surname, Đinh is; of two words it may be what is left of a name.
    [Theory]
    [InlineData("Đình Xuân Tuấn", "Đinh Xuân Tuấn")]
    [InlineData("Đình Cường", "Đình Cường")]
    public void A_surname_that_differs_by_a_mark(string read, string expected) =>
        Assert.Equal(expected, Assert.Single(UnitForms.Read(Paper.File("a.pdf", new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Read(0.97).Signed("HIỆU TRƯỞNG", read, LayoutInkKind.Seal, LayoutInkKind.Signature))).Forms).Header.Signer?.Value);
}
