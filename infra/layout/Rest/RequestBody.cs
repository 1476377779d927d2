using System.Text.Json;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Work;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.Layout.Rest;

/// <summary>Takes the file out of a request: the body itself, or JSON with base64Source or (for allowed hosts) urlSource.</summary>
public sealed class RequestBody(LayoutSettings settings, IHttpClientFactory clients)
{
    /// <summary>Stores the file; gives the answer that refuses it, or null when it is stored.</summary>
    public async Task<IResult?> StoreAsync(HttpRequest request, string path, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            if (request.HasJsonContentType())
            {
                if (await StoreSourceAsync(request, path, cancel) is { } refused) return refused;
            }
            else
            {
                await using var file = File.Create(path);
                if (!await CopyAsync(request.Body, file, cancel)) return TooLarge();
            }
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }

        if (new FileInfo(path).Length == 0) return ApiError.BadRequest("InvalidContentLength", "The request holds no file.");
        return FileKinds.OfFile(path) == FileKind.Unknown
            ? new ApiError("InvalidRequest", FileFaults.Message(FileFaults.UnsupportedKind), new("InvalidContent", FileFaults.Message(FileFaults.UnsupportedKind))).Answer(400)
            : null;
    }

    private async Task<IResult?> StoreSourceAsync(HttpRequest request, string path, CancellationToken cancel)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancel);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                if (json.RootElement.TryGetProperty("base64Source", out var base64) && base64.ValueKind == JsonValueKind.String)
                {
                    if (!base64.TryGetBytesFromBase64(out var bytes)) return ApiError.BadRequest("InvalidParameter", "base64Source is no base64.");
                    if (bytes.Length > settings.Limits.MostBytes) return TooLarge();
                    await File.WriteAllBytesAsync(path, bytes, cancel);
                    return null;
                }

                if (json.RootElement.TryGetProperty("urlSource", out var url) && url.ValueKind == JsonValueKind.String)
                    return await StoreUrlAsync(url.GetString()!, path, cancel);
            }
        }
        catch (JsonException)
        {
            return ApiError.BadRequest("InvalidParameter", "The body is no JSON.");
        }

        return ApiError.BadRequest("InvalidParameter", "The body names neither base64Source nor urlSource.");
    }

    private async Task<IResult?> StoreUrlAsync(string source, string path, CancellationToken cancel)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || !settings.UrlSourceHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
            return ApiError.BadRequest("InvalidParameter", "This server does not fetch from that address. Send the file itself, or allow the host in Layout:UrlSourceHosts.");
        try
        {
            using var client = clients.CreateClient();
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!response.IsSuccessStatusCode) return ApiError.BadRequest("InvalidContent", $"The file could not be fetched: status {(int)response.StatusCode}.");
            await using var file = File.Create(path);
            await using var content = await response.Content.ReadAsStreamAsync(cancel);
            return await CopyAsync(content, file, cancel) ? null : TooLarge();
        }
        catch (HttpRequestException)
        {
            return ApiError.BadRequest("InvalidContent", "The file could not be fetched: no answer.");
        }
    }

    private async Task<bool> CopyAsync(Stream from, Stream to, CancellationToken cancel)
    {
        var buffer = new byte[1 << 16];
        long length = 0;
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if ((length += read) > settings.Limits.MostBytes) return false;
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return true;
    }

    private IResult TooLarge() =>
        new ApiError("InvalidRequest", "The file is too large.", new("InvalidContentLength", $"At most {settings.Limits.MostBytes >> 20} MiB are taken.")).Answer(413);
}
