// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>What to analyse of a file, and how.</summary>
public class AnalyzeDocumentOptions
{
    /// <summary>Parts of the analysis that are done only when they are asked for.</summary>
    public IList<DocumentAnalysisFeature> Features { get; } = [];

    /// <summary>The language of the file, such as <c>vi</c>; null lets the service find out.</summary>
    public string Locale { get; set; }

    /// <summary>The pages to analyse, as numbers and ranges (<c>1</c>, <c>3-5</c>); empty for all.</summary>
    public IList<string> Pages { get; } = [];
}
