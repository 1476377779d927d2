using System.Collections.Frozen;

namespace LearningSociety.App.Web.Assets;

/// <summary>The files that pages load, read once from the folder beside the program. A file that is absent makes its page plainer, not broken.</summary>
public sealed class AssetBook
{
    private readonly FrozenDictionary<string, Asset> _assets;

    /// <summary>Reads all files of a folder; an absent folder is an empty one.</summary>
    public AssetBook(string folder)
    {
        var directory = new DirectoryInfo(folder);
        _assets = (directory.Exists ? directory.GetFiles() : [])
            .Select(file => new Asset(file.Name, File.ReadAllBytes(file.FullName)))
            .ToFrozenDictionary(asset => asset.Name);
    }

    /// <summary>The folder beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The address of a file; null when it is absent.</summary>
    public string? Url(string name) => _assets.GetValueOrDefault(name)?.Url;

    internal Asset? Find(string name) => _assets.GetValueOrDefault(name);
}
