// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused; none of its changes was made.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>Creates the exception from the refusal of one change.</summary>
    /// <param name="requestFailedException">The refusal; its message starts with the change's index and a colon where the service names one.</param>
    /// <exception cref="ArgumentNullException">The refusal is null.</exception>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            (requestFailedException ?? throw new ArgumentNullException(nameof(requestFailedException))).Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        FailedTransactionActionIndex = LeadingIndex(requestFailedException.Message);
    }

    /// <summary>Which change, counted from 0, was the reason; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }

    private static int? LeadingIndex(string message)
    {
        var text = message.AsSpan().TrimStart();
        var colon = text.IndexOf(':');
        return colon > 0 && int.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
