using System.Diagnostics.CodeAnalysis;

namespace Inspection.Drawing;

/// <summary>A part of the evidence: there and valid, there and refused, or not at hand.</summary>
internal sealed class Reading<T>
    where T : class
{
    private Reading(T? value, string? problem) => (Value, Problem) = (value, problem);

    /// <summary>The part, if it is there and valid.</summary>
    public T? Value { get; }

    /// <summary>Why it was refused, if it was.</summary>
    public string? Problem { get; }

    /// <summary>True where the part is there, valid or not.</summary>
    public bool IsAtHand => Value is not null || Problem is not null;

    public static Reading<T> Absent { get; } = new(null, null);

    /// <summary>Reads a file if there is one.</summary>
    public static Reading<T> Of(byte[]? file, Func<byte[], T> read)
    {
        if (file is null)
            return Absent;
        try
        {
            return new Reading<T>(read(file), null);
        }
        catch (ProtocolException e)
        {
            return new Reading<T>(null, e.Message);
        }
    }

    /// <summary>What is missing for a check that needs this part, or null where nothing is.</summary>
    public bool Lacks(string what, [NotNullWhen(true)] out string? missing)
    {
        missing = Value is not null ? null : Problem is null ? $"{what} is not at hand" : $"{what} could not be read";
        return missing is not null;
    }
}
