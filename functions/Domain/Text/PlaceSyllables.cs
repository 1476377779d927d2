using System.Collections.Frozen;

namespace LearningSociety.Domain.Text;

/// <summary>
/// The syllables that the names of Viet Nam's provinces, districts and many communes are made of. A syllable that stands in no such
/// name, and is one of them but for what recognition takes for one another, is most likely that one.
/// </summary>
public static class PlaceSyllables
{
    private const double Likely = 0.6;
    private const double Clearly = 0.05;

    private static readonly string[] Syllables =
    [
        .. ("An Phú Châu Đốc Thành Chợ Mới Long Xuyên Tân Thoại Sơn Tịnh Biên Tri Tôn Bà Rịa Vũng Tàu Đức Côn Đảo Đất Đỏ Điền Mộc Mỹ Hiệp Hòa Lạng Giang Lục Nam Ngạn Động Yên Việt "
            + "Dũng Thế Ba Bể Bạch Thông Đồn Na Rì Ngân Pác Nặm Đông Hải Giá Rai Bình Hồng Dân Phước Vĩnh Lợi Gia Lương Tài Quế Võ Thuận Tiên Du Từ Phong Đại Giồng Trôm Mỏ Cày Thạnh Lão "
            + "Nhơn Hoài Ân Phù Cát Quy Tây Tuy Vân Canh Bàu Bàng Bến Dầu Tiếng Dĩ Giáo Uyên Thủ Một Bù Đăng Đốp Mập Chơn Đồng Xoài Hớn Quản Lộc Ninh Riềng Bắc Linh Hàm La Gi Phan Thiết "
            + "Quý Tánh Cái Nước Đầm Dơi Năm Căn Ngọc Hiển Thới Trần Văn Thời U Minh Răng Cờ Kiều Ô Môn Thốt Nốt Lai Bảo Lạc Lâm Hạ Lang Hà Quảng Nguyên Thạch Trùng Khánh Trà Lĩnh Phục "
            + "Nông Đà Nẵng Cẩm Lệ Vang Hoàng Sa Liên Chiểu Ngũ Hành Thanh Khê Buôn Ma Thuột Đôn Hồ Cư Kuin Ea Kar Súp Krông Ana Bông Búk Năng Pắc Lắk Jút Đắk Glong Mil Song Nghĩa Nô "
            + "Mường Ảng Chà Lay Nhé Nậm Pồ Tủa Chùa Tuần Định Quán Trạch Thống Nhất Trảng Bom Cửu Xuân Cao Lãnh Ngự Vung Lấp Vò Đéc Tam Tháp Mười Chư Păh Prông Pưh Sê Đak Đoa Pơ Cơ "
            + "Ia Grai Kông Chro Mang Yang Thiện Mê Quang Su Phì Mèo Vạc Bạ Vị Xín Mần Duy Kim Bảng Lý Nhân Phủ Liêm Đình Vì Cầu Giấy Chương Đan Phượng Anh Đống Đa Hai Trưng Hoàn Kiếm Mai "
            + "Phúc Thọ Quốc Oai Sóc Thất Trì Thường Tín Ứng Can Hương Kỳ Nghi Vũ Giàng Chí Kinh Sách Miện Tứ Dương Vĩ Đồ Kiến Thụy Lê Chân Ngô Quyền Thủy Lãng Ngã Bảy Phụng Bôi Thi "
            + "Khoái Hào Cừ Lữ Cam Ranh Diên Nha Trang Trường Vạn Kiên Gò Quao Hòn Rạch Thượng Glei Tô Kon Plông Rẫy Hồi Thầy Tu Mơ Rông Tè Nhùn Thổ Sìn Đường Than Đạ Huoai Tẻh Đam Di "
            + "Đơn Trọng Lạt Chi Lăng Lập Hữu Lũng Tràng Quan Thắng Bát Xát Khương Pa Si Cai Bàn Lức Cần Đước Giuộc Huệ Tường Hóa Trụ Thừa Hưng Giao Hậu Trực Vụ Bản Ý Con Cuông Cửa Lò "
            + "Diễn Đô Đàn Quỳ Hợp Quỳnh Lưu Thái Tương Vinh Viễn Hoa Lư Nho Điệp Mô Bác Ái Rang Chàm Đoan Hùng Thao Sông Hinh Bố Hới Tuyên My Điện Hội Núi Thăng Tơ Phổ Mộ Tư Bồng Chẽ "
            + "Liêu Phả Cô Triều Hoành Bồ Móng Uông Bí Lộ Cồn Cỏ Gio Hướng Triệu Trăng Cù Lao Dung Kế Tú Trị Đề Nhai Mã Sốp Cộp Xương Phụ Tiền Thư Hỷ Công Bá Thước Bỉm Hoằng Chánh Lát "
            + "Nga Lặc Như Cống Sầm Thiệu Tĩnh A Lưới Huế Bè Lậy Gạo Tho Giờ Củ Vấp Hóc Nhà Nhuận Càng Kè Ngang Duyên Tiểu Cú Chiêm Hang Thít Ôn Lô Mù Cang Chải Trạm Tấu Trấn Chấn Trung "
            + "Thịnh Mỗ Xá Tiến Nội Ngoại Đoài Hiền Phương Tự Cường Toàn Tâm Bích Hoà Thuỷ Quận Huyện Thị Xã Phố Phường Tỉnh").Split(' '),
    ];

    private static readonly FrozenSet<string> Keys = Syllables.Select(VietnameseText.FoldCase).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a name of which every word is such a syllable.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split(' ').All(word => Keys.Contains(VietnameseText.FoldCase(word)));
    }

    /// <summary>The capitalised syllable as names of places have it; the word itself where none is near enough.</summary>
    /// <param name="word">A word of a name.</param>
    /// <param name="isWeak">True where it was read so weakly that other letters may stand there; else a hook may be an acute, or the other way round.</param>
    public static string Mended(string word, bool isWeak)
    {
        ArgumentNullException.ThrowIfNull(word);
        var letters = string.Concat(word.Where(char.IsLetter));
        if (letters.Length < 2 || !char.IsUpper(letters[0]) || letters.All(char.IsUpper) || Keys.Contains(VietnameseText.FoldCase(letters))) return word;
        var ranked = Syllables.Select(name => (Name: name, Likeness: TextSimilarity.OfMarked(letters, name))).OrderByDescending(name => name.Likeness).Take(2).ToArray();
        if (IsHookForAcute(letters, ranked[0].Name)) return ranked[0].Name;
        var isSameLetters = VietnameseText.Fold(letters) == VietnameseText.Fold(ranked[0].Name) && ranked[0].Likeness > ranked[1].Likeness;
        return isWeak && ranked[0].Likeness >= Likely && (isSameLetters || ranked[0].Likeness - ranked[1].Likeness >= Clearly) ? ranked[0].Name : word;
    }

    private static bool IsHookForAcute(string word, string name) =>
        word.Length == name.Length && word.Zip(name, (a, b) => TextSimilarity.LetterCost(char.ToLowerInvariant(a), char.ToLowerInvariant(b))).Where(cost => cost > 0).ToArray() is [<= 0.1];
}
