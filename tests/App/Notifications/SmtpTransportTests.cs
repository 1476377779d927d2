using System.Net;
using System.Net.Sockets;
using System.Text;
using LearningSociety.App.Notifications;
using LearningSociety.App.Settings;

namespace LearningSociety.App.Tests.Notifications;

public sealed class SmtpTransportTests
{
    [Fact]
    public async Task A_mail_reaches_the_server_with_its_message_id_and_both_bodies()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = ReceiveAsync(listener);
        var parts = new MailParts("a@xa.example", "Hệ thống", "b@xa.example", "Phòng Văn hóa", "key-1@xa.example", new(2026, 1, 12, 9, 0, 0, TimeSpan.FromHours(7)), new("Thiếu Mẫu 04", "<p>Thiếu</p>", "Thiếu"));
        var transport = new SmtpTransport(new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, null, null, false));

        await transport.SendAsync(new(new("d", "r"), parts.MessageId, parts.From, parts.To, "blob", false), parts, TestContext.Current.CancellationToken);

        var (commands, message) = await received;
        Assert.Contains(commands, line => line.StartsWith("RCPT TO:<b@xa.example>", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("message-id: <key-1@xa.example>", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("multipart/alternative", message, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("<p>Thiếu</p>")), message, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("Thiếu")), message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_starttls_gets_nothing_when_it_is_asked_for()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = ReceiveAsync(listener);
        var parts = new MailParts("a@xa.example", "A", "b@xa.example", "B", "key-2@xa.example", default(DateTimeOffset).AddYears(2025), new("x", "x", "x"));
        var transport = new SmtpTransport(new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, null, null, true));
        await Assert.ThrowsAsync<System.Net.Mail.SmtpException>(() => transport.SendAsync(new(new("d", "r"), parts.MessageId, parts.From, parts.To, "blob", false), parts, TestContext.Current.CancellationToken));
    }

    // As much of an SMTP server as a client needs.
    private static async Task<(List<string> Commands, string Message)> ReceiveAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), new ASCIIEncoding()) { NewLine = "\r\n", AutoFlush = true };
        var (commands, message) = (new List<string>(), new StringBuilder());
        await writer.WriteLineAsync("220 thu-nghiem");
        while (await reader.ReadLineAsync() is { } line)
        {
            commands.Add(line);
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } body && body != ".")
                    message.AppendLine(body);
                await writer.WriteLineAsync("250 taken");
                return (commands, message.ToString());
            }

            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 thu-nghiem");
        }

        return (commands, message.ToString());
    }
}
