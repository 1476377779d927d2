using System.Collections.Immutable;
using LearningSociety.App.Web.Answers;

namespace LearningSociety.App.Printing;

/// <summary>A paper as a file to download.</summary>
internal static class PaperFile
{
    private const string Word = "docx";
    private const string Sheet = "xlsx";

    /// <summary>The formats, as addresses name them.</summary>
    public static ImmutableArray<string> Formats { get; } = [Word, Sheet];

    /// <summary>The answer with the file.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="name">The file's name without ending, in letters that every system takes.</param>
    public static Answer Of(Paper paper, string format, string name)
    {
        using var file = new MemoryStream();
        if (format == Word) PaperWord.Write(file, paper);
        else PaperSheet.Write(file, paper);
        var bytes = file.ToArray();
        return Answer.Of(http =>
        {
            http.Response.ContentType = format == Word ? PaperWord.ContentType : PaperSheet.ContentType;
            http.Response.ContentLength = bytes.Length;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{format}\"";
            return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
        });
    }
}
