using LearningSociety.Domain.Offices;
using LearningSociety.Domain.Tests.Dossiers;

namespace LearningSociety.Domain.Tests.Offices;

public sealed class OfficeNameTests
{
    [Theory]
    // The same name, otherwise written.
    [InlineData("TRƯỜNG MẦM NON HIẾN THÀNH", "Trường Mầm non Hiến Thành")]
    [InlineData("Trường MN Hiến Thành", "Trường Mầm non Hiến Thành")]
    [InlineData("Trường THCS An Phụ", "Trường Trung học cơ sở An Phụ")]
    [InlineData("TRUONG THCS AN PHU", "Trường THCS An Phụ")]
    [InlineData("Công an P. Kinh Môn", "Công an phường Kinh Môn")]
    [InlineData("UBND phường Kinh Môn", "Ủy ban nhân dân phường Kinh Môn")]
    [InlineData("UỶ BAN NHÂN DÂN PHƯỜNG KINH MÔN", "UBND phường Kinh Môn")]
    [InlineData("HTX Nông nghiệp Long Xuyên", "Hợp tác xã Nông nghiệp Long Xuyên")]
    [InlineData("ĐOÀN THANH NIÊN PHƯỜNG KINH MÔN", "Đoàn Thanh niên phường Kinh Môn")]
    // The place left out or added.
    [InlineData("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở GD&ĐT Hòa Bình")]
    [InlineData("SỞ GIÁO DỤC VÀ ĐÀO TẠO HOÀ BÌNH", "Sở GD&ĐT Hòa Bình")]
    [InlineData("Thành phố Thủ Đức", "UBND Thành phố Thủ Đức")]
    [InlineData("Huyện Hóc Môn", "UBND Huyện Hóc Môn")]
    [InlineData("Trường Mầm non Hiến Thành, phường Kinh Môn", "Trường Mầm non Hiến Thành")]
    [InlineData("Hội Nông dân", "Hội Nông dân phường Kinh Môn")]
    [InlineData("Huyện (mẫu trống)", "Huyện (mẫu trống)")]
    // Slips of recognition.
    [InlineData("TRƯỜNG MẦM NON HlẾN THÀNH", "Trường Mầm non Hiến Thành")]
    [InlineData("CÔNG AN PHƯỜNG KlNH MÔN", "Công an phường Kinh Môn")]
    public void One_office(string a, string b) => Expect(OfficeMatch.Same, a, b);

    [Theory]
    [InlineData("Trường Tiểu học Hiến Thành", "Trường Mầm non Hiến Thành")]
    [InlineData("Trường TH Hiến Thành", "Trường THCS Hiến Thành")]
    [InlineData("Trường Mầm non Long Xuyên", "Trường Mầm non Hiến Thành")]
    [InlineData("Trường Tiểu học số 1 An Phụ", "Trường Tiểu học số 2 An Phụ")]
    [InlineData("Công an phường Kinh Môn", "Hội Nông dân phường Kinh Môn")]
    [InlineData("Công an phường Hiến Thành", "Công an phường Kinh Môn")]
    [InlineData("UBND phường An Lưu", "UBND phường Kinh Môn")]
    [InlineData("Huyện Hóc Môn", "UBND Thành phố Thủ Đức")]
    [InlineData("Sở GD&ĐT Nam Định", "Sở GD&ĐT Hòa Bình")]
    public void Two_offices(string a, string b) => Expect(OfficeMatch.Different, a, b);

    [Theory]
    [InlineData("Trường Mầm non", "Trường Mầm non Hiến Thành")]
    [InlineData("Hợp tác xã Nông nghiệp", "Hợp tác xã Nông nghiệp Long Xuyên")]
    [InlineData("Trường Mầm non Hiến Thính", "Trường Mầm non Hiến Thành")]
    [InlineData("Thành phố", "UBND Thành phố Thủ Đức")]
    [InlineData("", "UBND Thành phố Thủ Đức")]
    public void It_cannot_be_told(string a, string b) => Expect(OfficeMatch.Uncertain, a, b);

    [Theory]
    [InlineData("TRƯỜNG THCS AN PHÚ", "Trường THCS An Phụ", true)]
    [InlineData("TRƯỜNG THCS AN PHỤ", "Trường Trung học cơ sở An Phụ", false)]
    [InlineData("TRUONG THCS AN PHU", "Trường THCS An Phụ", false)]
    [InlineData("SỞ GIÁO DỤC VÀ ĐÀO TẠO HOÀ BÌNH", "Sở GD&ĐT Hòa Bình", false)]
    [InlineData("Uỷ ban nhân dân phường Kinh Môn", "Ủy ban nhân dân phường Kinh Môn", false)]
    public void Marks_tell_two_names_apart(string a, string b, bool differs) => Assert.Equal(differs, OfficeNames.DiffersInMarks(a, b));

    [Theory]
    [InlineData("HỘI ĐỒNG ĐÁNH GIÁ ĐƠN VỊ HỌC TẬP", true)]
    [InlineData("UBND PHƯỜNG KINH MÔN", true)]
    [InlineData("Trường Mầm non Hiến Thành", false)]
    public void Some_bodies_write_about_others(string name, bool body) => Assert.Equal(body, OfficeNames.IsBody(name, Sample.Catalogue.Offices));

    private static void Expect(OfficeMatch match, string a, string b)
    {
        Assert.Equal(match, OfficeNames.Compare(a, b, Sample.Catalogue.Offices));
        Assert.Equal(match, OfficeNames.Compare(b, a, Sample.Catalogue.Offices));
    }
}
