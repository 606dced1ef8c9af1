namespace Inspection.Drawing;

/// <summary>A class and how many enterprises of the roster are in it.</summary>
/// <param name="RiskClass">The class.</param>
/// <param name="Size">How many enterprises, from 0.</param>
public readonly record struct ClassSize(RiskClass RiskClass, int Size);
