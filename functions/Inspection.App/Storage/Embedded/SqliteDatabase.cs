using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Inspection.App.Storage.Embedded;

/// <summary>
/// The one file <c>inspection.db</c>: every entity of every table in one B-tree, ordered by (table, partition, row), so
/// that a query reads neighbouring pages. Keys compare as bytes (SQLite's BINARY collation of UTF-8).
/// </summary>
/// <remarks>
/// WAL lets readers go on while one writes. The writer is <c>synchronous=FULL</c>: each commit is flushed to the disk, so
/// an answered write outlives a power cut. <c>NORMAL</c> would outlive a killed process just as well, but a power cut
/// could take back the last commits, and a notice that the public has seen must not be taken back. What FULL costs is one
/// flush per commit, which the writer shares among the transactions that wait (<see cref="SqliteWriter"/>).
/// </remarks>
internal sealed class SqliteDatabase(string file)
{
    private const int SchemaVersion = 1;

    // Several processes may write: each waits its turn for this long before it fails.
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Makes the file and its schema where there is none.</summary>
    public void Create()
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var connection = OpenWriter();
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Convert.ToInt32(Scalar(connection, "pragma user_version"), CultureInfo.InvariantCulture);
        if (version > SchemaVersion)
            throw new InvalidDataException($"{file} has schema {version}, this program knows {SchemaVersion}: use a later version");
        if (version == 0)
            Execute(connection, Schema);
        transaction.Commit();
    }

    public SqliteConnection OpenWriter()
    {
        var connection = Open();
        // Entities of some hundred bytes: a page of 8 KiB keeps a dozen side by side, each up to 2 KiB unsplit.
        Execute(connection, "pragma page_size = 8192");
        Execute(connection, "pragma journal_mode = wal");
        Execute(connection, "pragma synchronous = full");
        Execute(connection, "pragma cache_size = -65536");
        Execute(connection, "pragma journal_size_limit = 67108864");
        return connection;
    }

    /// <summary>The tables that have entities: one step in the B-tree for each.</summary>
    public IReadOnlyList<string> TableNames()
    {
        using var connection = OpenReader();
        using var next = connection.CreateCommand();
        next.CommandText = "select min(tbl) from entity where tbl > $last";
        var last = next.Parameters.AddWithValue("$last", "");
        var names = new List<string>();
        while (next.ExecuteScalar() is string name)
        {
            names.Add(name);
            last.Value = name;
        }

        return names;
    }

    public SqliteConnection OpenReader()
    {
        var connection = Open();
        Execute(connection, "pragma query_only = on");
        return connection;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            DefaultTimeout = (int)BusyTimeout.TotalSeconds,
        }.ToString());
        connection.Open();
        Execute(connection, $"pragma busy_timeout = {(int)BusyTimeout.TotalMilliseconds}");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    // version is the ETag, written the Timestamp in ticks of UTC, properties as EntityCodec has it.
    private const string Schema = """
        create table entity (
            tbl text not null,
            pk text not null,
            rk text not null,
            version integer not null,
            written integer not null,
            properties blob not null,
            primary key (tbl, pk, rk)
        ) strict, without rowid;
        pragma user_version = 1;
        """;
}
