using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Inspection.App.Storage;
using Newtonsoft.Json;

namespace Inspection.App.Tests.Storage;

/// <summary>
/// Another process that writes one transaction after the other until it is killed. It is this test program again, told to
/// run <see cref="Writes_transactions_until_it_is_killed"/> alone; it appends every transaction that was answered to a file.
/// </summary>
public sealed class WriterProcess
{
    public const int RowsOfTransaction = 20;

    private const string OptionsVariable = "INSPECTION_TEST_WRITER_OPTIONS";
    private const string TableVariable = "INSPECTION_TEST_WRITER_TABLE";
    private const string AnswersVariable = "INSPECTION_TEST_WRITER_ANSWERS";

    /// <summary>Runs the process until so many transactions were answered, kills it, and gives those that it knew of.</summary>
    internal static async Task<Answers> RunUntilKilledAsync(
        StorageOptions options, string table, int answered, CancellationToken cancellation)
    {
        var answers = new Answers();
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(WriterProcess).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null))
        {
            ArgumentList = { "-method", $"*{nameof(Writes_transactions_until_it_is_killed)}", "-explicit", "only" },
            WorkingDirectory = answers.Folder,
            RedirectStandardOutput = true,
            Environment =
            {
                [OptionsVariable] = JsonConvert.SerializeObject(options),
                [TableVariable] = table,
                [AnswersVariable] = answers.File,
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        try
        {
            while (answers.Transactions.Count < answered)
            {
                if (process.HasExited)
                    Assert.Fail($"the writer ended by itself: {await output}");
                await Task.Delay(20, cancellation);
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return answers;
    }

    [Fact(Explicit = true)]
    public async Task Writes_transactions_until_it_is_killed()
    {
        if (Environment.GetEnvironmentVariable(OptionsVariable) is not { } options)
        {
            Assert.Skip("runs as the child of another test only");
            return;
        }

        var table = Environment.GetEnvironmentVariable(TableVariable)!;
        var store = StorageRegistration.OpenTables(JsonConvert.DeserializeObject<StorageOptions>(options)!, TimeProvider.System);
        using var answers = new StreamWriter(Environment.GetEnvironmentVariable(AnswersVariable)!) { AutoFlush = true };
        var lines = TextWriter.Synchronized(answers);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => WriteAsync(store, table, $"writer{i}", lines)));
    }

    private static async Task WriteAsync(ITableStore store, string table, string partition, TextWriter answers)
    {
        for (var n = 0; ; n++)
        {
            var result = await store.TransactAsync(
                table,
                [.. Enumerable.Range(0, RowsOfTransaction).Select(
                    i => TableWrite.Insert(new TableEntity(partition, $"{n:d6}-{i:d2}") { ["Transaction"] = n }))]);
            Assert.True(result.Done);
            answers.WriteLine($"{partition} {n}");
        }
    }

    internal sealed class Answers : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public string Folder => folder.Path;

        public string File => Path.Combine(folder.Path, "answers");

        /// <summary>What the file has; the last line may be cut off.</summary>
        public IReadOnlyList<(string Partition, int Transaction)> Transactions
        {
            get
            {
                if (!System.IO.File.Exists(File))
                    return [];
                using var reader = new StreamReader(new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
                var lines = reader.ReadToEnd().Split('\n')[..^1];
                return [.. lines.Select(line => line.Split(' ')).Select(
                    parts => (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture)))];
            }
        }

        public void Dispose() => folder.Dispose();
    }
}
