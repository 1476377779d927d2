using System.Collections.Immutable;

namespace LearningSociety.App.Registers.Imports;

/// <summary>Imports files by the name of their register.</summary>
public sealed class RegisterImports(IEnumerable<IRegisterImport> imports)
{
    /// <summary>Largest file.</summary>
    public const int MostBytes = 32 << 20;

    /// <summary>All imports by name.</summary>
    public ImmutableSortedDictionary<string, IRegisterImport> All { get; } = imports.ToImmutableSortedDictionary(import => import.Name, import => import, StringComparer.Ordinal);

    /// <summary>Imports a file, or says what is wrong with it; null when there is no such import.</summary>
    /// <param name="name">The import's name.</param>
    /// <param name="file">Its content.</param>
    /// <param name="checkOnly">True to find out what is wrong, and change nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ImportOutcome?> RunAsync(string name, Stream file, bool checkOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!All.TryGetValue(name, out var import)) return null;
        var (bytes, isWhole) = await ReadAsync(file, cancellationToken);
        if (!isWhole) return ImportOutcome.Refused(name, 0, [new(0, "", $"Tệp lớn hơn {MostBytes >> 20} MB. Xóa những dòng và cột thừa, hoặc tách thành nhiều tệp.")]);
        var (sheet, faults) = ImportSheet.Read(bytes.Span, import.Columns, import.MostRows);
        return sheet is null ? ImportOutcome.Refused(name, 0, faults) : await import.RunAsync(sheet, checkOnly, cancellationToken);
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = await file.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > MostBytes) return (default, false);
        }

        return (bytes.GetBuffer().AsMemory(0, (int)bytes.Length), true);
    }
}
