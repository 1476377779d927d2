// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>An account's name and its secret key, with which requests are signed.</summary>
public class TableSharedKeyCredential
{
    private byte[] _key;

    /// <summary>Creates the credential.</summary>
    /// <param name="accountName">The storage account's name.</param>
    /// <param name="accountKey">The account's key in Base64.</param>
    /// <exception cref="ArgumentNullException">One of the two is null.</exception>
    /// <exception cref="FormatException">The key is not Base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentNullException.ThrowIfNull(accountName);
        AccountName = accountName;
        SetAccountKey(accountKey);
    }

    /// <summary>The storage account's name.</summary>
    public string AccountName { get; }

    /// <summary>Takes a new key; clients that hold this credential sign with it from their next request on.</summary>
    /// <param name="accountKey">The account's key in Base64.</param>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="FormatException">The key is not Base64.</exception>
    public void SetAccountKey(string accountKey)
    {
        ArgumentNullException.ThrowIfNull(accountKey);
        Volatile.Write(ref _key, Convert.FromBase64String(accountKey));
    }

    internal string Sign(string message) =>
        Convert.ToBase64String(HMACSHA256.HashData(Volatile.Read(ref _key), Encoding.UTF8.GetBytes(message)));
}
