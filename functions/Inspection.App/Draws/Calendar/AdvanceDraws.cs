using Inspection.App.Jobs;

namespace Inspection.App.Draws;

/// <summary>Every minute: reveals draws whose randomness is out and finishes what was cut off.</summary>
public sealed class AdvanceDraws(IDrawAdvancer advancer) : IJob
{
    /// <summary>Every minute.</summary>
    public const string Cron = "0 * * * * *";

    public string Name => nameof(AdvanceDraws);

    public string Schedule => Cron;

    public async Task<JobReport> RunAsync(CancellationToken cancellation) =>
        JobReport.Complete($"{await advancer.AdvanceAsync(cancellation)} draws went on");
}
