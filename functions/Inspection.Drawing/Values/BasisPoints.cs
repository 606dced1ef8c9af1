namespace Inspection.Drawing;

/// <summary>A share in hundredths of a percent: 0 to 10000, where 10000 is everybody.</summary>
public readonly record struct BasisPoints
{
    /// <summary>Everybody.</summary>
    public const int Whole = 10_000;

    /// <summary>Takes a share in basis points.</summary>
    /// <exception cref="ProtocolException">The value is not 0 to 10000.</exception>
    public BasisPoints(int value)
    {
        if (value is < 0 or > Whole)
            throw new ProtocolException($"a rate of {value} basis points is not 0 to {Whole} (0% to 100%)");
        Value = value;
    }

    /// <summary>The share in basis points.</summary>
    public int Value { get; }

    /// <summary>ceil(size · rate / 10000), in integers: how many of a class this rate draws.</summary>
    public int CeilingOf(int size) => checked((int)((((long)size * Value) + Whole - 1) / Whole));

    /// <summary>The share as a percentage, such as <c>2.5%</c>.</summary>
    public override string ToString() =>
        (Value / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + "%";
}
