using System.IO.Hashing;
using System.Text;

namespace LearningSociety.Conformance.Hashing;

public sealed class ChecksumTests
{
    // The check values of the CRC catalogue: what each algorithm makes of the digits 1 to 9.
    [Fact]
    public void Crc32_of_the_check_text() => Assert.Equal("2639F4CB", Convert.ToHexString(Crc32.Hash(Digits)));

    [Fact]
    public void Crc64_of_the_check_text() => Assert.Equal("6C40DF5F0B497347", Convert.ToHexString(Crc64.Hash(Digits)));

    [Theory]
    [InlineData("", "00000000", "0000000000000000")]
    [InlineData("a", "43BEB7E8", "548F120162451C62")]
    public void Short_texts(string text, string crc32, string crc64)
    {
        Assert.Equal(crc32, Convert.ToHexString(Crc32.Hash(Encoding.ASCII.GetBytes(text))));
        Assert.Equal(crc64, Convert.ToHexString(Crc64.Hash(Encoding.ASCII.GetBytes(text))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Pieces_and_streams_give_the_checksum_of_the_whole(int piece)
    {
        foreach (NonCryptographicHashAlgorithm checksum in new NonCryptographicHashAlgorithm[] { new Crc32(), new Crc64() })
        {
            checksum.Append(Digits);
            var whole = checksum.GetHashAndReset();
            Assert.Equal(checksum.HashLengthInBytes, whole.Length);

            for (var at = 0; at < Digits.Length; at += piece)
                checksum.Append(Digits.AsSpan(at, Math.Min(piece, Digits.Length - at)));
            Assert.Equal(whole, checksum.GetCurrentHash());

            checksum.Reset();
            await checksum.AppendAsync(new MemoryStream(Digits), TestContext.Current.CancellationToken);
            Assert.Equal(whole, checksum.GetCurrentHash());

            Assert.False(checksum.TryGetCurrentHash(new byte[whole.Length - 1], out var written));
            Assert.Equal(0, written);
            Assert.Throws<ArgumentException>(() => checksum.GetCurrentHash(new byte[1]));
        }
    }

    private static byte[] Digits => Encoding.ASCII.GetBytes("123456789");
}
