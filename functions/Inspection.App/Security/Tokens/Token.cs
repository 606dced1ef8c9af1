using Azure;

namespace Inspection.App.Security;

/// <summary>What is kept of a token: everything but the secret.</summary>
/// <param name="Id">Names the token.</param>
/// <param name="User">Whose it is.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
internal sealed record Token(string Id, string User, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a token lasts where nobody says.</summary>
    public const int DefaultDays = 90;

    /// <summary>How long a token may last.</summary>
    public const int MaxDays = 3650;

    /// <summary>The day of the last use; coarse, for it tells forgotten tokens from used ones and not what people do.</summary>
    public DateOnly? LastUsedOn { get; init; }

    public required byte[] Hash { get; init; }

    public required Guid Stamp { get; init; }

    public ETag Version { get; init; }
}
