using System.Diagnostics.CodeAnalysis;

namespace Inspection.App.Outcomes;

/// <summary>A value, or the reason why there is none.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; ask <see cref="IsRefused"/> first.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException(Refusal.Detail);

    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal)
    {
        refusal = Refusal;
        return refusal is not null;
    }

    [SuppressMessage("Usage", "CA2225", Justification = "A method 'return value' or 'return refusal' is the whole use.")]
    public static implicit operator Outcome<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "A method 'return value' or 'return refusal' is the whole use.")]
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
