using System.Collections.Frozen;

namespace LearningSociety.Domain.Text;

/// <summary>
/// The words that Vietnamese personal names are made of: few surnames, and syllables that parents choose from. A name under a
/// signature that begins with no surname has lost its beginning, and a syllable read weakly that no name has is a misreading of one that has.
/// </summary>
public static class PersonNames
{
    private const double Likely = 0.6;
    private const double Clearly = 0.08;

    // The most common first.
    private static readonly string[] Surnames =
    [
        .. ("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Mai Lương Trương Tạ Lưu Cao Hà Tô Châu Thái Tăng Chu Quách La Lâm Vương Phùng "
            + "Thân Kiều Đào Tống Lại Triệu Nghiêm Mạc Hứa Khúc Quản Từ Bạch Bế Nông Vi Lò Giàng Sùng Vàng Đàm Ma Lục Thạch Tào Tiêu Thiều Thẩm Uông Cầm Cù Cung Doãn Điền Đồng Giáp "
            + "Hàn Hầu Khổng Khương Kha Lã Lạc Liêu Liễu Lỗ Lữ Mã Mẫn Nhữ Nhâm Phí Phó Quan Sử Trình Tôn Tòng Bành Biện Cấn Chử Chung Đậu Đới Đường Đổng Ngạc Ngụy Tề Viên").Split(' '),
    ];

    private static readonly string[] Syllables =
    [
        .. ("Thị Văn Đình Hữu Đức Minh Ngọc Thanh Hồng Kim Thu Xuân Bích Quốc Tiến Thế Anh Ánh Hùng Hạnh Hiền Hằng Hương Hường Hoa Hoà Hòa Lan Linh Liên Loan Long Lợi Lộc Mạnh Mai My "
            + "Nam Nga Ngân Nghĩa Nguyệt Nhung Nhân Oanh Phong Phú Phúc Phương Phượng Quang Quân Quyên Quyết Sơn Sáng Tâm Tân Thảo Thắng Thành Thắm Thơm Thơ Thuận Thủy Thuỷ Thúy Thuý Tình "
            + "Toàn Trang Trung Trường Tuấn Tùng Tuyết Tú Tuyến Uyên Vân Việt Vinh Vượng Yến An Bảo Bình Cường Chi Chiến Chính Công Cúc Cảnh Dũng Duy Dung Diệp Diễm Diệu Đại Đạt Đăng "
            + "Điệp Đông Giang Hải Hào Hậu Hảo Hiếu Hiệp Hiển Huân Huệ Huy Huyền Hưng Khánh Khang Khoa Khôi Kiên Lực Mỹ Ngà Nhật Nhàn Nhã Nhi Như Ninh Phát Phước Quý Quỳnh Sinh Sang Tài "
            + "Thiện Thịnh Thọ Thoa Thông Tiên Tín Toản Trà Trâm Trí Trinh Trọng Trúc Tuệ Tư Vĩnh Vy Vĩ Xuyến Bắc Ban Bằng Biên Các Chương Danh Dân Doanh Duyên Duẩn Dự Hân Hoan Hồ Hội "
            + "Khải Khiêm Khuê Lam Lân Lệ Luân Luận Luyến Lương Miền Mơ Năm Nết Nguyên Nhâm Nho Nội Phấn Phi Phụng Quế Quyền Rạng Sỹ Sĩ Sự Tấn Thạo Thao Thiên Thiết Thìn Thoại Thụ Thư "
            + "Thục Thương Thường Tiệp Tỉnh Tính Tịnh Tốt Trìu Triều Tường Tưởng Tựu Tý Uy Vui Xuyên Ý Y").Split(' '),
    ];

    private static readonly FrozenSet<string> SurnameKeys = Surnames.Select(VietnameseText.FoldCase).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Keys = Surnames.Concat(Syllables).Select(VietnameseText.FoldCase).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word that people bear as their surname, in any case, with its marks.</summary>
    public static bool IsSurname(string? word) => SurnameKeys.Contains(VietnameseText.FoldCase(word));

    /// <summary>True for a word that stands in names, surnames included.</summary>
    public static bool IsSyllable(string? word) => Keys.Contains(VietnameseText.FoldCase(word));

    /// <summary>The word of names that has the same letters with other marks, in the word's own case: of surnames the most common one; null when there is none, or for another word more than one.</summary>
    /// <param name="word">A word that stands in no name as it is.</param>
    /// <param name="isFirst">True for the first word of a name, which is a surname.</param>
    public static string? WithMarks(string word, bool isFirst)
    {
        ArgumentNullException.ThrowIfNull(word);
        var bare = VietnameseText.Fold(word);
        var same = (isFirst ? Surnames : Surnames.Concat(Syllables)).Where(name => VietnameseText.Fold(name) == bare).DistinctBy(VietnameseText.FoldCase).Take(2).ToArray();
        return same.Length == 1 || (isFirst && same.Length > 1) ? InCaseOf(word, same[0]) : null;
    }

    /// <summary>The word of names of which recognition lost the last letter: the g that runs into its n on a coarse fax ("Phượn", "Cườn"); null for another word.</summary>
    public static string? WithLostG(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var whole = word + (word.Any(char.IsLower) ? 'g' : 'G');
        return !IsSyllable(word) && word.EndsWith("n", StringComparison.OrdinalIgnoreCase) && IsSyllable(whole) ? whole : null;
    }

    /// <summary>The surname of which a stroke or a seal hides letters: "ưu" is what is left of Lưu, "P" and "an" of Phan; null when none, or more than one, can be.</summary>
    /// <param name="beginning">Letters before the hidden one; empty when it is the first.</param>
    /// <param name="ending">The letters behind it, two or more.</param>
    public static string? WithLostLetter(string beginning, string ending)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        ArgumentNullException.ThrowIfNull(ending);
        if (ending.Length < 2) return null;
        return One(VietnameseText.FoldCase) ?? One(VietnameseText.Fold);

        string? One(Func<string, string> folded)
        {
            var (first, last) = (folded(beginning), folded(ending));
            var fitting = Surnames.Where(name => folded(name) is var whole && whole.Length == first.Length + 1 + last.Length && whole.StartsWith(first, StringComparison.Ordinal) && whole.EndsWith(last, StringComparison.Ordinal)).Distinct().Take(2).ToArray();
            return fitting.Length == 1 ? fitting[0] : null;
        }
    }

    /// <summary>The word of names that a misread word most likely is, in the word's own case; null when none is plainly the nearest.</summary>
    /// <param name="word">A word read weakly.</param>
    /// <param name="isFirst">True for the first word of a name, which is a surname.</param>
    public static string? Nearest(string word, bool isFirst)
    {
        ArgumentNullException.ThrowIfNull(word);
        var ranked = (isFirst ? Surnames : Surnames.Concat(Syllables)).Distinct().Select(name => (Name: name, Likeness: TextSimilarity.OfMarked(word, name)))
            .OrderByDescending(name => name.Likeness).Take(2).ToArray();
        if (ranked[0].Likeness < Likely || ranked[0].Likeness - ranked[1].Likeness < Clearly) return null;
        return InCaseOf(word, ranked[0].Name);
    }

    private static string InCaseOf(string word, string name) => word.Any(char.IsLower) ? name : name.ToUpperInvariant();
}
