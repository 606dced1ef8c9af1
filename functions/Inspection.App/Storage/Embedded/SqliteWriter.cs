using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Inspection.App.Storage.Embedded;

/// <summary>
/// The one thread that writes. It takes the transactions that wait and commits them together: the flush to the disk,
/// which costs more than the writes, is paid once for all of them. Each stays all-or-nothing by itself, because its
/// conditions are read before its first write: a refused one has written nothing. If the commit fails, all of them fail.
/// </summary>
/// <remarks>It is a thread of its own, since it blocks on the disk and on other processes that write.</remarks>
internal sealed class SqliteWriter : IDisposable
{
    private const int MaxTogether = 64;

    private readonly BlockingCollection<PendingTransaction> queue = [];
    private readonly SqliteConnection connection;
    private readonly SqliteWriteCommands commands;
    private readonly Thread thread;

    public SqliteWriter(SqliteDatabase database, TimeProvider time)
    {
        connection = database.OpenWriter();
        commands = new SqliteWriteCommands(connection, time);
        thread = new Thread(Run) { IsBackground = true, Name = "Storage writer" };
        thread.Start();
    }

    /// <summary>
    /// Answers when the transaction is on the disk or refused. A cancellation counts until the writer takes it up.
    /// </summary>
    public Task<TransactionResult> SubmitAsync(PendingTransaction transaction)
    {
        queue.Add(transaction);
        return transaction.Answer;
    }

    /// <summary>Finishes what waits, then closes.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        commands.Dispose();
        connection.Dispose();
        queue.Dispose();
    }

    private void Run()
    {
        var together = new List<PendingTransaction>(MaxTogether);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            Collect(together, first);
            while (together.Count < MaxTogether && queue.TryTake(out var next))
                Collect(together, next);
            if (together.Count > 0)
                Commit(together);
            together.Clear();
        }
    }

    private static void Collect(List<PendingTransaction> together, PendingTransaction transaction)
    {
        if (transaction.Cancellation.IsCancellationRequested)
            transaction.Cancel();
        else
            together.Add(transaction);
    }

    private void Commit(List<PendingTransaction> together)
    {
        var results = new TransactionResult[together.Count];
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            commands.Use(transaction);
            for (var i = 0; i < results.Length; i++)
                results[i] = commands.Apply(together[i]);
            transaction.Commit();
        }
        catch (Exception exception)
        {
            // The edge of this thread: whatever it was, it belongs to those who wait for an answer.
            together.ForEach(waiting => waiting.Fail(exception));
            return;
        }

        for (var i = 0; i < results.Length; i++)
            together[i].Finish(results[i]);
    }
}
