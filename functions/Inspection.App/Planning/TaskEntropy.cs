using System.Runtime.Serialization;
using Inspection.App.Languages;
using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>Where the randomness comes from.</summary>
public enum EntropyKind
{
    [EnumMember(Value = "none")]
    [Label("无公共随机源", "No public randomness")]
    None,

    [EnumMember(Value = "ceremony")]
    [Label("见证人现场开号", "Witness ceremony")]
    Ceremony,

    [EnumMember(Value = "drand")]
    [Label("公共随机信标", "Public beacon")]
    Drand,
}

/// <summary>What a task says of its randomness. The members of another kind stay out.</summary>
public sealed record TaskEntropy
{
    /// <summary>How many digits a witness gives where nothing else is said.</summary>
    public const int DefaultDigits = 6;

    public required EntropyKind Kind { get; init; }

    /// <summary>Ceremony: how many digits each witness gives, 1 to 64.</summary>
    public int? Digits { get; init; }

    /// <summary>Ceremony: 1 to 20 different names.</summary>
    public IReadOnlyList<string>? Witnesses { get; init; }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem()
    {
        if (Kind != EntropyKind.Ceremony)
            return Digits is null && Witnesses is null ? null : $"digits and witnesses belong to a ceremony, not to {Kind}";
        if (Digits is < 1 or > CeremonyPlan.MaxDigits)
            return $"digits is {Digits}, not 1 to {CeremonyPlan.MaxDigits}";
        if (Witnesses is not { Count: >= 1 and <= CeremonyPlan.MaxWitnesses } witnesses)
            return $"a ceremony has 1 to {CeremonyPlan.MaxWitnesses} witnesses";
        if (witnesses.Distinct().Count() != witnesses.Count)
            return "two witnesses have the same name; tell them apart";
        return witnesses.FirstOrDefault(name => name.Length == 0 || name.Contains('=') || ProtocolText.ProblemIn(name) is not null) is { } bad
            ? $"'{bad}' cannot be a witness's name: it is empty, holds an equals sign or a control character"
            : null;
    }
}
