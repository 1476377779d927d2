using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using LearningSociety.App.Storage;

namespace LearningSociety.App.Intake;

/// <summary>What was refused after it was dropped, or must not be kept: a record with the reason, and the content unless it is secret.</summary>
public sealed class QuarantineStore(StoragePlaces places, TimeProvider clock)
{
    /// <summary>Keeps a file apart with the reason. Doing it again for the same content and path changes nothing.</summary>
    public async Task KeepAsync(string path, IncomingFile file, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var blob = $"{file.Sha256}/{FileName.ForPath(Path.GetFileName(path))}";
        file.Content.Position = 0;
        await (await places.ContainerAsync(Containers.Quarantine, cancellationToken)).GetBlobClient(blob).UploadAsync(file.Content, overwrite: true, cancellationToken);
        await RecordAsync(path, file.Sha256, file.Bytes, blob, reason, cancellationToken);
    }

    /// <summary>Records a refusal without any content.</summary>
    public Task RecordWithoutContentAsync(string path, string sha256, long bytes, string reason, CancellationToken cancellationToken) =>
        RecordAsync(path, sha256, bytes, "", reason, cancellationToken);

    private async Task RecordAsync(string path, string sha256, long bytes, string blob, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The key follows from what was refused, so that a repeat finds its own row; the time is told by the row.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{sha256}")))[..32];
        var table = await places.TableAsync(Tables.Quarantine, cancellationToken);
        await table.UpsertEntityAsync(
            new TableEntity($"{now:yyyy-MM}", key) { ["Path"] = path, ["Sha256"] = sha256, ["Bytes"] = bytes, ["Blob"] = blob, ["Reason"] = reason, ["At"] = now },
            TableUpdateMode.Replace,
            cancellationToken);
    }
}
