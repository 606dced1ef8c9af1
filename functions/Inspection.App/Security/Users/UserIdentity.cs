using System.Security.Claims;

namespace Inspection.App.Security;

/// <summary>What a request's identity says of its user.</summary>
internal static class UserIdentity
{
    /// <summary>The claim that carries the stamp of the user, by which a session ends when the user's access does.</summary>
    public const string StampClaim = "stamp";

    /// <summary>The user as an actor, where no request carries it yet.</summary>
    public static Actor ActorOf(User user) => new(user.Name, user.Roles, user.Department) { InspectorId = user.InspectorId };

    public static ClaimsPrincipal PrincipalOf(User user, string scheme)
    {
        var claims = user.Roles.Select(role => new Claim(ClaimTypes.Role, role)).ToList();
        claims.Add(new Claim(ClaimTypes.Name, user.Name));
        claims.Add(new Claim(Actor.DepartmentClaim, user.Department));
        claims.Add(new Claim(Actor.InspectorClaim, user.InspectorId));
        claims.Add(new Claim(StampClaim, user.Stamp.ToString("n")));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }
}
