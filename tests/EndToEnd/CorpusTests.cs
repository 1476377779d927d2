using System.Text.Json;
using LearningSociety.EndToEnd.Runs;
using LearningSociety.EndToEnd.Truth;

namespace LearningSociety.EndToEnd;

public sealed class CorpusTests(CorpusRun run) : IClassFixture<CorpusRun>
{
    public static TheoryData<string> Digital => new(CorpusRun.Digital);

    public static TheoryData<string> Scanned => new(CorpusRun.Scanned);

    public static TheoryData<string> All => new(CorpusRun.Digital.Concat(CorpusRun.Scanned));

    [Fact]
    public void EverythingWasProcessed() => Assert.True(run.Result.ExitStatus == 0, run.Result.ToString());

    [Theory]
    [MemberData(nameof(Digital))]
    public void DigitalDossierIsReadWithoutADifference(string dossier) =>
        Assert.Empty(TruthComparison.Differences(Path.Combine(Shell.Corpus(dossier), "truth.json"), run.File(dossier, "report.json")));

    [Theory]
    [MemberData(nameof(Scanned))]
    public void ScannedDossierIsNeverFalselyComplete(string dossier)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shell.Corpus(dossier), "truth.json")));
        using var report = JsonDocument.Parse(File.ReadAllText(run.File(dossier, "report.json")));
        var expected = truth.RootElement.GetProperty("expect").GetProperty("verdict").GetString();
        var verdict = report.RootElement.GetProperty("verdict").GetString();
        Assert.True(verdict == expected || verdict == "doubtful", $"{dossier}: expected {expected}, got {verdict}");
    }

    // The plan of S0 on paper, through an old scanner: both tables in all cells, and the wrong share of 74,9%.
    [Fact]
    public void AWornScanOfAPlanIsReadWithoutADifference() =>
        Assert.Empty(TruthComparison.Differences(Path.Combine(Shell.Corpus(CorpusRun.WornPlan), "truth.json"), run.File(CorpusRun.WornPlan, "report.json")));

    [Theory]
    [MemberData(nameof(All))]
    public void MailSaysWhatTheReportSays(string dossier)
    {
        var mail = File.ReadAllText(run.File(dossier, "message.eml"));
        Assert.Contains("Message-ID: <", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("multipart/alternative", mail, StringComparison.Ordinal);
        var html = File.ReadAllText(run.File(dossier, "report.html"));
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=\"http", html, StringComparison.OrdinalIgnoreCase);
        using var report = JsonDocument.Parse(File.ReadAllText(run.File(dossier, "report.json")));
        foreach (var finding in report.RootElement.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error"))
            Assert.Contains(finding.GetProperty("message").GetString()!, System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }
}
