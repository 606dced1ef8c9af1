namespace Inspection.App.Storage;

/// <summary>Work that one process does at a time, for as long as it takes.</summary>
public static class LeasedWork
{
    // A killed process holds the work up for so long.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    /// <summary>Does the work under the lease of this name, which is renewed meanwhile.</summary>
    /// <param name="store">Where the lease is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="name">The lease's name.</param>
    /// <param name="work">The work; its token ends when the lease is lost.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>False where somebody else holds the lease; nothing was done then.</returns>
    public static async Task<bool> TryRunAsync(
        ITableStore store,
        TimeProvider time,
        string name,
        Func<CancellationToken, Task> work,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var lease = await Lease.TryTakeAsync(store, time, name, Duration, cancellation);
        if (lease is null)
            return false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var keeping = KeepAsync(lease, time, stop);
        try
        {
            await work(stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return true;
    }

    private static async Task KeepAsync(Lease lease, TimeProvider time, CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(Renewal, time);
        while (await timer.WaitForNextTickAsync(stop.Token))
        {
            // Not to be cancelled half-way: a renewal whose answer is lost could not be given back.
            if (!await lease.RenewAsync(CancellationToken.None))
                await stop.CancelAsync();
        }
    }
}
