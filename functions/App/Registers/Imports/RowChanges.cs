using System.Collections.Immutable;

namespace LearningSociety.App.Registers.Imports;

/// <summary>What rows of a file do to those of a register: each is put in place of the one with its key, or takes it away.</summary>
/// <typeparam name="T">A row of the register.</typeparam>
/// <param name="Rows">The register afterwards.</param>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that are in place of others.</param>
/// <param name="Removed">Rows taken away.</param>
internal sealed record RowChanges<T>(ImmutableArray<T> Rows, int Added, int Changed, int Removed)
    where T : notnull
{
    /// <summary>The changes.</summary>
    /// <param name="before">The register.</param>
    /// <param name="file">Rows of the file, with those to take away marked; each key once.</param>
    /// <param name="keyOf">The key of a row.</param>
    public static RowChanges<T> Of<TKey>(ImmutableArray<T> before, IEnumerable<(T Row, bool Remove)> file, Func<T, TKey> keyOf)
        where TKey : notnull
    {
        var rows = before.ToDictionary(keyOf);
        var (added, changed, removed) = (0, 0, 0);
        foreach (var (row, remove) in file)
        {
            var key = keyOf(row);
            var there = rows.TryGetValue(key, out var old);
            if (remove) removed += rows.Remove(key) ? 1 : 0;
            else if (!there) added++;
            else if (!row.Equals(old)) changed++;
            if (!remove) rows[key] = row;
        }

        return new([.. rows.Values], added, changed, removed);
    }
}
