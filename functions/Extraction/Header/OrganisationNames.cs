using System.Text.RegularExpressions;

namespace LearningSociety.Extraction.Header;

/// <summary>The words that names of offices begin with.</summary>
internal static partial class OrganisationNames
{
    /// <summary>True when a folded key begins as an organisation's name does.</summary>
    public static bool Begins(string key) => Starts().IsMatch(key);

    [GeneratedRegex("^(ubnd|uy ban|so|phong|truong|hop tac xa|htx|cong an|cong doan|cong ty|doan|hoi|hoi dong|hdnd|lien doan|ban|trung tam|tram|bo|cuc|chi cuc|tong cuc|van phong|dang uy|dang bo|chi bo|huyen uy|thanh uy|tinh uy|mat tran|doanh nghiep|nha may|xi nghiep|nha tre|nha van hoa|thu vien|vien|benh vien|bch|to danh gia|tinh|thanh pho|tp|huyen|quan(?! su)|thi xa|xa(?! hoi)|phuong|thi tran|dac khu|toa an|kho bac|bao hiem|buu dien|ngan hang|quy|khoi|dai|hat|doi|cum|tap doan|tong cong ty|chua|hien)( |$)")]
    private static partial Regex Starts();
}
