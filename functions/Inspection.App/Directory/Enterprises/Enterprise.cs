using Azure;
using Inspection.App.Outcomes;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>An enterprise (检查对象) of the directory.</summary>
public sealed record Enterprise : IVersioned
{
    /// <summary>The unified social credit code, which names the enterprise for good.</summary>
    public required UnifiedSocialCreditCode Uscc { get; init; }

    /// <summary>The name (企业名称).</summary>
    public string Name { get; init; } = "";

    /// <summary>The credit-risk class (信用风险类别), internal; null where it has none and a plan decides.</summary>
    public RiskClass? RiskClass { get; init; }

    /// <summary>Where it is registered now (行政区划).</summary>
    public string District { get; init; } = "";

    /// <summary>The industry (行业).</summary>
    public string Industry { get; init; } = "";

    /// <summary>The address (住所), which is personal where the enterprise is a sole trader.</summary>
    public string Address { get; init; } = "";

    /// <summary>The registration status (登记状态).</summary>
    public string Status { get; init; } = "";

    /// <summary>The day of registration (成立日期), where it is known.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>Marks that tasks choose by (标签), in the protocol's order, none twice.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it was last written; set by the store.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The version that was read; set by the store.</summary>
    public ETag ETag { get; init; }

    /// <summary>Whether its status lets it be drawn.</summary>
    public bool IsDrawable => RegistrationStatus.IsDrawable(Status);
}
