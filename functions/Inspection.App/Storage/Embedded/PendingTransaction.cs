using Azure;

namespace Inspection.App.Storage.Embedded;

/// <summary>One write of a waiting transaction, encoded while its caller's thread still had it.</summary>
internal readonly record struct EncodedWrite(TableWriteKind Kind, string Partition, string Row, ETag ETag, byte[]? Properties)
{
    public static EncodedWrite Of(TableWrite write) => new(
        write.Kind,
        write.Entity.PartitionKey,
        write.Entity.RowKey,
        write.ETag,
        write.Kind == TableWriteKind.Delete ? null : EntityCodec.Encode(write.Entity));
}

/// <summary>A transaction that waits for the writer, and its caller who waits for the answer.</summary>
internal sealed class PendingTransaction(string table, EncodedWrite[] writes, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<TransactionResult> answer =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Table => table;

    public IReadOnlyList<EncodedWrite> Writes => writes;

    public CancellationToken Cancellation => cancellation;

    public Task<TransactionResult> Answer => answer.Task;

    public void Finish(TransactionResult result) => answer.TrySetResult(result);

    public void Fail(Exception exception) => answer.TrySetException(exception);

    public void Cancel() => answer.TrySetCanceled(cancellation);
}
