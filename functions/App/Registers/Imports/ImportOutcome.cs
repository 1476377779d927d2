using System.Collections.Immutable;

namespace LearningSociety.App.Registers.Imports;

/// <summary>What an import came to. With a fault nothing was imported at all.</summary>
/// <param name="Import">The import's name.</param>
/// <param name="Rows">Rows of the file, without its head and empty rows.</param>
/// <param name="Added">Entries that are new.</param>
/// <param name="Changed">Entries that are in place of others.</param>
/// <param name="Removed">Entries taken away.</param>
/// <param name="Faults">What was refused, by row; the first ones when there are many.</param>
/// <param name="FaultCount">How much was refused in all.</param>
/// <param name="Notes">What to look at although it was taken, in Vietnamese.</param>
public sealed record ImportOutcome(
    string Import, int Rows, int Added, int Changed, int Removed, ImmutableArray<ImportFault> Faults, int FaultCount, ImmutableArray<string> Notes)
{
    /// <summary>Most faults that are told one by one; more help nobody.</summary>
    public const int MostFaults = 500;

    /// <summary>The note on an import that may move dossiers to another place.</summary>
    public const string CountAnew = "Hồ sơ đã nộp còn được tính theo nơi cũ cho đến khi tính lại số liệu (statistics rebuild).";

    /// <summary>True when nothing was refused.</summary>
    public bool IsTaken => FaultCount == 0;

    /// <summary>A file that was refused.</summary>
    public static ImportOutcome Refused(string import, int rows, IReadOnlyCollection<ImportFault> faults) =>
        new(import, rows, 0, 0, 0, [.. faults.OrderBy(fault => fault.Row).Take(MostFaults)], faults.Count, []);
}
