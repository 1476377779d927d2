using System.Text.RegularExpressions;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Signing;

/// <summary>The titles that people sign with, and the authority before them (TM., KT., Q., TL., TUQ.).</summary>
internal static partial class SignerTitles
{
    private const int LongWord = 6;

    private static readonly string[] Titles =
    [
        "thu truong don vi", "thu truong co quan", "thu truong", "hieu truong", "pho hieu truong", "chu tich", "pho chu tich", "chu tich hoi dong",
        "giam doc", "pho giam doc", "tong giam doc", "truong phong", "pho truong phong", "truong cong an", "pho truong cong an", "chi huy truong",
        "bi thu", "pho bi thu", "to truong", "to pho", "truong ban", "pho truong ban", "chu nhiem", "chu toa", "chu tri", "thu ky", "nguoi lap",
        "nguoi lap bieu", "truong tram", "tram truong", "truong thon", "chanh van phong", "vien truong", "doi truong", "dai dien don vi", "chu to dai dien",
        "lanh dao don vi", "nguoi dung dau", "ke toan", "uy vien", "bo truong", "cuc truong", "chi cuc truong", "chanh thanh tra", "truong doan", "quan doc",
    ];

    /// <summary>True when a line in capitals is a signer's title or authority, such as "KT. HIỆU TRƯỞNG".</summary>
    /// <param name="key">The line's folded key.</param>
    public static bool IsTitle(string key) => Authority().IsMatch(key) || Titles.Any(title => Approximate.Same(key, title) || IsLonger(key, title) || LostFirstLetter(key, title));

    // "CHỦ TỊCH HỘI ĐỒNG", "GIÁM ĐỐC SỞ": a title with the body after it.
    private static bool IsLonger(string key, string title) => key.Length <= title.Length + 30 && key.StartsWith(title + " ", StringComparison.Ordinal);

    // A seal often swallows the first letter, or the first words.
    private static bool LostFirstLetter(string key, string title) => title.Length >= 7 && (key == title[1..] || (key.Length >= LongWord && title.EndsWith(" " + key, StringComparison.Ordinal)));

    [GeneratedRegex("^(tm|kt|tl|tuq|q|tn|t m|k t|t l) [a-z]")]
    private static partial Regex Authority();
}
