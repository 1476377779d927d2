using System.Text;
using System.Text.Json;
using LearningSociety.EndToEnd.Runs;

namespace LearningSociety.EndToEnd;

/// <summary>A dossier with every kind of bad file beside good ones: each fault is named, the good ones are read.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task EachBadFileIsNamedAndTheOthersAreRead()
    {
        var folder = Directory.CreateTempSubdirectory("ho-so-loi-").FullName;
        var output = Directory.CreateTempSubdirectory("ket-qua-").FullName;
        var good = Shell.Corpus("u01-digital-signed-words");
        foreach (var name in new[] { "m04.pdf", "m10.pdf", "m18.pdf" })
            File.Copy(Path.Combine(good, name), Path.Combine(folder, name));
        File.WriteAllText(Path.Combine(folder, "dossier.json"), """{"kind":"unit-request","office":"htx-mau","officeName":"Hợp tác xã Nông nghiệp Long Xuyên","year":2025,"received":"2026-01-12"}""");
        File.WriteAllText(Path.Combine(folder, "ghi-chu.pdf"), "đây không phải là PDF", Encoding.UTF8);
        var whole = File.ReadAllBytes(Path.Combine(good, "m18.pdf"));
        File.WriteAllBytes(Path.Combine(folder, "bi-cat.pdf"), whole[..(whole.Length / 7)]);
        await EncryptAsync(Path.Combine(good, "m04.pdf"), Path.Combine(folder, "co-mat-khau.pdf"));

        var result = await Shell.RunAsync(["process", folder, "--out", output], TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.True(result.ExitStatus == 0, result.ToString());
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, Path.GetFileName(folder), "report.json")));
        var faults = report.RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => (Code: finding.GetProperty("code").GetString(), File: finding.GetProperty("file").GetString(), Message: finding.GetProperty("message").GetString()!))
            .Where(finding => finding.Code!.StartsWith("file-", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [("file-damaged", "bi-cat.pdf"), ("file-encrypted", "co-mat-khau.pdf"), ("file-not-pdf", "ghi-chu.pdf")],
            faults.Select(fault => (fault.Code, fault.File)).Order());
        Assert.All(faults, fault => Assert.Contains(fault.File!, fault.Message, StringComparison.Ordinal));
        Assert.Equal("incomplete", report.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(
            ["unit-m04", "unit-m10", "unit-m18"],
            report.RootElement.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("form").GetString()).Order());
    }

    [Theory]
    [InlineData("không phải JSON", "dossier.json")]
    [InlineData("""{"kind":"unit-request","office":"htx-mau","year":1}""", "2000")]
    [InlineData("""{"kind":"unit-request","office":"../htx","year":2025}""", "../htx")]
    public async Task ADossierThatCannotBeOpenedIsSaidInOneSentence(string description, string named)
    {
        var folder = Directory.CreateTempSubdirectory("ho-so-sai-").FullName;
        File.WriteAllText(Path.Combine(folder, "dossier.json"), description);
        File.WriteAllText(Path.Combine(folder, "a.pdf"), "x");
        var result = await Shell.RunAsync(["process", folder, "--out", folder + "-out"], TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(2, result.ExitStatus);
        Assert.Contains(named, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownKindIsNamedAndTheExitStatusIsOne()
    {
        var folder = Directory.CreateTempSubdirectory("ho-so-la-").FullName;
        File.WriteAllText(Path.Combine(folder, "dossier.json"), """{"kind":"ho-so-la","office":"htx-mau","year":2025}""");
        File.Copy(Path.Combine(Shell.Corpus("u01-digital-signed-words"), "m04.pdf"), Path.Combine(folder, "m04.pdf"));
        var result = await Shell.RunAsync(["process", folder, "--out", folder + "-out"], TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(1, result.ExitStatus);
        Assert.Contains("ho-so-la", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    private static async Task EncryptAsync(string from, string to)
    {
        using var qpdf = System.Diagnostics.Process.Start("qpdf", ["--encrypt", "mo", "chu", "256", "--", from, to]);
        await qpdf.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(to), "qpdf wrote no encrypted file");
    }
}
