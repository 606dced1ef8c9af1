namespace Inspection.Drawing;

/// <summary>What the draw came to in one class.</summary>
/// <param name="RiskClass">The class.</param>
/// <param name="Quota">How many were drawn.</param>
/// <param name="Threshold">The largest drawn ticket; null where none was drawn.</param>
public sealed record ClassOutcome(RiskClass RiskClass, int Quota, Digest? Threshold);
