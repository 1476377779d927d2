using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Names;

/// <summary>An invented office that hands in dossiers.</summary>
/// <param name="Name">As it is written in running text.</param>
/// <param name="Id">Its identifier in the register.</param>
/// <param name="Place">The commune, ward, district or province it belongs to, without the word for its level.</param>
/// <param name="Level">"phường", "xã", "huyện" …</param>
/// <param name="Parent">The body above it, as letterheads print it; null when it has none there.</param>
/// <param name="Titles">Lines over the signature.</param>
/// <param name="Sign">What may follow the kind in a document's sign: "THCSAP".</param>
public sealed record Office(string Name, string Id, string Place, string Level, string? Parent, string[] Titles, string Sign);

/// <summary>Invents offices.</summary>
public static class Offices
{
    /// <summary>A unit of a ward or commune.</summary>
    public static Office Unit(Dice dice, string place, string level)
    {
        var committee = dice.Pick("UBND", "UBND", "ỦY BAN NHÂN DÂN") + " " + level.ToUpperInvariant() + " " + place.ToUpperInvariant();
        var own = dice.Chance(0.6) ? Places.Name(dice) : place;
        var (name, titles, sign) = dice.Weighted<(string, string[], string)>(
            (($"Trường THCS {own}", dice.Pick<string[]>(["HIỆU TRƯỞNG"], ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"]), "THCS"), 3),
            (($"Trường Tiểu học {own}", dice.Pick<string[]>(["HIỆU TRƯỞNG"], ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"]), "TH"), 3),
            (($"Trường Mầm non {own}", ["HIỆU TRƯỞNG"], "MN"), 2),
            (($"Trường Tiểu học và Trung học cơ sở {own}", ["HIỆU TRƯỞNG"], "THTHCS"), 1.5),
            (($"Trạm Y tế {level} {place}", ["TRẠM TRƯỞNG"], "TYT"), 1.5),
            (($"Hợp tác xã Dịch vụ nông nghiệp {own}", ["GIÁM ĐỐC"], "HTX"), 1.5),
            (($"Công ty TNHH May mặc {own}", ["GIÁM ĐỐC"], "CT"), 1),
            (($"Hội Nông dân {level} {place}", ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"], "HND"), 1),
            (($"Hội Liên hiệp Phụ nữ {level} {place}", ["TM. BAN THƯỜNG VỤ", dice.Pick("CHỦ TỊCH", "PHÓ CHỦ TỊCH")], "PN"), 1),
            (($"Hội Khuyến học {level} {place}", ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"], "HKH"), 1),
            (($"Ban Chỉ huy Quân sự {level} {place}", ["CHỈ HUY TRƯỞNG"], "BCH"), 1),
            (($"Công an {level} {place}", dice.Pick<string[]>(["TRƯỞNG CÔNG AN"], ["KT. TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN"]), "CAP"), 1),
            (($"Trung tâm Cung ứng dịch vụ công {level} {place}", ["GIÁM ĐỐC"], "TTDVC"), 1),
            (($"Phòng Văn hóa - Xã hội {level} {place}", dice.Pick<string[]>(["TRƯỞNG PHÒNG"], ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]), "VHXH"), 1));
        return new(name, Slug(name), place, level, committee, titles, sign);
    }

    /// <summary>A district, for its own assessment.</summary>
    public static Office District(Dice dice, string place)
    {
        var level = dice.Pick("huyện", "huyện", "thị xã");
        return new($"UBND {level} {place}", Slug($"{level} {place}"), place, level, null, dice.Pick<string[]>(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], ["CHỦ TỊCH"]), "UBND");
    }

    /// <summary>A province's department of education.</summary>
    public static Office Department(Dice dice, string place) => new(
        $"Sở Giáo dục và Đào tạo {place}", Slug("so giao duc " + place), place, "tỉnh", $"UBND TỈNH {place.ToUpperInvariant()}",
        dice.Pick<string[]>(["GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]), dice.Pick("SGDĐT", "SGD&ĐT"));

    private static string Slug(string name)
    {
        var letters = Vietnamese.WithoutMarks(name.ToLowerInvariant()).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}
