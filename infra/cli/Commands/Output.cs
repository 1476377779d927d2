using System.Text;
using LearningSociety.App.Notifications;

namespace LearningSociety.Cli.Commands;

/// <summary>The folder that `process` writes to: OUT/&lt;folder name&gt;/ with report.json, report.html and message.eml.</summary>
public sealed class Output(string folder, string mailFolder)
{
    private static readonly TimeSpan MailPatience = TimeSpan.FromSeconds(30);

    /// <summary>Writes one dossier's files. A file appears whole or not at all.</summary>
    /// <returns>Null, or what is missing, for people.</returns>
    public async Task<string?> WriteAsync(string name, string reportJson, string dossier, int revision, ReportMail mail, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, name);
        Directory.CreateDirectory(target);
        await WriteWholeAsync(Path.Combine(target, "report.json"), Encoding.UTF8.GetBytes(reportJson), cancellationToken);
        await WriteWholeAsync(Path.Combine(target, "report.html"), Encoding.UTF8.GetBytes(mail.Html), cancellationToken);

        // The outbox sends a moment after the report is there.
        for (var waited = TimeSpan.Zero; waited < MailPatience; waited += TimeSpan.FromMilliseconds(200))
        {
            if (Find(dossier, revision) is { } message)
            {
                await WriteWholeAsync(Path.Combine(target, "message.eml"), await File.ReadAllBytesAsync(message, cancellationToken), cancellationToken);
                return null;
            }

            await Task.Delay(200, cancellationToken);
        }

        return $"no e-mail came to {mailFolder} within {MailPatience.TotalSeconds:0} seconds";
    }

    private string? Find(string dossier, int revision) =>
        Directory.Exists(mailFolder) ? Directory.EnumerateFiles(mailFolder, $"{dossier}-r{revision:D6}-*.eml").Order(StringComparer.Ordinal).FirstOrDefault() : null;

    private static async Task WriteWholeAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var beside = path + ".part";
        await File.WriteAllBytesAsync(beside, content, cancellationToken);
        File.Move(beside, path, overwrite: true);
    }
}
