using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LearningSociety.App.Web.Markup;

/// <summary>
/// A piece of HTML that is safe by construction: the only way to make one is an interpolated literal, whose literal parts
/// are markup as written in the source and whose holes are encoded, unless they are <see cref="Html"/> themselves.
/// Attribute values with holes must stand in double quotes.
/// </summary>
public sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Nothing.</summary>
    public static Html Empty { get; } = new("");

    /// <summary>Markup from an interpolated literal.</summary>
    public static Html Of(Template template) => new(template.ToMarkup());

    /// <summary>Text, encoded.</summary>
    public static Html Text(string? text) => new(Encoder.Encode(text ?? ""));

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece._markup)));

    /// <summary>A piece for each item, one after the other.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> piece) => Join(items.Select(piece));

    /// <summary>The piece when the condition holds, else nothing.</summary>
    public static Html When(bool condition, Func<Html> piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return condition ? piece() : Empty;
    }

    /// <summary>The markup.</summary>
    public override string ToString() => _markup;

    /// <summary>Collects the parts of an interpolated literal; the compiler makes these calls.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template
    {
        private readonly StringBuilder _markup;

        /// <summary>Starts a literal of about that length.</summary>
        public Template(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (formattedCount * 24));

        /// <summary>Markup as written in the source.</summary>
        public void AppendLiteral(string value) => _markup.Append(value);

        /// <summary>Markup that is safe already.</summary>
        public void AppendFormatted(Html? value) => _markup.Append(value?._markup);

        /// <summary>Text, encoded.</summary>
        public void AppendFormatted(string? value) => _markup.Append(Encoder.Encode(value ?? ""));

        /// <summary>A number.</summary>
        public void AppendFormatted(int value) => _markup.Append(CultureInfo.InvariantCulture, $"{value}");

        /// <summary>Any other value in its invariant form, encoded.</summary>
        public void AppendFormatted<T>(T value)
            where T : IFormattable => _markup.Append(Encoder.Encode(value?.ToString(null, CultureInfo.InvariantCulture) ?? ""));

        internal string ToMarkup() => _markup.ToString();
    }
}
