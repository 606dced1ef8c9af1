namespace Inspection.App.Jobs;

/// <summary>
/// Work that the calendar starts. It may be run at any time, twice at once and again after a crash, and ends the same.
/// </summary>
public interface IJob
{
    /// <summary>Its name, stable: its runs are kept under it.</summary>
    string Name { get; }

    /// <summary>When it is due: a cron expression of six fields, seconds first, in UTC.</summary>
    string Schedule { get; }

    /// <summary>Does what is due now.</summary>
    Task<JobReport> RunAsync(CancellationToken cancellation);
}

/// <summary>What a run did.</summary>
/// <param name="IsComplete">Whether all was done that was due; if not, the job is run again before its next time.</param>
/// <param name="Detail">What was done and what was not, for a person.</param>
public sealed record JobReport(bool IsComplete, string Detail)
{
    public static JobReport Complete(string detail) => new(true, detail);

    public static JobReport Incomplete(string detail) => new(false, detail);
}
