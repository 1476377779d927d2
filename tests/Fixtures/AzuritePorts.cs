using System.Net;
using System.Net.Sockets;

namespace LearningSociety.Fixtures;

/// <summary>The ports of one Azurite.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>Three ports that are free at this moment.</summary>
    public static AzuritePorts Free()
    {
        // All three are held until the last is known, so that none is given twice.
        using var blob = Listen();
        using var queue = Listen();
        using var table = Listen();
        return new(PortOf(blob), PortOf(queue), PortOf(table));
    }

    /// <summary>Whether all three take connections.</summary>
    public async Task<bool> AnswerAsync(CancellationToken cancellationToken)
    {
        foreach (var port in new[] { Blob, Queue, Table })
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            }
            catch (SocketException)
            {
                return false;
            }
        }

        return true;
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
