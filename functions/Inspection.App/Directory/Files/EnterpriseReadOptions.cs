using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>How a file of enterprises is read.</summary>
public sealed record EnterpriseReadOptions
{
    /// <summary>The classes that may stand in the file; null allows every one that the protocol can hold.</summary>
    public IReadOnlySet<RiskClass>? Classes { get; init; }

    /// <summary>
    /// The class of enterprises for which the file says none. Without it, such a row is bad if the enterprise can be
    /// drawn, unless <see cref="KeepUnclassified"/>.
    /// </summary>
    public RiskClass? Unclassified { get; init; }

    /// <summary>Whether enterprises may stay without a class, as in the directory, where a plan classes them later.</summary>
    public bool KeepUnclassified { get; init; }

    /// <summary>Whether name, district, industry, address and tags are read too. A draw needs none of them.</summary>
    public bool Descriptions { get; init; } = true;
}
