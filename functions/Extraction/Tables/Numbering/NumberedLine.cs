namespace LearningSociety.Extraction.Tables.Numbering;

/// <summary>A row of a criterion table with its number; criterion 0 is the overall row.</summary>
/// <param name="Criterion">The criterion it belongs to, from 1.</param>
/// <param name="Indicator">Its number in the criterion, from 1; null for the criterion's own row.</param>
/// <param name="Line">The row.</param>
/// <param name="Certainty">Below 1 where its label was not what its number would be printed as.</param>
internal sealed record NumberedLine(int Criterion, int? Indicator, TableLine Line, double Certainty);
