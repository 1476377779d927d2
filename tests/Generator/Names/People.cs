using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Names;

/// <summary>Invented people.</summary>
public static class People
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Tạ", "Hà", "Lưu", "Phan", "Cao"];
    private static readonly string[] WomenMiddle = ["Thị", "Thị Thanh", "Thị Minh", "Ngọc", "Thị Kim", "Bích", "Thu", "Thị Hồng"];
    private static readonly string[] Women = ["Lan", "Hương", "Hạnh", "Nhung", "Vân", "Mai", "Liên", "Hằng", "Thảo", "Yến", "Nguyệt", "Phượng", "Oanh", "Tuyết", "Hiền", "Ánh"];
    private static readonly string[] MenMiddle = ["Văn", "Đức", "Quang", "Hữu", "Xuân", "Minh", "Trọng", "Công", "Đình", "Tiến", "Mạnh", "Thế"];
    private static readonly string[] Men = ["Hùng", "Dũng", "Thắng", "Tuấn", "Sơn", "Bình", "Cường", "Phong", "Lâm", "Khánh", "Trung", "Hưng", "Vượng", "Tưởng", "Đạt", "Nghĩa", "Toản", "Quyết"];

    /// <summary>A full name.</summary>
    public static string Name(Dice dice) => dice.Chance(0.45)
        ? $"{dice.Pick(Families)} {dice.Pick(WomenMiddle)} {dice.Pick(Women)}"
        : $"{dice.Pick(Families)} {dice.Pick(MenMiddle)} {dice.Pick(Men)}";
}
