using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LearningSociety.Catalog;

/// <summary>A mapping of a catalogue file, read key by key; what is wrong is noted with its line, and a harmless value takes its place.</summary>
internal sealed class YamlEntry(string file, YamlNode node, List<CatalogueProblem> problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal int Line => (int)node.Start.Line;

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Pairs => node is YamlMappingNode mapping ? mapping.Children : [];

    internal void Wrong(string what, YamlNode? at = null) => problems.Add(new(file, (int)(at ?? node).Start.Line, what));

    internal bool Has(string key) => Find(key) is not null;

    internal string Text(string key) => TextOrNull(key) ?? Missing(key, "");

    internal string? TextOrNull(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        var other => Missing<string?>(key, null, other),
    };

    internal int Int(string key) => IntOrNull(key) ?? Missing(key, 0);

    internal int? IntOrNull(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar when int.TryParse(scalar.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) => value,
        var other => Missing<int?>(key, null, other, "a whole number"),
    };

    internal decimal? DecimalOrNull(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar when decimal.TryParse(scalar.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) => value,
        var other => Missing<decimal?>(key, null, other, "a number"),
    };

    internal bool Flag(string key, bool otherwise) => Find(key) switch
    {
        null => otherwise,
        YamlScalarNode { Value: "true" } => true,
        YamlScalarNode { Value: "false" } => false,
        var other => Missing(key, otherwise, other, "true or false"),
    };

    internal DateOnly? Date(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar when DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) => value,
        var other => Missing<DateOnly?>(key, null, other, "a day as 2026-01-31"),
    };

    /// <summary>One of the words given, or the first of them when it is none.</summary>
    internal T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T otherwise) => Find(key) switch
    {
        null => otherwise,
        YamlScalarNode { Value: { } value } when words.TryGetValue(value, out var choice) => choice,
        var other => Missing(key, otherwise, other, $"one of {string.Join(", ", words.Keys)}"),
    };

    internal ImmutableArray<string> Texts(string key) => [.. Items(key).Select(item => item is YamlScalarNode { Value: { Length: > 0 } value } ? value : Missing(key, "", item))];

    internal ImmutableArray<YamlEntry> Entries(string key) => [.. Items(key).Select(item => Entry(key, item))];

    internal YamlEntry? EntryOrNull(string key) => Find(key) is { } found ? Entry(key, found) : null;

    /// <summary>Keys and values of a mapping of texts under the key.</summary>
    internal IEnumerable<(string Key, string Text, int Line)> Pairing(string key)
    {
        if (EntryOrNull(key) is not { } entry) yield break;
        foreach (var name in entry.Keys) yield return (name, entry.Text(name), entry.Line);
    }

    internal IEnumerable<string> Keys => Pairs.Select(pair => ((YamlScalarNode)pair.Key).Value ?? "");

    /// <summary>Notes keys that nobody asked for: a slip of the pen would otherwise go unseen.</summary>
    internal void Closed()
    {
        foreach (var (key, _) in Pairs)
        {
            if (key is YamlScalarNode { Value: { } name } && !_asked.Contains(name)) Wrong($"\"{name}\" is not a key known here", key);
        }
    }

    private YamlEntry Entry(string key, YamlNode item)
    {
        if (item is not YamlMappingNode) Missing(key, 0, item, "keys with values");
        return new(file, item, problems);
    }

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence.Children,
        var other => Missing<IEnumerable<YamlNode>>(key, [], other, "a list"),
    };

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return Pairs.FirstOrDefault(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Value;
    }

    private T Missing<T>(string key, T value, YamlNode? at = null, string expected = "a text")
    {
        Wrong(at is null ? $"\"{key}\" is missing" : $"\"{key}\" must be {expected}", at);
        return value;
    }
}
