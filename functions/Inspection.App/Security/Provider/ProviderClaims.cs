using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Inspection.App.Outcomes;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

/// <summary>Reads what a provider says of a person.</summary>
internal sealed class ProviderClaims(IOptions<SignInOptions> options)
{
    private readonly SignInOptions names = options.Value;

    /// <summary>The user that these claims describe.</summary>
    public Outcome<User> UserOf(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (principal.FindFirst(names.SubjectClaim) is not { Value.Length: > 0 } subject)
            return Missing(nameof(SignInOptions.SubjectClaim), names.SubjectClaim);
        if (principal.FindFirstValue(names.NameClaim) is not { Length: > 0 } name)
            return Missing(nameof(SignInOptions.NameClaim), names.NameClaim);
        var roles = RolesOf(principal);
        if (roles.Count == 0)
        {
            return Refusal.Forbidden(
                "no-role", $"the provider gives this account none of the roles {string.Join(", ", Role.All)} in '{names.RolesClaim}' "
                + "(SignIn:RolesClaim, SignIn:Roles); whoever looks after the provider can");
        }

        return new User(name)
        {
            Subject = SubjectOf(subject),
            DisplayName = TextOf(principal, names.DisplayNameClaim),
            Roles = roles,
            Department = TextOf(principal, names.DepartmentClaim),
            InspectorId = roles.Contains(Role.Inspector) ? TextOf(principal, names.InspectorClaim) : "",
        };
    }

    /// <summary>
    /// The person among all providers: <c>SHA256(issuer ‖ "\n" ‖ subject)</c> in hexadecimal, since a subject has no bounds.
    /// </summary>
    private static string SubjectOf(Claim subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{subject.Issuer}\n{subject.Value}")));

    private static Refusal Missing(string setting, string claim) => Refusal.Forbidden(
        "provider-claims", $"the provider does not send the claim '{claim}'; let it, or name another one in SignIn:{setting}");

    private static string TextOf(ClaimsPrincipal principal, string claim) => principal.FindFirstValue(claim) ?? "";

    private List<string> RolesOf(ClaimsPrincipal principal)
    {
        var given = principal.FindAll(names.RolesClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return [.. Role.All.Where(role => ValuesFor(role).Any(given.Contains))];
    }

    private string[] ValuesFor(string role) => names.Roles.TryGetValue(role, out var values)
        ? values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [role];
}
