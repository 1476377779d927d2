using System.Globalization;
using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.History;

namespace LearningSociety.Embedded.Durable.Store;

/// <summary>What one execution leaves to the next one.</summary>
internal sealed record CarriedOver(IReadOnlyList<HistoryEvent> Events, IReadOnlyList<string> SeenMessages);

/// <summary>All that is stored of an instance and counts, in memory.</summary>
internal sealed class StoredInstance
{
    public required InstanceHead Head { get; set; }

    /// <summary>The input of the current execution.</summary>
    public string? Input { get; set; }

    /// <summary>The episodes of the current execution.</summary>
    public List<Episode> Episodes { get; } = [];

    /// <summary>Messages that have not been taken, by number.</summary>
    public SortedDictionary<long, OutboxMessage> Outbox { get; } = [];

    /// <summary>What the execution before left; null when there was none.</summary>
    public CarriedOver? Carried { get; set; }

    /// <summary>Keys of rows that are there beside the head.</summary>
    public HashSet<string> RowKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of rows that no longer count and wait to be deleted.</summary>
    public List<string> Garbage { get; } = [];

    /// <summary>Puts the rows of a partition together; null when they hold no instance.</summary>
    /// <exception cref="InvalidDataException">Rows that should count are missing.</exception>
    public static StoredInstance? From(IReadOnlyDictionary<string, TableEntity> rows)
    {
        if (!rows.TryGetValue(InstanceHead.RowKey, out var headRow))
            return null;
        var head = InstanceHead.From(headRow);
        var instance = new StoredInstance { Head = head };
        instance.RowKeys.UnionWith(rows.Keys.Where(key => key != InstanceHead.RowKey));

        string Text(string key) => TextRows.Join(rows, key)
            ?? throw new InvalidDataException($"The stored orchestration '{head.InstanceId}' is damaged: row {key} is missing. Purge it or restore its table.");

        if (head.HasInput)
            instance.Input = Text(head.InputKey);
        if (head.HasCarried)
            instance.Carried = StoredJson.Read<CarriedOver>(Text(head.CarriedKey));
        for (var number = 0; number < head.Episodes; number++)
            instance.Episodes.Add(StoredJson.Read<Episode>(Text(head.EpisodeKey(number))));
        foreach (var number in OutboxNumbers(rows.Keys).Where(number => number < head.OutboxNext))
            instance.Outbox.Add(number, StoredJson.Read<OutboxMessage>(Text(InstanceHead.OutboxKey(number))));

        instance.Garbage.AddRange(instance.RowKeys.Where(key => IsOld(key, head.Generation)));
        return instance;
    }

    /// <summary>Whether a row belongs to an execution before this one.</summary>
    public static bool IsOld(string key, int generation)
    {
        var at = key[0] == 'e' ? 1 : key[0] == 'x' ? 2 : -1;
        return at > 0
            && int.TryParse(key.AsSpan(at, Math.Min(8, key.Length - at)), NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            && of < generation;
    }

    private static IEnumerable<long> OutboxNumbers(IEnumerable<string> keys) => keys
        .Where(key => key[0] == 'o' && key.EndsWith("-0000", StringComparison.Ordinal))
        .Select(key => long.Parse(key.AsSpan(1, 12), NumberStyles.None, CultureInfo.InvariantCulture));
}
