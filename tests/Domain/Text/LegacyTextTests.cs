using LearningSociety.Domain.Text;

namespace LearningSociety.Domain.Tests.Text;

/// <summary>Text as PDFs made with .Vn and VNI fonts give it.</summary>
public sealed class LegacyTextTests
{
    private const string Tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc";
    private const string Vni = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc";

    [Theory]
    [InlineData(Tcvn3, LegacyEncoding.Tcvn3)]
    [InlineData(Vni, LegacyEncoding.Vni)]
    [InlineData("Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc", LegacyEncoding.None)]
    [InlineData("và là có đã ở cà phê ông bà tên làm chú già trên", LegacyEncoding.None)]
    [InlineData("La société française a été créée à Orléans où résidaient déjà les élèves réunis près du théâtre", LegacyEncoding.None)]
    [InlineData("Céng hßa x·", LegacyEncoding.None)]
    [InlineData("", LegacyEncoding.None)]
    public void An_encoding_shows_in_the_text_as_a_whole(string text, LegacyEncoding expected) => Assert.Equal(expected, LegacyText.Find(text.Split(' ')));

    [Theory]
    [InlineData(Tcvn3, "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc")]
    [InlineData("Tr\u00ADêng THCS An Phô", "Trường THCS An Phụ")]
    [InlineData("ñy ban nh©n d©n ph\u00ADêng", "ủy ban nhân dân phường")]
    [InlineData("Kh«ng ®¹t", "Không đạt")]
    [InlineData("§¹t", "Đạt")]
    [InlineData("Møc ®é 2", "Mức độ 2")]
    [InlineData("B¶ng tæng hîp kÕt qu¶ ®¸nh gi¸ c¸c tiªu chÝ, chØ tiªu", "Bảng tổng hợp kết quả đánh giá các tiêu chí, chỉ tiêu")]
    [InlineData("Tê tr×nh, ngµy 05 th¸ng 01 n¨m 2026", "Tờ trình, ngày 05 tháng 01 năm 2026")]
    [InlineData("NguyÔn ThÞ Thïy, phñ hîp, gi÷ v÷ng", "Nguyễn Thị Thùy, phủ hợp, giữ vững")]
    [InlineData("TR¦êNG, §¹T, TæNG HîP, HIÖU TR¦ëNG", "TRƯỜNG, ĐẠT, TỔNG HỢP, HIỆU TRƯỞNG")]
    [InlineData("quý, kỳ, 05/BC", "quý, kỳ, 05/BC")]
    public void Tcvn3_becomes_unicode(string text, string expected) => Assert.Equal(expected, LegacyText.Decode(text, LegacyEncoding.Tcvn3));

    [Theory]
    [InlineData(Vni, "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc")]
    [InlineData("Tröôøng THCS An Phuï", "Trường THCS An Phụ")]
    [InlineData("TRÖÔØNG THCS AN PHUÏ", "TRƯỜNG THCS AN PHỤ")]
    [InlineData("Khoâng ñaït", "Không đạt")]
    [InlineData("Möùc ñoä 2", "Mức độ 2")]
    [InlineData("Baûng toång hôïp keát quaû ñaùnh giaù caùc tieâu chí, chæ tieâu", "Bảng tổng hợp kết quả đánh giá các tiêu chí, chỉ tiêu")]
    [InlineData("TÔØ TRÌNH, ngaøy 05 thaùng 01 naêm 2026", "TỜ TRÌNH, ngày 05 tháng 01 năm 2026")]
    [InlineData("Nguyeãn Thò Thuøy, kyõ thuaät, kyø nghæ, yù nghóa", "Nguyễn Thị Thùy, kỹ thuật, kỳ nghỉ, ý nghĩa")]
    public void Vni_becomes_unicode(string text, string expected) => Assert.Equal(expected, LegacyText.Decode(text, LegacyEncoding.Vni));

    [Theory]
    [InlineData("Trường", true)]
    [InlineData("nghiêng", true)]
    [InlineData("quyết", true)]
    [InlineData("(khuya)", true)]
    [InlineData("ĐẠT.", true)]
    [InlineData("hoäi", false)]
    [InlineData("taùc", false)]
    [InlineData("société", false)]
    [InlineData("", false)]
    public void Syllables(string word, bool expected) => Assert.Equal(expected, VietnameseSyllable.Is(word));
}
