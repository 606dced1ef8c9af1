using System.Security.Claims;

namespace Inspection.App.Security;

/// <summary>Who acts: a signed-in user, or the calendar.</summary>
/// <param name="Name">The user's name, by which two persons are told apart.</param>
/// <param name="Roles">The user's roles.</param>
/// <param name="Department">The user's department; empty where the user belongs to none and sees all.</param>
public sealed record Actor(string Name, IReadOnlyList<string> Roles, string Department)
{
    /// <summary>The claim that carries the department.</summary>
    public const string DepartmentClaim = "department";

    /// <summary>The claim that carries the inspector's id.</summary>
    public const string InspectorClaim = "inspector";

    /// <summary>The timer that runs jobs.</summary>
    public static Actor Calendar { get; } = new("calendar", [Role.Scheduler], "");

    /// <summary>Whoever can run the program on the store itself.</summary>
    public static Actor CommandLine { get; } = new("command-line", [Role.Administrator], "");

    /// <summary>The user's id in the directory of inspectors; empty for one who is no inspector.</summary>
    public string InspectorId { get; init; } = "";

    public bool Is(string role) => Roles.Contains(role);
}

/// <summary>Reads the actor from a request's identity.</summary>
public static class ActorClaims
{
    /// <exception cref="InvalidOperationException">Nobody is signed in; the endpoint must ask for a role.</exception>
    public static Actor Actor(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (principal.Identity is not { IsAuthenticated: true, Name: { } name })
            throw new InvalidOperationException("nobody is signed in");
        return new Actor(
            name,
            [.. principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value)],
            principal.FindFirstValue(Security.Actor.DepartmentClaim) ?? "")
        {
            InspectorId = principal.FindFirstValue(Security.Actor.InspectorClaim) ?? "",
        };
    }
}
