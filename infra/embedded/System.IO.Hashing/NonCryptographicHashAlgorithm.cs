using System.Buffers;
using System.ComponentModel;

namespace System.IO.Hashing;

/// <summary>A checksum that is computed over appended pieces. It protects against accidents, not against people.</summary>
public abstract class NonCryptographicHashAlgorithm
{
    private const int CopyBytes = 64 * 1024;

    /// <summary>Creates the algorithm.</summary>
    /// <param name="hashLengthInBytes">How many bytes the checksum has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    /// <summary>How many bytes the checksum has.</summary>
    public int HashLengthInBytes { get; }

    /// <summary>Adds a piece.</summary>
    /// <param name="source">The piece.</param>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Forgets everything that was added.</summary>
    public abstract void Reset();

    /// <summary>Adds a piece.</summary>
    /// <param name="source">The piece.</param>
    /// <exception cref="ArgumentNullException">The piece is null.</exception>
    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(new ReadOnlySpan<byte>(source));
    }

    /// <summary>Adds a stream's content from its place to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBytes);
        try
        {
            for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
                Append(buffer.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Adds a stream's content from its place to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ReadAsync(stream, cancellationToken);
    }

    /// <summary>The checksum of what was added so far.</summary>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    /// <summary>Writes the checksum of what was added so far.</summary>
    /// <param name="destination">Where to.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public int GetCurrentHash(Span<byte> destination) =>
        TryGetCurrentHash(destination, out var written) ? written : throw TooShort(nameof(destination));

    /// <summary>Writes the checksum of what was added so far.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when there is too little room.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryGetCurrentHash(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < HashLengthInBytes)
            return false;
        GetCurrentHashCore(destination[..HashLengthInBytes]);
        bytesWritten = HashLengthInBytes;
        return true;
    }

    /// <summary>The checksum of what was added, which is forgotten then.</summary>
    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    /// <summary>Writes the checksum of what was added, which is forgotten then.</summary>
    /// <param name="destination">Where to.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public int GetHashAndReset(Span<byte> destination) =>
        TryGetHashAndReset(destination, out var written) ? written : throw TooShort(nameof(destination));

    /// <summary>Writes the checksum of what was added, which is forgotten then.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when there is too little room.</param>
    /// <returns>Whether there was room; without it nothing is forgotten.</returns>
    public bool TryGetHashAndReset(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < HashLengthInBytes)
            return false;
        GetHashAndResetCore(destination[..HashLengthInBytes]);
        bytesWritten = HashLengthInBytes;
        return true;
    }

    /// <summary>Always refused: two checksums are compared, not two computations.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Use GetCurrentHash() to retrieve the computed hash code.", true)]
#pragma warning disable CS0809 // The official type marks this override as obsolete, too.
    public override int GetHashCode() => throw new NotSupportedException("Use GetCurrentHash() to retrieve the computed hash code.");
#pragma warning restore CS0809

    /// <summary>Writes the checksum of what was added so far.</summary>
    /// <param name="destination">Where to; exactly as long as the checksum.</param>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    /// <summary>Writes the checksum of what was added, and forgets it.</summary>
    /// <param name="destination">Where to; exactly as long as the checksum.</param>
    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }

    private static ArgumentException TooShort(string name) => new("Destination is too short.", name);

    private async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBytes);
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
                Append(buffer.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
