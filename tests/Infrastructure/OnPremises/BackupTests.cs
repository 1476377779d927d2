using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.Fixtures;

namespace LearningSociety.Infrastructure.OnPremises;

/// <summary>Backups of one server, made and put back by the scripts that make them there.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly AzuriteFixture storage = new();
    private readonly string folder = Directory.CreateTempSubdirectory("learningsociety-backup-").FullName;

    private string Backups => Path.Combine(folder, "backups");

    private string Settings => Path.Combine(folder, "settings");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Backups);
        Directory.CreateDirectory(Settings);
        await File.WriteAllTextAsync(Path.Combine(Settings, "app.env"), "DataStorage=\"kept\"\n", None);
        await storage.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        foreach (var aside in Directory.EnumerateDirectories(Path.GetDirectoryName(storage.Folder)!, Path.GetFileName(storage.Folder) + ".before-*"))
            Directory.Delete(aside, recursive: true);
    }

    [Fact]
    public async Task What_was_backed_up_is_there_again_after_all_was_lost()
    {
        await PutAsync("before");
        var archive = await BackUpAsync();
        await PutAsync("after");
        await storage.StopAsync();
        foreach (var entry in new DirectoryInfo(storage.Folder).EnumerateFileSystemInfos())
            Remove(entry);
        await File.WriteAllTextAsync(Path.Combine(Settings, "app.env"), "DataStorage=\"lost\"\n", None);

        Assert.Equal(0, (await RunAsync("restore.sh", archive)).Status);

        await storage.StartAsync();
        Assert.Equal("before", await FoundAsync());
        Assert.Contains("kept", await File.ReadAllTextAsync(Path.Combine(Settings, "app.env"), None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_now_is_moved_aside()
    {
        await PutAsync("before");
        var archive = await BackUpAsync();
        await PutAsync("after");
        await storage.StopAsync();

        var (_, said) = await RunAsync("restore.sh", archive);

        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(said[(said.LastIndexOf(' ') + 1)..].Trim()));
    }

    [Fact]
    public async Task A_backup_that_was_changed_is_refused_and_changes_nothing()
    {
        await PutAsync("before");
        var archive = await BackUpAsync();
        await storage.StopAsync();
        await using (var file = File.OpenWrite(archive))
        {
            file.Position = 100;
            file.WriteByte(0);
        }

        Assert.NotEqual(0, (await RunAsync("restore.sh", "--check", archive)).Status);
        Assert.NotEqual(0, (await RunAsync("restore.sh", archive)).Status);

        await storage.StartAsync();
        Assert.Equal("before", await FoundAsync());
    }

    [Fact]
    public async Task A_sound_backup_can_be_checked_without_restoring_it()
    {
        await PutAsync("before");
        Assert.Equal(0, (await RunAsync("restore.sh", "--check", await BackUpAsync())).Status);
    }

    [Fact]
    public async Task Old_backups_go_and_nobody_else_may_read_the_new_one_which_knows_owners_by_name()
    {
        var old = Path.Combine(Backups, "learning-society-20250101T000000Z.tar.gz");
        await File.WriteAllTextAsync(old, "", None);
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-32));
        var archive = await BackUpAsync();
        Assert.False(File.Exists(old));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(archive));
        // Another server numbers its users otherwise.
        await using var content = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await using var entries = new TarReader(content);
        Assert.Equal(Environment.UserName, Assert.IsType<PosixTarEntry>(await entries.GetNextEntryAsync(cancellationToken: None), exactMatch: false).UserName);
    }

    private async Task<string> BackUpAsync()
    {
        var (status, said) = await RunAsync("backup.sh");
        Assert.True(status == 0, said);
        return said.Trim();
    }

    private async Task PutAsync(string text)
    {
        var container = new BlobContainerClient(storage.ConnectionString, "reports");
        await container.CreateIfNotExistsAsync(cancellationToken: None);
        await container.GetBlobClient("a.json").UploadAsync(BinaryData.FromString(text), overwrite: true, None);
        var tables = new TableServiceClient(storage.ConnectionString);
        await tables.CreateTableIfNotExistsAsync("results", None);
        await tables.GetTableClient("results").UpsertEntityAsync(new TableEntity("p", "r") { ["Text"] = text }, TableUpdateMode.Replace, None);
    }

    private async Task<string> FoundAsync()
    {
        var blob = (await new BlobContainerClient(storage.ConnectionString, "reports").GetBlobClient("a.json").DownloadContentAsync(None)).Value.Content.ToString();
        var row = (await new TableServiceClient(storage.ConnectionString).GetTableClient("results").GetEntityAsync<TableEntity>("p", "r", cancellationToken: None)).Value.GetString("Text");
        return blob == row ? blob : $"{blob} and {row}";
    }

    // The scripts stop the storage themselves on a server; here the fixture is it, so it is told to write everything down by a stop.
    private async Task<(int Status, string Said)> RunAsync(string script, params string[] arguments)
    {
        var wasRunning = storage.IsRunning;
        await storage.StopAsync();
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "infra/on-premises", script)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LEARNING_SOCIETY_DATA"] = storage.Folder;
        start.Environment["LEARNING_SOCIETY_SETTINGS"] = Settings;
        start.Environment["LEARNING_SOCIETY_BACKUPS"] = Backups;
        start.Environment["LEARNING_SOCIETY_PAUSE"] = start.Environment["LEARNING_SOCIETY_RESUME"] = "true";
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync(None);
        var said = await process.StandardOutput.ReadToEndAsync(None);
        await process.WaitForExitAsync(None);
        if (wasRunning)
            await storage.StartAsync();
        return (process.ExitCode, said.Length > 0 ? said : await faults);
    }

    private static void Remove(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo inner)
            inner.Delete(recursive: true);
        else
            entry.Delete();
    }
}
