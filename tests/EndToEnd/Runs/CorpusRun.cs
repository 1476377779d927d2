namespace LearningSociety.EndToEnd.Runs;

/// <summary>One call of `run.sh process` over the dossiers that every change is held to: all digital ones and three scans.</summary>
public sealed class CorpusRun : IAsyncLifetime
{
    public static readonly string[] Digital =
    [
        "u01-digital-signed-words", "u06-digital-tampered-wrong", "d01-digital-words", "p01-digital",
        "s0-hoa-binh", "s1-phu-luc-iiib", "s2-kinh-mon", "s3-trung-khanh", "s4-my-loc",
    ];

    public const string WornPlan = "s0-hoa-binh-worn";

    public static readonly string[] Scanned = ["u03-scan-worn-missing-m04", "u07-scan-fax-not-eligible", WornPlan];

    public string Output { get; } = Directory.CreateTempSubdirectory("learningsociety-corpus-").FullName;

    internal ShellResult Result { get; private set; } = new(-1, "", "");

    public string File(string dossier, string name) => Path.Combine(Output, dossier, name);

    public async ValueTask InitializeAsync() =>
        Result = await Shell.RunAsync(["process", .. Digital.Concat(Scanned).Select(Shell.Corpus), "--out", Output], TimeSpan.FromMinutes(5), CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Output, recursive: true);
        return ValueTask.CompletedTask;
    }
}
