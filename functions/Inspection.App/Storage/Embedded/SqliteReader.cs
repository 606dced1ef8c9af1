using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Data.Sqlite;

namespace Inspection.App.Storage.Embedded;

/// <summary>A connection for reading with its two statements prepared. One thread at a time uses it.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand get;
    private readonly SqliteCommand range;

    public SqliteReader(SqliteDatabase database)
    {
        connection = database.OpenReader();
        get = Prepare(
            "select pk, rk, version, written, properties from entity where tbl = $table and pk = $pk and rk = $rk",
            "$table", "$pk", "$rk");
        // Both bounds are of the primary key, so the query walks from one to the other and sorts nothing.
        range = Prepare(
            """
            select pk, rk, version, written, properties from entity
            where tbl = $table and (pk, rk) >= ($fromPk, $fromRk) and (pk, rk) < ($toPk, $toRk)
            order by pk, rk limit $limit
            """,
            "$table", "$fromPk", "$fromRk", "$toPk", "$toRk", "$limit");
    }

    public static ETag ETagOf(long version) =>
        new(string.Create(CultureInfo.InvariantCulture, $"W/\"{version:x16}\""));

    public TableEntity? Get(string table, string partitionKey, string rowKey)
    {
        Bind(get, table, partitionKey, rowKey);
        using var rows = get.ExecuteReader();
        return rows.Read() ? Read(rows) : null;
    }

    /// <summary>The first entities of the table from one pair of keys, up to but not including another.</summary>
    public List<TableEntity> Range(string table, (string Pk, string Rk) from, (string Pk, string Rk) to, int limit)
    {
        Bind(range, table, from.Pk, from.Rk, to.Pk, to.Rk, limit);
        using var rows = range.ExecuteReader();
        var entities = new List<TableEntity>();
        while (rows.Read())
            entities.Add(Read(rows));
        return entities;
    }

    public void Dispose()
    {
        get.Dispose();
        range.Dispose();
        connection.Dispose();
    }

    private static TableEntity Read(SqliteDataReader row)
    {
        var entity = new TableEntity(row.GetString(0), row.GetString(1))
        {
            ETag = ETagOf(row.GetInt64(2)),
            Timestamp = new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
        };
        EntityCodec.Decode(row.GetFieldValue<byte[]>(4), entity);
        return entity;
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        command.Prepare();
        return command;
    }
}
