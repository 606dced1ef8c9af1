using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>
/// Reads all enterprises, or those of some districts, by several partition scans at once. A few pages are in memory at
/// any time, however many enterprises there are; a slow consumer slows the scans.
/// </summary>
internal sealed class EnterpriseScan(ITableStore tables, DistrictAreas areas)
{
    private const int PagesAhead = 8;
    private const int Shards = EnterprisePlace.Shards;

    private static readonly int Readers = Math.Clamp(Environment.ProcessorCount, 2, Shards);

    /// <summary>The enterprises in no particular order.</summary>
    public async IAsyncEnumerable<Enterprise> ReadAsync(
        IReadOnlySet<string>? districts, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await areas.FindAsync(districts, cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pages = Channel.CreateBounded<List<Enterprise>>(PagesAhead);
        var reading = Parallel.ForEachAsync(
            found.SelectMany(area => Enumerable.Range(0, Shards).Select(shard => EnterprisePlace.PartitionOf(area, shard))),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = stop.Token },
            (partition, token) => ReadPartitionAsync(partition, districts, pages.Writer, token));
        _ = reading.ContinueWith(
            done => pages.Writer.TryComplete(done.Exception?.InnerException),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(cancellation))
            {
                foreach (var enterprise in page)
                    yield return enterprise;
            }
        }
        finally
        {
            // The consumer may leave early; its scans end with it.
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask ReadPartitionAsync(
        string partition,
        IReadOnlySet<string>? districts,
        ChannelWriter<List<Enterprise>> pages,
        CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await tables.QueryPageAsync(
                EnterpriseStore.Table, TableRange.Rows(partition), TablePage.MaxSize, continuation, cancellation);
            var wanted = page.Entities
                .Where(entity => districts is null || districts.Contains(EnterpriseEntity.District(entity)))
                .Select(EnterpriseEntity.Read)
                .ToList();
            if (wanted.Count > 0)
                await pages.WriteAsync(wanted, cancellation);
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
