namespace Inspection.Drawing;

/// <summary>What the notice says of a list that stays sealed: its seal and how many rows it has.</summary>
/// <param name="Seal">SHA-256 over the draw key, a tag and the file's bytes.</param>
/// <param name="Size">How many rows.</param>
public sealed record SealedList(Digest Seal, int Size);
