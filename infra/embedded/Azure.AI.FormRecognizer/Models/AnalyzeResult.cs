// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>What an analysis found in a file.</summary>
public class AnalyzeResult
{
    internal AnalyzeResult(
        string modelId,
        string content,
        IReadOnlyList<DocumentPage> pages,
        IReadOnlyList<DocumentTable> tables,
        IReadOnlyList<DocumentKeyValuePair> keyValuePairs,
        IReadOnlyList<DocumentStyle> styles,
        IReadOnlyList<DocumentLanguage> languages,
        IReadOnlyList<AnalyzedDocument> documents,
        IReadOnlyList<DocumentParagraph> paragraphs,
        string serviceVersion)
    {
        ModelId = modelId;
        Content = content;
        Pages = pages ?? [];
        Tables = tables ?? [];
        KeyValuePairs = keyValuePairs ?? [];
        Styles = styles ?? [];
        Languages = languages ?? [];
        Documents = documents ?? [];
        Paragraphs = paragraphs ?? [];
        ServiceVersion = serviceVersion;
    }

    /// <summary>The model that analysed the file.</summary>
    public string ModelId { get; }

    /// <summary>All text in reading order. Spans count its UTF-16 code units.</summary>
    public string Content { get; }

    /// <summary>The pages.</summary>
    public IReadOnlyList<DocumentPage> Pages { get; }

    /// <summary>The tables.</summary>
    public IReadOnlyList<DocumentTable> Tables { get; }

    /// <summary>Pairs of a caption and what was entered.</summary>
    public IReadOnlyList<DocumentKeyValuePair> KeyValuePairs { get; }

    /// <summary>Styles of the text.</summary>
    public IReadOnlyList<DocumentStyle> Styles { get; }

    /// <summary>Languages of the text.</summary>
    public IReadOnlyList<DocumentLanguage> Languages { get; }

    /// <summary>The documents that the model recognised.</summary>
    public IReadOnlyList<AnalyzedDocument> Documents { get; }

    /// <summary>The paragraphs.</summary>
    public IReadOnlyList<DocumentParagraph> Paragraphs { get; }

    /// <summary>The version of the service that answered.</summary>
    public string ServiceVersion { get; }
}
