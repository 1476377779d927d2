using System.Globalization;
using System.Text;

namespace LearningSociety.App.Notifications;

/// <summary>What a mail is made of.</summary>
/// <param name="From">Sender's address.</param>
/// <param name="FromName">Sender's name.</param>
/// <param name="To">Reader's address.</param>
/// <param name="ToName">Reader's name.</param>
/// <param name="MessageId">Message-ID without angle brackets.</param>
/// <param name="Date">The Date header.</param>
/// <param name="Content">Subject and both bodies.</param>
public sealed record MailParts(string From, string FromName, string To, string ToName, string MessageId, DateTimeOffset Date, ReportMail Content);

/// <summary>
/// Writes a mail as a MIME message (RFC 5322, 2045-2047): plain text and HTML as alternatives, UTF-8 in base64.
/// The same parts always give the same bytes.
/// </summary>
public static class MimeMessage
{
    private const string End = "\r\n";

    /// <summary>The message, with CRLF line ends, all ASCII.</summary>
    public static byte[] Write(MailParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var boundary = "=_" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(parts.MessageId)))[..32];
        var text = new StringBuilder();
        Header(text, "From", Address(parts.FromName, parts.From));
        Header(text, "To", Address(parts.ToName, parts.To));
        Header(text, "Subject", Words(parts.Content.Subject));
        Header(text, "Date", parts.Date.ToOffset(TimeSpan.FromHours(7)).ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + "+0700");
        Header(text, "Message-ID", $"<{parts.MessageId}>");
        Header(text, "MIME-Version", "1.0");
        Header(text, "Auto-Submitted", "auto-generated");
        Header(text, "Content-Language", "vi");
        Header(text, "Content-Type", $"multipart/alternative;{End} boundary=\"{boundary}\"");
        text.Append(End);
        Part(text, boundary, "text/plain", parts.Content.Text);
        Part(text, boundary, "text/html", parts.Content.Html);
        text.Append("--").Append(boundary).Append("--").Append(End);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void Part(StringBuilder text, string boundary, string type, string body)
    {
        text.Append("--").Append(boundary).Append(End);
        Header(text, "Content-Type", $"{type}; charset=utf-8");
        Header(text, "Content-Transfer-Encoding", "base64");
        text.Append(End);
        var lines = body.ReplaceLineEndings(End);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(lines));
        for (var at = 0; at < encoded.Length; at += 76)
            text.Append(encoded, at, Math.Min(76, encoded.Length - at)).Append(End);
    }

    private static void Header(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append(End);

    private static string Address(string name, string address)
    {
        var plain = OneLine(name);
        return plain.Length == 0 ? $"<{OneLine(address)}>" : $"{Words(plain, always: true)}{End} <{OneLine(address)}>";
    }

    // In base 64, with its frame, a part of this size has 68 characters.
    private const int EncodedBytes = 42;

    // RFC 2047: each word at most 75 characters and whole letters only, so that every part can be decoded by itself.
    private static string Words(string value, bool always = false)
    {
        var line = OneLine(value);
        if (!always && line.Length < 60 && line.All(letter => letter is >= ' ' and <= '~') && !line.Contains("=?", StringComparison.Ordinal))
            return line;
        var words = new List<string>();
        var part = "";
        // Parts end at spaces: some readers put a space of their own between two parts.
        foreach (var piece in line.Split(' ').Select((piece, i) => i == 0 ? piece : " " + piece).SelectMany(Short))
        {
            if (part.Length > 0 && Encoding.UTF8.GetByteCount(part + piece) > EncodedBytes)
            {
                words.Add(Encoded(part));
                part = "";
            }

            part += piece;
        }

        if (part.Length > 0)
            words.Add(Encoded(part));
        return string.Join(End + " ", words);
    }

    // A word longer than one part is cut between letters.
    private static IEnumerable<string> Short(string piece)
    {
        if (Encoding.UTF8.GetByteCount(piece) <= EncodedBytes)
            return [piece];
        return piece.EnumerateRunes().Select(rune => rune.ToString());
    }

    private static string Encoded(string part) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?=";

    // A line break in a name would begin a header of the sender's choice.
    private static string OneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new string([.. word.Where(letter => !char.IsControl(letter))])));
}
