// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using Azure.Core;
using Azure.Data.Tables.Limits;
using Azure.Data.Tables.Transactions;

namespace Azure.Data.Tables;

/// <content>Transactions.</content>
public partial class TableClient
{
    /// <summary>Makes several changes to rows of one partition, all of them or none.</summary>
    /// <param name="transactionActions">1 to 100 changes, each to another row of the same partition, together 4 MiB at most.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer to each change in the order given; its headers hold the row's new version.</returns>
    /// <exception cref="InvalidOperationException">There is no change.</exception>
    /// <exception cref="TableTransactionFailedException">The service refused the transaction; nothing was changed.</exception>
    /// <exception cref="RequestFailedException">The service refused the request as a whole.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions.ToArray();
        if (actions.Length == 0)
            throw new InvalidOperationException("A transaction needs at least one change.");

        var request = TransactionRequest.For($"{_endpoint.Root}/{Name}", actions);
        var response = await _endpoint.SendAsync(
            RequestMethod.Post, "$batch", request.Body, request.ContentType, null, false, cancellationToken).ConfigureAwait(false);
        if (response.Status == 413)
            throw Refusal.BodyTooLarge();
        return Response.FromValue(TransactionAnswer.Read(Checked(response), actions.Length), response);
    }
}
