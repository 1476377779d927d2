using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using LearningSociety.App.Statistics.Queries;

namespace LearningSociety.App.Statistics.Answers;

/// <summary>Rows as CSV by RFC 4180: UTF-8 with BOM, CRLF, names of columns first. Written as they come; nothing is held but a buffer.</summary>
public static class CsvRows
{
    private const int FlushAt = 64 * 1024;
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    // What a spreadsheet would take for a formula, also in full width.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>Writes all rows.</summary>
    public static async Task WriteAsync(PipeWriter to, ImmutableArray<Column> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var line = new StringBuilder("\uFEFF");
        for (var i = 0; i < columns.Length; i++) Cell(line, i, columns[i].Name);
        line.Append("\r\n");
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            for (var i = 0; i < row.Length; i++) Cell(line, i, row[i]);
            line.Append("\r\n");
            if (line.Length < FlushAt) continue;
            Encode(to, line);
            await to.FlushAsync(cancellationToken);
        }

        Encode(to, line);
        await to.FlushAsync(cancellationToken);
    }

    /// <summary>A text as a cell: quoted where it must be, and with an apostrophe before it where a spreadsheet would calculate it.</summary>
    public static string Text(string text)
    {
        if (text.Length > 0 && Formula.Contains(text[0])) text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static void Cell(StringBuilder line, int index, object? value)
    {
        if (index > 0) line.Append(',');
        switch (value)
        {
            case null: break;
            case string text: line.Append(Text(text)); break;
            case int number: line.Append(CultureInfo.InvariantCulture, $"{number}"); break;
            case decimal number: line.Append(CultureInfo.InvariantCulture, $"{number}"); break;
            case DateOnly day: line.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}"); break;
            default: throw new InvalidOperationException($"A cell cannot hold a {value.GetType().Name}.");
        }
    }

    private static void Encode(PipeWriter to, StringBuilder line)
    {
        foreach (var chunk in line.GetChunks())
            Encoding.UTF8.GetBytes(chunk.Span, to);
        line.Clear();
    }
}
