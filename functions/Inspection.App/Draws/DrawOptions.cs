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

    /// <summary>The public key to which draw keys are also encrypted; the key protection reads it.</summary>
    public string? EscrowKeyFile { get; set; }

    public IEnumerable<string> Problems()
    {
        if (BeaconDelayMinutes is < 1 or > 7 * 24 * 60)
            yield return $"{Section}:{nameof(BeaconDelayMinutes)} is {BeaconDelayMinutes}, not 1 minute to 7 days";
    }
}
