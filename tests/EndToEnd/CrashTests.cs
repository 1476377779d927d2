using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Cli.Client;
using LearningSociety.Cli.Commands;
using LearningSociety.Cli.Dossiers;
using LearningSociety.Cli.Stack;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Reporting;
using LearningSociety.EndToEnd.Runs;

namespace LearningSociety.EndToEnd;

/// <summary>
/// The function app is killed again and again, at moments drawn from a seed, while dossiers are under way.
/// Small in the suite; tests/EndToEnd/crash.sh runs it at full size with a seed of its own.
/// </summary>
public sealed class CrashTests
{
    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("LEARNINGSOCIETY_CRASH_" + name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : usual;

    [Fact]
    public async Task EveryDossierHasOneReportOneMailAndItsRecordsAfterCrashes()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var (seed, dossiers, kills) = (Setting("SEED", 20261), Setting("DOSSIERS", 3), Setting("KILLS", 3));
        var random = new Random(seed);
        var options = StackOptions.Batch(Shell.Repository);
        await using var stack = await LocalStack.StartAsync(Shell.Repository, options, new Dictionary<string, string>(), _ => { }, cancelled);
        using var client = new AppClient(options.App, await BatchKey.MakeAsync(options, cancelled));
        await client.PutReaderAsync("mot@example.vn", "Người đọc một", "*", "*", cancelled);
        await client.PutReaderAsync("hai@example.vn", "Người đọc hai", "*", "*", cancelled);

        // The same content under many offices: the truth of a report does not depend on when the app died.
        string[] models = ["u01-digital-signed-words", "d01-digital-words", "s0-hoa-binh", "u07-scan-fax-not-eligible"];
        var folders = Enumerable.Range(0, dossiers).Select(number => Folder(models[number % models.Length], number)).ToList();
        var killing = KillAsync(stack, random, kills, cancelled);
        foreach (var folder in folders)
            await HandInAsync(client, folder, cancelled);
        await killing;

        foreach (var folder in folders)
        {
            var status = await ReportedAsync(client, folder.Id, cancelled);
            Assert.Equal(1, status.ReportedRevision);
            Assert.Equal(folder.Files.Length, status.Files.Count);
            var (text, report) = await client.ReportAsync(folder.Id, 1, cancelled);
            Assert.Equal(1, report.Dossier.Revision);
            using var written = JsonDocument.Parse(text);
            Assert.NotEmpty(written.RootElement.GetProperty("documents").EnumerateArray());
            await RecordsAsync(options, folder.Id, report, cancelled);
        }

        await MailsAsync(options, folders, cancelled);
    }

    private static async Task KillAsync(LocalStack stack, Random random, int kills, CancellationToken cancelled)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(200, 4000), cancelled);
            await stack.CrashAppAsync(TimeSpan.FromMilliseconds(random.Next(0, 500)), cancelled);
        }
    }

    private static DossierFolder Folder(string model, int number)
    {
        var read = DossierFolder.Read(Shell.Corpus(model), new(null, null, null, null, "2026-01-12")).Dossier!;
        return read with { Id = DossierId.TryCreate(read.Id.Kind, read.Id.Year, $"{read.Id.Office}-{number}")!, Name = $"{model}-{number}" };
    }

    // A client repeats what got no answer: every request of the interface may be sent twice.
    private static async Task HandInAsync(AppClient client, DossierFolder folder, CancellationToken cancelled)
    {
        await RepeatAsync(() => client.PutOfficeAsync(folder.Id.Office, folder.OfficeName, cancelled), cancelled);
        await RepeatAsync(() => client.OpenAsync(folder, cancelled), cancelled);
        foreach (var file in folder.Files)
            await RepeatAsync(() => client.UploadAsync(folder.Id, file, cancelled), cancelled);
        await RepeatAsync(() => client.SubmitAsync(folder.Id, cancelled), cancelled);
    }

    private static async Task RepeatAsync(Func<Task> request, CancellationToken cancelled)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await request();
                return;
            }
            catch (HttpRequestException) when (attempt < 60)
            {
                await Task.Delay(500, cancelled);
            }
        }
    }

    private static async Task<AppDossier> ReportedAsync(AppClient client, DossierId dossier, CancellationToken cancelled)
    {
        for (var waited = 0; waited < 600; waited++)
        {
            if (await client.StatusAsync(dossier, cancelled) is { ReportedRevision: not null } status)
                return status;
            await Task.Delay(500, cancelled);
        }

        throw new TimeoutException($"{dossier} has no report after five minutes; it stands at {(await client.StatusAsync(dossier, cancelled))?.Stage}.");
    }

    // The rows of a revision are what its report says: none lost, none twice.
    private static async Task RecordsAsync(StackOptions options, DossierId dossier, DossierReport report, CancellationToken cancelled)
    {
        Assert.Equal(report.Documents.Length, await CountAsync(Tables.Documents));
        Assert.Equal(report.Documents.Sum(document => document.Criteria.Length), await CountAsync(Tables.Criteria));
        Assert.Equal(report.Findings.Length, await CountAsync(Tables.Findings));

        async Task<int> CountAsync(string table)
        {
            var rows = 0;
            await foreach (var row in new TableClient(options.StorageConnection, table).QueryAsync<TableEntity>(row => row.PartitionKey == dossier.ToString(), cancellationToken: cancelled))
                rows++;
            return rows;
        }
    }

    private static async Task MailsAsync(StackOptions options, List<DossierFolder> folders, CancellationToken cancelled)
    {
        var wanted = folders.Count * 2;
        string[] mails = [];
        for (var waited = 0; waited < 60 && mails.Length < wanted; waited++)
        {
            mails = Directory.GetFiles(options.MailFolder, "*.eml");
            await Task.Delay(500, cancelled);
        }

        // A late double would come now.
        await Task.Delay(3000, cancelled);
        mails = Directory.GetFiles(options.MailFolder, "*.eml");
        Assert.Equal(wanted, mails.Length);
        Assert.Equal(wanted, mails.Select(MessageId).Distinct().Count());
    }

    private static string MessageId(string mail) =>
        File.ReadLines(mail).First(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase));
}
