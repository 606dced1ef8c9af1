using System.Buffers.Binary;
using System.Security.Cryptography;
using Azure;
using Microsoft.Data.Sqlite;

namespace Inspection.App.Storage.Embedded;

/// <summary>Applies transactions through three prepared statements, inside the transaction of the writer.</summary>
internal sealed class SqliteWriteCommands : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly TimeProvider time;
    private readonly SqliteCommand version;
    private readonly SqliteCommand put;
    private readonly SqliteCommand delete;

    public SqliteWriteCommands(SqliteConnection connection, TimeProvider time)
    {
        this.connection = connection;
        this.time = time;
        version = Prepare("select version from entity where tbl = $table and pk = $pk and rk = $rk");
        put = Prepare(
            """
            insert into entity (tbl, pk, rk, version, written, properties)
            values ($table, $pk, $rk, $version, $written, $properties)
            on conflict do update set
                version = excluded.version, written = excluded.written, properties = excluded.properties
            """,
            "$version", "$written", "$properties");
        delete = Prepare("delete from entity where tbl = $table and pk = $pk and rk = $rk");
    }

    public void Use(SqliteTransaction transaction) =>
        version.Transaction = put.Transaction = delete.Transaction = transaction;

    public TransactionResult Apply(PendingTransaction transaction)
    {
        var writes = transaction.Writes;
        for (var i = 0; i < writes.Count; i++)
        {
            var outcome = Foresee(transaction.Table, writes[i]);
            if (outcome != WriteOutcome.Done)
                return new TransactionResult(outcome, i, []);
        }

        var etags = new ETag[writes.Count];
        for (var i = 0; i < etags.Length; i++)
            etags[i] = Write(transaction.Table, writes[i]);
        return new TransactionResult(WriteOutcome.Done, -1, etags);
    }

    public void Dispose()
    {
        version.Dispose();
        put.Dispose();
        delete.Dispose();
    }

    // No transaction writes an entity twice, so what holds before its first write holds for all of them.
    private WriteOutcome Foresee(string table, EncodedWrite write)
    {
        if (write.Kind == TableWriteKind.Upsert)
            return WriteOutcome.Done;
        Bind(version, table, write);
        var current = (long?)version.ExecuteScalar();
        if (write.Kind == TableWriteKind.Insert)
            return current is null ? WriteOutcome.Done : WriteOutcome.Exists;
        if (current is null)
            return WriteOutcome.Missing;
        return write.ETag == ETag.All || write.ETag == SqliteReader.ETagOf(current.Value)
            ? WriteOutcome.Done
            : WriteOutcome.Conflict;
    }

    private ETag Write(string table, EncodedWrite write)
    {
        if (write.Kind == TableWriteKind.Delete)
        {
            Bind(delete, table, write);
            delete.ExecuteNonQuery();
            return default;
        }

        var next = NewVersion();
        Bind(put, table, write);
        put.Parameters[3].Value = next;
        put.Parameters[4].Value = time.GetUtcNow().UtcTicks;
        put.Parameters[5].Value = write.Properties;
        put.ExecuteNonQuery();
        return SqliteReader.ETagOf(next);
    }

    // Random rather than counted: an entity that is deleted and made anew never meets its old ETag again.
    private static long NewVersion()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    private static void Bind(SqliteCommand command, string table, EncodedWrite write)
    {
        command.Parameters[0].Value = table;
        command.Parameters[1].Value = write.Partition;
        command.Parameters[2].Value = write.Row;
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> more)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in (ReadOnlySpan<string>)["$table", "$pk", "$rk", .. more])
            command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        command.Prepare();
        return command;
    }
}
