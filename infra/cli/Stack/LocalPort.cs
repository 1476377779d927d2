using System.Net;
using System.Net.Sockets;

namespace LearningSociety.Cli.Stack;

/// <summary>TCP ports on the loopback interface.</summary>
public static class LocalPort
{
    /// <summary>Throws a sentence when something listens on the port already.</summary>
    /// <exception cref="SentenceException">The port is taken.</exception>
    public static void RequireFree(int port, string what, string remedy)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException)
        {
            throw new SentenceException($"Port {port}, which {what} needs, is taken by another program: {remedy}");
        }
    }

    /// <summary>Ports that are free at this moment.</summary>
    public static int[] Free(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            foreach (var listener in listeners)
                listener.Start();
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners)
                listener.Dispose();
        }
    }
}
