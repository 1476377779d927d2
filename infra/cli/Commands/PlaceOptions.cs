using System.CommandLine;
using LearningSociety.Cli.Stack;

namespace LearningSociety.Cli.Commands;

/// <summary>Where the serving stack listens and keeps its data: options that every command but `process` shares.</summary>
internal sealed class PlaceOptions(Repository repository)
{
    public Option<int> Port { get; } = new("--port") { DefaultValueFactory = _ => StackOptions.DefaultAppPort, Description = Texts.Port, Recursive = true };

    public Option<int> StoragePort { get; } = new("--storage-port") { DefaultValueFactory = _ => StackOptions.DefaultStoragePort, Description = Texts.StoragePort, Recursive = true };

    public Option<string?> Data { get; } = new("--data") { Description = Texts.Data, Recursive = true };

    public StackOptions Read(ParseResult parsed)
    {
        var (port, storage) = (parsed.GetValue(Port), parsed.GetValue(StoragePort));
        if (port is < 1 or > 65534 || storage is < 1 or > 65533)
            throw new SentenceException("A port lies between 1 and 65533.", 2);
        var data = parsed.GetValue(Data) is { } folder ? CallersFolder.Resolve(folder) : null;
        return StackOptions.Serving(repository, port, storage, data);
    }
}

/// <summary>Paths are meant from where run.sh was called, which is not where this program runs.</summary>
internal static class CallersFolder
{
    public static string Resolve(string path) =>
        Path.GetFullPath(path, Environment.GetEnvironmentVariable("LEARNINGSOCIETY_CALLED_FROM") ?? Environment.CurrentDirectory);
}
