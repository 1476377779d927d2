using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LearningSociety.Cli.Dossiers;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.Cli.Client;

/// <summary>The function app's machine interface, as an office's own software would use it.</summary>
public sealed class AppClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly HttpClient http;

    /// <summary>Creates a client that carries the key.</summary>
    public AppClient(Uri app, string key)
    {
        http = new HttpClient { BaseAddress = app, Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Registers an office, or renames it.</summary>
    public async Task PutOfficeAsync(string slug, string name, CancellationToken cancellationToken)
    {
        using var answer = await http.PutAsJsonAsync($"api/manage/offices/{slug}", new { name }, Json, cancellationToken);
        await ExpectAsync(answer, cancellationToken);
    }

    /// <summary>Registers a reader of reports.</summary>
    public async Task PutReaderAsync(string address, string name, string kind, string place, CancellationToken cancellationToken)
    {
        using var answer = await http.PutAsJsonAsync("api/manage/readers", new { address, name, kind, place }, Json, cancellationToken);
        await ExpectAsync(answer, cancellationToken);
    }

    /// <summary>Opens a dossier, or finds the one that is open.</summary>
    public async Task OpenAsync(DossierFolder dossier, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            "api/dossiers", new { kind = dossier.Id.Kind, office = dossier.Id.Office, year = dossier.Id.Year, received = dossier.Received }, Json, cancellationToken);
        await ExpectAsync(answer, cancellationToken);
    }

    /// <summary>Hands in one file.</summary>
    public async Task UploadAsync(DossierId dossier, string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        using var part = new StreamContent(content);
        part.Headers.ContentType = new("application/pdf");
        using var form = new MultipartFormDataContent { { part, "files", Path.GetFileName(file) } };
        using var answer = await http.PostAsync($"api/dossiers/{dossier}/files", form, cancellationToken);
        await ExpectAsync(answer, cancellationToken);
    }

    /// <summary>Takes a file out of the next revision; the original stays in the history.</summary>
    public async Task RemoveAsync(DossierId dossier, string fileName, CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync($"api/dossiers/{dossier}/files/{Uri.EscapeDataString(fileName)}", cancellationToken);
        await ExpectAsync(answer, cancellationToken);
    }

    /// <summary>Says that everything was handed in.</summary>
    public async Task SubmitAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync($"api/dossiers/{dossier}/submit", null, cancellationToken);
        await ExpectAsync(answer, cancellationToken);
    }

    /// <summary>Where a dossier stands; null when there is none.</summary>
    public async Task<AppDossier?> StatusAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync($"api/dossiers/{dossier}", cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        await ExpectAsync(answer, cancellationToken);
        return await answer.Content.ReadFromJsonAsync<AppDossier>(Json, cancellationToken);
    }

    /// <summary>A revision's report, as the bytes that the app gave and as read.</summary>
    public async Task<(string Text, DossierReport Report)> ReportAsync(DossierId dossier, int revision, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync($"api/dossiers/{dossier}/report?revision={revision}", cancellationToken);
        await ExpectAsync(answer, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return (text, JsonSerializer.Deserialize<DossierReport>(text, DossierReport.Json)
            ?? throw new AppAnswerException("the report is empty"));
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static async Task ExpectAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
            return;
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        throw new AppAnswerException(DetailOf(text) ?? $"the function app answered {(int)answer.StatusCode} {answer.ReasonPhrase}");
    }

    private static string? DetailOf(string text)
    {
        try
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(text);
            return problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("detail", out var detail) ? detail.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The app refused or failed a request; the message is its own sentence.</summary>
public sealed class AppAnswerException(string message) : Exception(message);

/// <summary>What the app says of a dossier.</summary>
/// <param name="Id">The dossier's id.</param>
/// <param name="Revision">The revision under way.</param>
/// <param name="Stage">"received", "reading", "checking", "reported" or "failed".</param>
/// <param name="ReportedRevision">The newest revision with a report.</param>
/// <param name="Files">Its files.</param>
public sealed record AppDossier(string Id, int Revision, string Stage, int? ReportedRevision, IReadOnlyList<AppFile> Files);

/// <summary>A file of a dossier.</summary>
public sealed record AppFile(string Name, string Sha256, int? Pages, string State, IReadOnlyList<string> Recognised);
