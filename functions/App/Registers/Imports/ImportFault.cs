namespace LearningSociety.App.Registers.Imports;

/// <summary>Why a row, or a whole file, cannot be imported.</summary>
/// <param name="Row">Row of the sheet as a spreadsheet numbers it, its head being row 1; 0 when it is about the whole file.</param>
/// <param name="Column">Name of the column; empty when it is about the whole row or file.</param>
/// <param name="Message">What is wrong and what to do, in Vietnamese.</param>
public sealed record ImportFault(int Row, string Column, string Message);
