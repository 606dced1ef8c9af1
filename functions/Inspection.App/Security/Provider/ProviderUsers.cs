using System.Security.Claims;
using Inspection.App.Outcomes;

namespace Inspection.App.Security;

/// <summary>
/// Brings people whom a provider signs in into the store of users, so that everything else knows them as it knows any
/// user: one stable name in records and for the rule of two persons, one switch to disable them, sessions that end at once.
/// </summary>
internal sealed class ProviderUsers(ProviderClaims claims, UserStore users)
{
    /// <summary>The user, made at the first sign-in and with the provider's newest word on the rights.</summary>
    public async Task<Outcome<User>> SignInAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        var wanted = claims.UserOf(principal);
        if (wanted.IsRefused(out _))
            return wanted;
        var user = await users.TakeAsync(wanted.Value, cancellation);
        if (user.IsRefused(out _))
            return user;
        return user.Value.Disabled
            ? Refusal.Forbidden("user-disabled", $"user '{user.Value.Name}' is disabled here; an administrator can enable it again")
            : user;
    }
}
