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
    public Saying? Problem()
    {
        if (Kind != EntropyKind.Ceremony)
        {
            return Digits is null && Witnesses is null ? null : new Saying(
                $"digits and witnesses belong to a ceremony, not to {Kind}", "位数和见证人只用于见证人现场开号");
        }

        if (Digits is < 1 or > CeremonyPlan.MaxDigits)
            return new Saying($"digits is {Digits}, not 1 to {CeremonyPlan.MaxDigits}", $"位数是 {Digits}，要在 1 到 {CeremonyPlan.MaxDigits} 之间");
        if (Witnesses is not { Count: >= 1 and <= CeremonyPlan.MaxWitnesses } witnesses)
            return new Saying($"a ceremony has 1 to {CeremonyPlan.MaxWitnesses} witnesses", $"见证人要有 1 到 {CeremonyPlan.MaxWitnesses} 位");
        if (witnesses.Distinct().Count() != witnesses.Count)
            return new Saying("two witnesses have the same name; tell them apart", "有两位见证人同名；请加上单位等以便区分");
        return witnesses.FirstOrDefault(name => name.Length == 0 || name.Contains('=') || ProtocolText.ProblemIn(name) is not null) is { } bad
            ? new Saying(
                $"'{bad}' cannot be a witness's name: it is empty, holds an equals sign or a control character",
                $"“{bad}”不能作见证人的名称：不能为空，不能有等号和控制字符")
            : null;
    }
}
