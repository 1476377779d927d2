using System.Text;
using System.Text.RegularExpressions;

namespace LearningSociety.Embedded.Blobs;

/// <summary>A trigger's path: a container, and a pattern for the names of blobs whose {tokens} become binding data.</summary>
public sealed class BlobPathPattern
{
    private readonly Regex _regex;
    private readonly string[] _tokens;

    private BlobPathPattern(string container, string prefix, Regex regex, string[] tokens)
    {
        (Container, Prefix, _regex, _tokens) = (container, prefix, regex, tokens);
    }

    /// <summary>The container.</summary>
    public string Container { get; }

    /// <summary>What every matching name begins with.</summary>
    public string Prefix { get; }

    /// <summary>Reads a path; on failure <paramref name="problem"/> says why in a sentence.</summary>
    public static bool TryParse(string path, out BlobPathPattern? pattern, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(path);
        pattern = null;
        var slash = path.IndexOf('/');
        var container = slash < 0 ? path : path[..slash];
        problem = Regex.IsMatch(container, "^([a-z0-9](-?[a-z0-9]){2,62}|\\$root|\\$web)$")
            ? null
            : $"\"{path}\" does not begin with a container's name (3 to 63 lower-case letters, digits and single hyphens).";
        if (problem is not null) return false;
        // Without a pattern every blob of the container counts.
        return TryReadName(path, container, slash < 0 ? "" : path[(slash + 1)..], out pattern, out problem);
    }

    /// <summary>The tokens' values for a blob's name, or null when the name does not match.</summary>
    public IReadOnlyDictionary<string, string>? Match(string name)
    {
        var match = _regex.Match(name);
        return match.Success
            ? _tokens.Select((token, i) => (token, match.Groups[i + 1].Value)).ToDictionary(p => p.token, p => p.Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    private static bool TryReadName(string path, string container, string template, out BlobPathPattern? pattern, out string? problem)
    {
        pattern = null;
        problem = null;
        var regex = new StringBuilder("^");
        var tokens = new List<string>();
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            regex.Append(Regex.Escape(open < 0 ? template[at..] : template[at..open]));
            if (open < 0) break;
            var close = template.IndexOf('}', open);
            var token = close < 0 ? "" : template[(open + 1)..close];
            if (!Regex.IsMatch(token, "^[A-Za-z_][A-Za-z0-9_]*$") || tokens.Contains(token, StringComparer.OrdinalIgnoreCase))
            {
                problem = $"\"{path}\" has the token \"{{{token}}}\", which is not a name, not closed or there twice.";
                return false;
            }

            tokens.Add(token);
            // As in the real host a token takes as much as it can, slashes included.
            regex.Append("(.+)");
            at = close + 1;
        }

        if (template.Length > 0) regex.Append('$');
        var brace = template.IndexOf('{');
        var prefix = brace < 0 ? template : template[..brace];
        pattern = new BlobPathPattern(container, prefix, new Regex(regex.ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant), [.. tokens]);
        return true;
    }
}
