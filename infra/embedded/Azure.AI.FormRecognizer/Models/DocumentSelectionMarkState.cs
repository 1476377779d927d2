namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>Whether a check box is ticked.</summary>
public enum DocumentSelectionMarkState
{
    /// <summary>It is not.</summary>
    Unselected = 0,

    /// <summary>It is.</summary>
    Selected = 1,
}
