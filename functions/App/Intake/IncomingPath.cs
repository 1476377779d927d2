using System.Globalization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Intake;

/// <summary>The path of a file dropped into the container: {kind}/{year}/{office}/{file}.</summary>
/// <param name="Dossier">The dossier it belongs to.</param>
/// <param name="File">The file's name.</param>
public sealed record IncomingPath(DossierId Dossier, string File)
{
    /// <summary>The file that says something about its dossier instead of being part of it.</summary>
    public const string FactsFile = "dossier.json";

    /// <summary>Reads a path; null with a reason in Vietnamese when it fits no dossier.</summary>
    public static (IncomingPath? Path, string Reason) Parse(string path, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(catalogue);
        var parts = path.Split('/');
        if (parts.Length != 4)
            return (null, "Đường dẫn phải có dạng loại-hồ-sơ/năm/đơn-vị/tên-tệp.");
        if (catalogue.Kind(parts[0]) is null)
            return (null, $"Không có loại hồ sơ \"{parts[0]}\".");
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || parts[1].Length != 4)
            return (null, $"\"{parts[1]}\" không phải là năm.");
        if (!DossierId.IsSlug(parts[2]))
            return (null, $"\"{parts[2]}\" không phải là mã đơn vị.");
        if (DossierId.TryCreate(parts[0], year, parts[2]) is not { } dossier)
            return (null, $"Năm {year} nằm ngoài khoảng cho phép.");
        var (name, reason) = FileName.Clean(parts[3]);
        return name is null ? (null, reason) : (new(dossier, name), "");
    }
}
