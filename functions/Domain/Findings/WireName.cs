using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace LearningSociety.Domain.Findings;

/// <summary>The name that a member of an enumeration has in results and in the catalogue, such as "level-2".</summary>
public static class WireName
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    /// <summary>The name on the wire; the member's own name when it has none.</summary>
    public static string Of(Enum value) => Names.GetOrAdd(value, static member =>
        member.GetType().GetField(member.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? member.ToString());

    /// <summary>The member of that name on the wire; null when none has it.</summary>
    public static T? Find<T>(ReadOnlySpan<char> name)
        where T : struct, Enum
    {
        foreach (var (known, value) in Members<T>.All)
            if (name.SequenceEqual(known)) return value;
        return null;
    }

    private static class Members<T>
        where T : struct, Enum
    {
        internal static readonly (string Name, T Value)[] All = [.. Enum.GetValues<T>().Select(value => (Of(value), value))];
    }
}
