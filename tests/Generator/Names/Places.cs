using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Names;

/// <summary>Invented places: put together from syllables, so none is meant to be a real one.</summary>
public static class Places
{
    private static readonly string[] First = ["An", "Bảo", "Cẩm", "Châu", "Đại", "Đông", "Gia", "Hải", "Hồng", "Hưng", "Khánh", "Kim", "Lâm", "Liên", "Minh", "Mỹ", "Ngọc", "Phú", "Quảng", "Tân", "Thạch", "Thanh", "Thượng", "Trung", "Vạn", "Vĩnh", "Xuân", "Yên"];
    private static readonly string[] Second = ["Bằng", "Cát", "Châu", "Đồng", "Dương", "Giang", "Hà", "Khê", "Lạc", "Lĩnh", "Long", "Mỗ", "Ninh", "Phong", "Quang", "Sơn", "Thắng", "Thịnh", "Trạch", "Tường", "Vân", "Việt", "Xá", "Lương"];

    /// <summary>A name of two syllables.</summary>
    public static string Name(Dice dice)
    {
        var first = dice.Pick(First);
        string second;
        do second = dice.Pick(Second);
        while (second == first);
        return $"{first} {second}";
    }

    /// <summary>Different names.</summary>
    public static string[] Names(Dice dice, int count)
    {
        var names = new List<string>();
        while (names.Count < count)
        {
            var name = Name(dice);
            if (!names.Contains(name)) names.Add(name);
        }

        return [.. names];
    }
}
