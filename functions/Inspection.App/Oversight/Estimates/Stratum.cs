namespace Inspection.App.Oversight;

/// <summary>
/// Enterprises of which every one had the same chance, and what became of those who were drawn: one class of one draw, or
/// of all draws of a series that never draws anybody twice.
/// </summary>
/// <param name="Size">N: how many could be drawn.</param>
/// <param name="Drawn">How many were drawn, reserves that stepped in among them.</param>
/// <param name="Known">n: of how many of the drawn it is known how they stand, or that they are gone. At most the drawn.</param>
/// <param name="Inspected">d: how many of the known belong to the domain and are there: with a problem or without.</param>
/// <param name="Problems">x: how many of the inspected have a problem.</param>
/// <param name="Unknown">How many of the drawn belong to the domain and are not known.</param>
/// <remarks>
/// A domain is a part of the population that the draw did not know of, such as a district. Those who are not known count as
/// if they had not been drawn: they are taken to be like the others of their stratum, and the extremes say what hangs on it.
/// </remarks>
public readonly record struct Stratum(int Size, int Drawn, int Known, int Inspected, int Problems, int Unknown)
{
    /// <summary>N / n: how many enterprises each of the known stands for.</summary>
    public double Weight => (double)Size / Known;

    /// <summary>1 − n / N: the part that was not seen, by which the error of a sample shrinks.</summary>
    public double Unseen => 1 - ((double)Known / Size);

    /// <summary>x / d: the rate among the inspected.</summary>
    public double Rate => (double)Problems / Inspected;

    /// <summary>Whether it says nothing of its enterprises, though there are some.</summary>
    public bool IsSilent => Size > 0 && Known == 0;
}
