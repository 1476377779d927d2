using System.Collections.Immutable;

namespace LearningSociety.App.Registers.Imports;

/// <summary>An import of a register from CSV, under one name in the address and on the command line.</summary>
public interface IRegisterImport
{
    /// <summary>The name, such as "units".</summary>
    string Name { get; }

    /// <summary>The columns of its file.</summary>
    ImmutableArray<ImportColumn> Columns { get; }

    /// <summary>Most rows of a file.</summary>
    int MostRows { get; }

    /// <summary>Checks every row and then, unless anything is wrong or only a check was asked for, imports all of them.</summary>
    Task<ImportOutcome> RunAsync(ImportSheet sheet, bool checkOnly, CancellationToken cancellationToken);
}
