using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LearningSociety.App.Api;

/// <summary>A part of an upload as it arrives: a field with its text, or a file with its name and content.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Text">The field's text; null for a file.</param>
/// <param name="FileName">The file's name as the sender gave it; null for a field.</param>
/// <param name="Content">The file's content, to be read before the next part is asked for; null for a field.</param>
internal sealed record UploadPart(string Field, string? Text, string? FileName, Stream? Content);

/// <summary>Reads an upload part by part, without keeping it in memory or on disk.</summary>
internal static class UploadedFiles
{
    private const int LongestField = 8 * 1024;
    private const int LongestBoundary = 200;

    /// <summary>True when the body is a form with files.</summary>
    internal static bool IsForm(HttpRequest request) => BoundaryOf(request) is not null;

    /// <summary>The parts in the order in which they arrive.</summary>
    /// <exception cref="InvalidDataException">The body is no well-formed multipart content.</exception>
    internal static async IAsyncEnumerable<UploadPart> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var boundary = BoundaryOf(request) ?? throw new InvalidDataException("The content type names no boundary.");
        var reader = new MultipartReader(boundary, request.Body);
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
            var field = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (FileNameOf(disposition) is { } name)
            {
                // A browser sends an empty part for a file field that was left empty.
                if (name.Length > 0) yield return new(field, null, name, new PartContent(section.Body));
                continue;
            }

            yield return new(field, await TextAsync(section.Body, cancellationToken), null, null);
        }
    }

    /// <summary>The name of a file that is the whole body: the query's "name", else the content disposition's; null when neither is there.</summary>
    internal static string? NameOfBody(HttpRequest request)
    {
        if (request.Query["name"].ToString() is { Length: > 0 } name) return name;
        return ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition) ? FileNameOf(disposition) : null;
    }

    private static string? FileNameOf(ContentDispositionHeaderValue disposition)
    {
        if (disposition.FileNameStar.HasValue) return disposition.FileNameStar.ToString();
        return disposition.FileName.HasValue ? HeaderUtilities.RemoveQuotes(disposition.FileName).ToString() : null;
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary.ToString()
            : null;

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            throw new InvalidDataException("The multipart content ends before its last boundary.", fault);
        }
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(body);
        var buffer = new char[LongestField + 1];
        var length = await text.ReadBlockAsync(buffer, cancellationToken);
        return length <= LongestField ? new string(buffer, 0, length) : throw new InvalidDataException("A field is longer than a field may be.");
    }
}
