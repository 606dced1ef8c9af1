using Azure;
using Inspection.App.Outcomes;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>An inspector (执法检查人员) of the directory.</summary>
public sealed record InspectorProfile : IVersioned
{
    /// <summary>The number of the enforcement certificate (执法证号).</summary>
    public required string InspectorId { get; init; }

    /// <summary>The name, never public.</summary>
    public string Name { get; init; } = "";

    /// <summary>The department (部门).</summary>
    public required string Department { get; init; }

    /// <summary>The skills (专业), in the protocol's order, none twice.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>The last day of the certificate; <see cref="DateOnly.MaxValue"/> for 长期.</summary>
    public required DateOnly CertificateExpires { get; init; }

    /// <summary>The status (状态), empty where none is known.</summary>
    public string Status { get; init; } = "";

    /// <summary>The enterprises that this person must not inspect, by code.</summary>
    public IReadOnlyList<Recusal> Recusals { get; init; } = [];

    /// <summary>When it was last written, recusals apart; set by the store.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The version that was read, recusals apart; set by the store.</summary>
    public ETag ETag { get; init; }

    /// <summary>Whether this person is in service.</summary>
    public bool IsActive => InspectorStatus.IsActive(Status);

    /// <summary>The enterprises that confirmed recusals keep this person from.</summary>
    public IEnumerable<UnifiedSocialCreditCode> Recused =>
        Recusals.Where(recusal => recusal.State == RecusalState.Confirmed).Select(recusal => recusal.Uscc);
}
