using Inspection.App.Settings;

namespace Inspection.App.Draws;

/// <summary>The settings of draws (section <c>Draws</c>).</summary>
internal sealed record DrawOptions : ISettings
{
    public static string Section => "Draws";

    /// <summary>Whether draws without public randomness are made; they are shown as unproven. Null: in Development only.</summary>
    public bool? AllowUnproven { get; set; }

    /// <summary>Minutes from the notice to the beacon's round, in which the notice can be seen and stamped by others.</summary>
    public int BeaconDelayMinutes { get; set; } = 10;

    /// <summary>How many seconds a request waits for a step before it answers 202 and the step goes on alone.</summary>
    public double AnswerWithinSeconds { get; set; } = 2;

    /// <summary>The public key to which draw keys are also encrypted; the key protection reads it.</summary>
    public string? EscrowKeyFile { get; set; }

    public IEnumerable<string> Problems()
    {
        if (BeaconDelayMinutes is < 1 or > 7 * 24 * 60)
            yield return $"{Section}:{nameof(BeaconDelayMinutes)} is {BeaconDelayMinutes}, not 1 minute to 7 days";
        if (AnswerWithinSeconds is not (>= 0 and <= 60))
            yield return $"{Section}:{nameof(AnswerWithinSeconds)} is {AnswerWithinSeconds}, not 0 to 60";
    }
}
