using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Limits;

/// <summary>
/// The exceptions with which Azure answers what it does not store. The client throws them itself,
/// because the emulator accepts much of it and a program would fail only in the cloud.
/// </summary>
internal static class Refusal
{
    public static RequestFailedException BadRequest(TableErrorCode code, string message) => new(400, message, code.ToString(), null);

    public static RequestFailedException BodyTooLarge() =>
        new(413, "The request body is too large and exceeds the maximum permissible limit.", "RequestBodyTooLarge", null);

    /// <summary>The refusal of one change of a transaction, as the service words it: the index, a colon, the reason.</summary>
    public static TableTransactionFailedException InTransaction(int index, RequestFailedException reason) =>
        new(new RequestFailedException(reason.Status, $"{index}:{reason.Message}", reason.ErrorCode, reason));
}
