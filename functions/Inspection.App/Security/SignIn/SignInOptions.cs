using Inspection.App.Settings;

namespace Inspection.App.Security;

/// <summary>The settings <c>SignIn:…</c>: who signs people in, this service alone or a provider of OpenID Connect beside it.</summary>
internal sealed record SignInOptions : ISettings
{
    public static string Section => "SignIn";

    /// <summary>The provider's address, under which its <c>.well-known/openid-configuration</c> is; null for no provider.</summary>
    public Uri? Authority { get; init; }

    /// <summary>By which the provider knows the pages; null where it signs in programs only.</summary>
    public string? ClientId { get; init; }

    /// <summary>For providers that insist on one; a sign-in is bound to its browser by PKCE with it and without.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>For whom access tokens of the API are; null where the API takes none of the provider's.</summary>
    public string? Audience { get; init; }

    /// <summary>What the pages ask of the provider.</summary>
    public string Scope { get; init; } = "openid profile";

    /// <summary>The claim that tells two people apart for good, whatever they are called; <c>oid</c> with Entra ID.</summary>
    public string SubjectClaim { get; init; } = "sub";

    /// <summary>The claim by which a person is named in records. It is read once, at the first sign-in.</summary>
    public string NameClaim { get; init; } = "preferred_username";

    public string DisplayNameClaim { get; init; } = "name";

    public string RolesClaim { get; init; } = "roles";

    public string DepartmentClaim { get; init; } = "department";

    /// <summary>The claim with an inspector's id in the directory.</summary>
    public string InspectorClaim { get; init; } = "inspector";

    /// <summary>
    /// For each role the provider's values that give it, separated by commas, as <c>SignIn:Roles:head=leaders,deputies</c>;
    /// a role that is not listed is given by its own name.
    /// </summary>
    public Dictionary<string, string> Roles { get; init; } = [];

    /// <summary>Whether this service's own tokens and links sign in too.</summary>
    public bool LocalTokens { get; init; } = true;

    public IEnumerable<string> Problems()
    {
        if (Authority is not null && !IsSafe(Authority))
            yield return $"SignIn:Authority is {Authority}; give an https address";
        if (Authority is null && (ClientId ?? ClientSecret ?? Audience) is not null)
            yield return "SignIn:ClientId, SignIn:ClientSecret and SignIn:Audience belong to a provider; give SignIn:Authority or leave them out";
        if (Authority is not null && ClientId is null && Audience is null)
            yield return "SignIn:Authority is given; give SignIn:ClientId for the pages, SignIn:Audience for the API, or both";
        if (ClientSecret is not null && ClientId is null)
            yield return "SignIn:ClientSecret belongs to SignIn:ClientId, which is not given";
        if (Authority is null && !LocalTokens)
            yield return "SignIn:LocalTokens is false and there is no SignIn:Authority, so nobody could sign in";
        if (!Scope.Split(' ').Contains("openid"))
            yield return $"SignIn:Scope is '{Scope}'; it needs 'openid'";
        foreach (var role in Roles.Keys.Except(Role.All))
            yield return $"SignIn:Roles:{role} is no role; the roles are {string.Join(", ", Role.All)}";
    }

    // What is sent to a provider on this machine does not leave it.
    private static bool IsSafe(Uri authority) =>
        authority is { IsAbsoluteUri: true } && (authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback);
}
