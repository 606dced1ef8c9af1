using Azure;
using Inspection.App.Outcomes;

namespace Inspection.App.Security;

/// <summary>A person who signs in.</summary>
/// <param name="Name">By which two persons are told apart; see <see cref="UserRules"/>.</param>
public sealed record User(string Name) : IVersioned
{
    /// <summary>How others see the person.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>What the person may do, of <see cref="Role"/>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The person's department; empty for one who belongs to none and sees all.</summary>
    public string Department { get; init; } = "";

    /// <summary>For an inspector, the id in the directory of inspectors; else empty.</summary>
    public string InspectorId { get; init; } = "";

    /// <summary>A disabled user keeps the name in old records and can no longer sign in.</summary>
    public bool Disabled { get; init; }

    /// <summary>Who the person is to the provider that signs in; empty for a user of this service alone. See <see cref="ProviderClaims"/>.</summary>
    internal string Subject { get; init; } = "";

    /// <summary>Whether a provider says what the person may do.</summary>
    internal bool IsFromProvider => Subject.Length > 0;

    /// <summary>
    /// Tokens and sessions hold for one stamp. A new stamp ends all of them at once, and a user made again under an old
    /// name does not inherit those of the one before.
    /// </summary>
    internal Guid Stamp { get; init; }

    /// <summary>The version that was read.</summary>
    internal ETag Version { get; init; }

    ETag IVersioned.ETag => Version;

    /// <summary>Whether everything that a provider says is the same of both.</summary>
    internal bool IsDescribedAs(User other) =>
        DisplayName == other.DisplayName && Department == other.Department && InspectorId == other.InspectorId
        && Roles.ToHashSet().SetEquals(other.Roles);

    internal bool IsActiveAdministrator => !Disabled && Roles.Contains(Role.Administrator);
}
