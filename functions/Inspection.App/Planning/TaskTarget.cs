using Inspection.App.Languages;
using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>Why enterprises are inspected by name and not drawn. The names are stable and public.</summary>
public enum TargetReason
{
    /// <summary>A key area (重点领域) is inspected in full.</summary>
    [Label("重点领域全覆盖", "Key area in full")]
    KeyArea,

    /// <summary>Something that was reported is looked into; who reported it and what stays inside.</summary>
    [Label("线索核查", "Confirmed lead")]
    Lead,

    [Label("复查", "Re-inspection")]
    Reinspection,
}

/// <summary>What everybody may know of why a task names its enterprises.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Basis">On what ground, such as the document that orders it, in words that become public.</param>
public record TargetGrounds(TargetReason Reason, string Basis = "");

/// <summary>
/// Whom a targeted task (不抽取企业的检查) inspects: enterprises by name, or everybody whom its scope covers. Nobody is drawn
/// of them; the inspectors are, as in every task.
/// </summary>
/// <param name="Reason">Why.</param>
/// <param name="Basis">On what ground, in words that become public.</param>
public sealed record TaskTarget(TargetReason Reason, string Basis = "") : TargetGrounds(Reason, Basis)
{
    /// <summary>The most enterprises that a task names; more are covered by a scope.</summary>
    public const int MaxEnterprises = 500;

    /// <summary>The codes of the enterprises; empty for everybody whom the scope covers.</summary>
    public IReadOnlyList<string> Enterprises { get; init => field = value ?? []; } = [];

    /// <summary>What is public of it.</summary>
    public TargetGrounds Grounds => new(Reason, Basis);

    /// <summary>What is wrong with it, or null.</summary>
    public Saying? Problem()
    {
        if (Basis.Length > NoticeTerms.MaxTextLength || ProtocolText.ProblemIn(Basis) is not null)
        {
            return new Saying(
                $"a basis has at most {NoticeTerms.MaxTextLength} characters and no control characters",
                $"依据最多 {NoticeTerms.MaxTextLength} 个字，不含换行等控制字符");
        }

        if (Enterprises.Count > MaxEnterprises)
        {
            return new Saying(
                $"it names {Enterprises.Count} enterprises; more than {MaxEnterprises} are covered by a scope, with no names",
                $"列出了 {Enterprises.Count} 家企业，最多 {MaxEnterprises} 家；更多的请用范围，不逐一列出");
        }

        if (Enterprises.Count == 0 && Reason != TargetReason.KeyArea)
        {
            return new Saying(
                $"{Reason} names its enterprises; only a key area is inspected by scope",
                $"{Reason.Label(Language.Chinese)}要逐一列出企业；只有重点领域全覆盖可以按范围检查");
        }

        if (Enterprises.FirstOrDefault(static code => !UnifiedSocialCreditCode.TryParse(code, out _, out _)) is { } bad)
            return new Saying($"'{bad}' is not a unified social credit code", $"“{bad}”不是有效的统一社会信用代码");
        return Enterprises.Distinct().Count() < Enterprises.Count
            ? new Saying("an enterprise is named twice; keep one of the two", "有企业列了两次；请去掉一个")
            : null;
    }

    /// <summary>Whom it covers in words, as the notice publishes it.</summary>
    public string InWords(TaskScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var whom = Enterprises.Count == 0 ? scope.InWords() : $"指定的{Enterprises.Count}家企业";
        return $"不抽取企业，逐户检查（{Reason.Label(Language.Chinese)}）：{whom}";
    }
}
