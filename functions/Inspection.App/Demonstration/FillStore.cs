using Inspection.App.Security;
using Inspection.App.Storage;

namespace Inspection.App.Demonstration;

/// <summary>
/// Fills an empty store with what every capability shows of itself, once the service answers. A store with anything in it
/// is left alone; a fill that was cut off goes on at the next start.
/// </summary>
internal sealed class FillStore(
    IEnumerable<IDemonstrationPart> parts, DemonstrationStore demonstration, UserStore users, ITableStore tables, IAuditLog audit,
    IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<FillStore> log)
    : BackgroundService
{
    // A process that died at it holds the lease for a while.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Fills the store if it is empty, or goes on where that was cut off.</summary>
    /// <returns>Whether the store holds the whole demonstration now.</returns>
    public async Task<bool> FillAsync(CancellationToken cancellation)
    {
        if (await demonstration.IsFilledAsync(cancellation) is { } isFilled)
        {
            if (isFilled)
                return true;
        }
        else if (await IsEmptyAsync(cancellation))
        {
            await demonstration.PutAsync(isDone: false, cancellation);
        }
        else
        {
            return false;
        }

        log.LogInformation("The store is empty, and this is Development: it is filled with a sample district, a finished draw and some results");
        foreach (var part in parts)
            await part.FillAsync(cancellation);
        await audit.WriteAsync(Actor.CommandLine, "serve", "demonstration", cancellation: cancellation);
        await demonstration.PutAsync(isDone: true, cancellation);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            while (!await LeasedWork.TryRunAsync(tables, clock, "demonstration", FillAsync, stoppingToken))
                await Task.Delay(Pause, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
        catch (Exception error)
        {
            // The edge of this thread: a service without its demonstration is still a service.
            log.LogError(error, "The demonstration could not be filled; the next start goes on");
        }
    }

    private async Task StartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        if ((await users.ListAsync(1, null, cancellation)).Items.Count > 0)
            return false;
        foreach (var part in parts)
        {
            if (!await part.IsEmptyAsync(cancellation))
                return false;
        }

        return true;
    }
}
