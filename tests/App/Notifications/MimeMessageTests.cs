using System.Text;
using System.Text.RegularExpressions;
using LearningSociety.App.Notifications;

namespace LearningSociety.App.Tests.Notifications;

public sealed partial class MimeMessageTests
{
    private static MailParts Parts(string subject = "[Chưa đủ] Trường THCS An Phụ: Hồ sơ đề nghị công nhận Đơn vị học tập năm 2025 (lần 1)", string toName = "Phòng Văn hóa - Xã hội") =>
        new("no-reply@xa.example", "Hệ thống kiểm tra hồ sơ", "nguoi-doc@xa.example", toName, "unit-request-2025-a.r000001-0a@xa.example",
            new(2026, 1, 12, 2, 5, 9, TimeSpan.Zero), new(subject, "<p>Thiếu biểu mẫu: Mẫu 04</p>", "Thiếu biểu mẫu: Mẫu 04\n"));

    [Fact]
    public void The_same_parts_give_the_same_bytes() => Assert.Equal(MimeMessage.Write(Parts()), MimeMessage.Write(Parts()));

    [Fact]
    public void Headers_and_bodies_come_back_as_they_were()
    {
        var message = Encoding.ASCII.GetString(MimeMessage.Write(Parts()));
        var head = message[..message.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        Assert.Equal(Parts().Content.Subject, Decode(Header(head, "Subject")));
        Assert.StartsWith("Hệ thống kiểm tra hồ sơ", Decode(Header(head, "From")), StringComparison.Ordinal);
        Assert.EndsWith("<nguoi-doc@xa.example>", Header(head, "To"), StringComparison.Ordinal);
        Assert.Equal("Mon, 12 Jan 2026 09:05:09 +0700", Header(head, "Date"));
        Assert.Equal("<unit-request-2025-a.r000001-0a@xa.example>", Header(head, "Message-ID"));
        var bodies = Bodies().Matches(message).Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value.Replace("\r\n", "", StringComparison.Ordinal)))).ToList();
        Assert.Equal(["Thiếu biểu mẫu: Mẫu 04\r\n", "<p>Thiếu biểu mẫu: Mẫu 04</p>"], bodies);
        Assert.All(message.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.DoesNotContain("\n\n", message.Replace("\r\n", "\r", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Phòng A\r\nBcc: ke-gian@example.test")]
    [InlineData("Phòng A\nX: y")]
    public void A_line_break_in_a_name_begins_no_header(string name)
    {
        var message = Encoding.ASCII.GetString(MimeMessage.Write(Parts(subject: name, toName: name)));
        var names = message[..message.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Where(line => !line.StartsWith(' ')).Select(line => line[..line.IndexOf(':')]);
        Assert.Equal(["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Language", "Content-Type"], names);
    }

    [Fact]
    public async Task A_mail_is_in_the_pickup_folder_once_however_often_it_is_sent()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"pickup-{Guid.NewGuid():n}");
        var key = OutboxKey.Of("unit-request-2025-a", 1, "Nguoi-Doc@xa.example");
        var mail = new OutgoingMail(key, "id", "a@xa.example", "nguoi-doc@xa.example", "blob", false);
        var pickup = new PickupFolder(folder);
        for (var i = 0; i < 3; i++)
            await pickup.SendAsync(mail, Parts(), TestContext.Current.CancellationToken);
        Assert.Equal([PickupFolder.FileName(key)], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
        Assert.Equal(MimeMessage.Write(Parts()), File.ReadAllBytes(Path.Combine(folder, PickupFolder.FileName(key))));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("a@xa.example", "A@xa.example ", true)]
    [InlineData("a@xa.example", "b@xa.example", false)]
    public void An_outbox_key_is_the_same_for_the_same_reader(string one, string other, bool same)
    {
        var key = OutboxKey.Of("d", 2, one);
        Assert.Equal(same, key == OutboxKey.Of("d", 2, other));
        Assert.Equal(key, OutboxKey.TryParse(key.ToString()));
        Assert.NotEqual(key, OutboxKey.Of("d", 3, one));
    }

    private static string Header(string head, string name) =>
        head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 2)..];

    private static string Decode(string header) =>
        Words().Replace(header.Replace("?= =?", "?==?", StringComparison.Ordinal), match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value)));

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]+)\?=")]
    private static partial Regex Words();

    [GeneratedRegex(@"base64\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--")]
    private static partial Regex Bodies();
}
