using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>The Bicep compiler, asked over its JSON-RPC interface: starting it takes longer than answering.</summary>
internal sealed class BicepCompiler : IDisposable
{
    private readonly Process process;
    private int asked;

    /// <summary>Starts it where only these variables are set, beside what it needs to run.</summary>
    public BicepCompiler(IReadOnlyDictionary<string, string> environment)
    {
        var program = Path.Combine(Repository.Root, ".run/bicep/bicep");
        Assert.True(File.Exists(program), "The Bicep compiler is not there; ./test.sh installs it.");
        var start = new ProcessStartInfo(program, ["jsonrpc", "--stdio"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Except(["PATH", "HOME", "TMPDIR"]).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000))
            process.Kill();
        process.Dispose();
    }

    /// <summary>Calls a method; a refusal fails the test that asked.</summary>
    public JsonNode Ask(string method, object parameters)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { jsonrpc = "2.0", id = ++asked, method, @params = parameters });
        var output = process.StandardInput.BaseStream;
        output.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
        output.Write(body);
        output.Flush();
        var answer = JsonNode.Parse(ReadMessage())!;
        Assert.True(answer["result"] is not null, $"{method}: {answer["error"]}");
        return answer["result"]!;
    }

    private byte[] ReadMessage()
    {
        var length = 0;
        for (var line = ReadLine(); line.Length > 0; line = ReadLine())
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
        var body = new byte[length];
        process.StandardOutput.BaseStream.ReadExactly(body);
        return body;
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (var next = process.StandardOutput.BaseStream.ReadByte(); next != '\n'; next = process.StandardOutput.BaseStream.ReadByte())
        {
            Assert.True(next >= 0, "The Bicep compiler ended before it answered.");
            if (next != '\r')
                line.Append((char)next);
        }

        return line.ToString();
    }
}
