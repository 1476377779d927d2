namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>The unit of measures on a page.</summary>
public enum DocumentPageLengthUnit
{
    /// <summary>Pixels, for images.</summary>
    Pixel = 0,

    /// <summary>Inches, for PDF.</summary>
    Inch = 1,
}
