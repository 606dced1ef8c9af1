namespace Inspection.App.Ledger.Stamps;

/// <summary>How a witness took a head.</summary>
public enum WitnessOutcome
{
    /// <summary>It answered with success.</summary>
    Accepted,

    /// <summary>It answered with something else.</summary>
    Refused,

    /// <summary>It did not answer, or not in time.</summary>
    Unreachable,
}

/// <summary>What a witness said to a head, the last time that it was asked.</summary>
/// <param name="Address">The witness.</param>
/// <param name="Head">The head that was posted.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">The HTTP status; 0 where there was no answer.</param>
/// <param name="Answer">The beginning of the answer, or what went wrong.</param>
/// <param name="Time">When.</param>
/// <param name="Attempts">How often this head was posted to it.</param>
public sealed record WitnessReceipt(
    Uri Address, LedgerHead Head, WitnessOutcome Outcome, int Status, string Answer, DateTimeOffset Time, int Attempts);
