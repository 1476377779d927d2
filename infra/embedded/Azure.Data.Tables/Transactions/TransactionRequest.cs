using System.Buffers;
using System.Text;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Limits;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Transactions;

/// <summary>A transaction as one OData batch: one change set in a multipart body.</summary>
internal sealed class TransactionRequest
{
    private const int MaxActions = 100;
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _body = new(16 * 1024);
    private readonly ArrayBufferWriter<byte> _row = new(512);
    private readonly string _table;
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changes = $"changeset_{Guid.NewGuid()}";

    private TransactionRequest(string table) => _table = table;

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    /// <summary>Writes the transaction after checking it against Azure's limits.</summary>
    /// <param name="table">The table's whole address.</param>
    /// <param name="actions">The changes, at least one.</param>
    /// <exception cref="TableTransactionFailedException">Azure would refuse one of the changes.</exception>
    /// <exception cref="RequestFailedException">Azure would refuse the request for its size.</exception>
    public static TransactionRequest For(string table, IReadOnlyList<TableTransactionAction> actions)
    {
        CheckTogether(actions);
        var request = new TransactionRequest(table);
        request.Text($"--{request._batch}\r\nContent-Type: multipart/mixed; boundary={request._changes}\r\n\r\n");
        for (var i = 0; i < actions.Count; i++)
        {
            try
            {
                request.Add(actions[i]);
            }
            catch (RequestFailedException reason)
            {
                throw Refusal.InTransaction(i, reason);
            }
        }

        request.Text($"--{request._changes}--\r\n\r\n--{request._batch}--\r\n");
        return request._body.WrittenCount > MaxBytes ? throw Refusal.BodyTooLarge() : request;
    }

    private static void CheckTogether(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count > MaxActions)
        {
            // The service names the last change that it would have taken.
            throw Refusal.InTransaction(MaxActions - 1, Refusal.BadRequest(
                TableErrorCode.InvalidInput, $"The batch request operation exceeds the maximum {MaxActions} changes per change set."));
        }

        var rows = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        for (var i = 0; i < actions.Count; i++)
        {
            var entity = actions[i].Entity;
            ArgumentNullException.ThrowIfNull(entity.PartitionKey);
            ArgumentNullException.ThrowIfNull(entity.RowKey);
            if (!string.Equals(entity.PartitionKey, actions[0].Entity.PartitionKey, StringComparison.Ordinal))
            {
                throw Refusal.InTransaction(i, Refusal.BadRequest(
                    TableErrorCode.CommandsInBatchActOnDifferentPartitions, "All commands in a batch must operate on same entity group."));
            }

            if (!rows.Add(entity.RowKey))
            {
                throw Refusal.InTransaction(i, Refusal.BadRequest(
                    TableErrorCode.InvalidDuplicateRow,
                    $"The batch request contains multiple changes with same row key '{entity.RowKey}'. An entity can appear only once in a batch request."));
            }
        }
    }

    private void Add(TableTransactionAction action)
    {
        var (method, conditional) = action.ActionType switch
        {
            TableTransactionActionType.Add => ("POST", false),
            TableTransactionActionType.UpdateMerge => ("PATCH", true),
            TableTransactionActionType.UpdateReplace => ("PUT", true),
            TableTransactionActionType.Delete => ("DELETE", true),
            TableTransactionActionType.UpsertMerge => ("PATCH", false),
            TableTransactionActionType.UpsertReplace => ("PUT", false),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.ActionType, "Unknown kind of change."),
        };

        var entity = action.Entity;
        var resource = action.ActionType == TableTransactionActionType.Add ? _table : Resource.Row(_table, entity.PartitionKey, entity.RowKey);
        Text($"--{_changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{method} {resource} HTTP/1.1\r\n");
        Text($"Accept: {TableEndpoint.Accepted}\r\nDataServiceVersion: 3.0\r\nPrefer: return-no-content\r\n");
        // As the official client does: an update without a version asks for none, and so makes a row that is not there.
        if (conditional && action.ETag != default)
            Text($"If-Match: {action.ETag.ToString("H")}\r\n");
        else if (action.ActionType == TableTransactionActionType.Delete)
            Text($"If-Match: {ETag.All}\r\n");

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Text("\r\n");
            return;
        }

        _row.ResetWrittenCount();
        EntityWriter.Write(_row, entity);
        Text($"Content-Type: application/json;odata=nometadata\r\nContent-Length: {_row.WrittenCount}\r\n\r\n");
        _body.Write(_row.WrittenSpan);
        Text("\r\n");
    }

    private void Text(string text) => Encoding.UTF8.GetBytes(text, _body);
}
