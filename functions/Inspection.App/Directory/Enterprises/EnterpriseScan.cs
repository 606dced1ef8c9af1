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
    private const int PageSize = 1000;
    private const int Shards = EnterprisePlace.Shards;

    // More than processors: Azure answers a page in tens of milliseconds, in which a reader waits.
    private const int Readers = 8;

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
        var range = TableRange.Rows(partition);
        await foreach (var page in tables.QueryAsync(EnterpriseStore.Table, range, cancellation).Chunk(PageSize))
        {
            var wanted = page
                .Where(entity => districts is null || districts.Contains(EnterpriseEntity.District(entity)))
                .Select(EnterpriseEntity.Read)
                .ToList();
            if (wanted.Count > 0)
                await pages.WriteAsync(wanted, cancellation);
        }
    }
}
