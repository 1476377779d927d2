namespace LearningSociety.Cli.Stack;

/// <summary>Where a stack listens and keeps its data.</summary>
/// <param name="DataFolder">Everything it keeps: storage, mail, logs.</param>
/// <param name="AppPort">The function app's port.</param>
/// <param name="LayoutPort">The layout server's port.</param>
/// <param name="BlobPort">Azurite's blob port; queue and table ports follow.</param>
/// <param name="QueuePort">Azurite's queue port.</param>
/// <param name="TablePort">Azurite's table port.</param>
public sealed record StackOptions(string DataFolder, int AppPort, int LayoutPort, int BlobPort, int QueuePort, int TablePort)
{
    /// <summary>The port that people open in their browser unless they choose another.</summary>
    public const int DefaultAppPort = 7071;

    /// <summary>Azurite's usual blob port.</summary>
    public const int DefaultStoragePort = 10000;

    /// <summary>The stack that people serve from: well-known ports, data kept from run to run.</summary>
    /// <param name="repository">The checkout.</param>
    /// <param name="appPort">Port of the pages; the layout server takes the next one.</param>
    /// <param name="storagePort">First of Azurite's three ports.</param>
    /// <param name="dataFolder">Where data is kept; null for the usual place below .run.</param>
    public static StackOptions Serving(Repository repository, int appPort, int storagePort, string? dataFolder) =>
        new(dataFolder ?? Path.Combine(repository.RunFolder, "data"), appPort, appPort + 1, storagePort, storagePort + 1, storagePort + 2);

    /// <summary>A stack for one batch: free ports and a data folder of its own.</summary>
    public static StackOptions Batch(Repository repository)
    {
        var ports = LocalPort.Free(5);
        return new(Path.Combine(repository.RunFolder, $"process-{Environment.ProcessId}-{ports[0]}"), ports[0], ports[1], ports[2], ports[3], ports[4]);
    }

    /// <summary>The function app's address.</summary>
    public Uri App => new($"http://127.0.0.1:{AppPort}/");

    /// <summary>The layout server's address.</summary>
    public Uri Layout => new($"http://127.0.0.1:{LayoutPort}/");

    /// <summary>Where mails wait for pickup.</summary>
    public string MailFolder => Path.Combine(DataFolder, "mail");

    /// <summary>Where logs go.</summary>
    public string LogFolder => Path.Combine(DataFolder, "logs");

    /// <summary>The connection string of the storage, with Azurite's well-known development account.</summary>
    public string StorageConnection =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;" +
        "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;" +
        $"BlobEndpoint=http://127.0.0.1:{BlobPort}/devstoreaccount1;" +
        $"QueueEndpoint=http://127.0.0.1:{QueuePort}/devstoreaccount1;" +
        $"TableEndpoint=http://127.0.0.1:{TablePort}/devstoreaccount1;";
}
