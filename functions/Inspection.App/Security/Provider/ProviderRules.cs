using Microsoft.IdentityModel.Tokens;

namespace Inspection.App.Security;

/// <summary>What every token of the provider must be, whoever it is for.</summary>
internal static class ProviderRules
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    // Signed with a private key that the provider alone has: never with a shared secret, which a public key could pass for.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static TokenValidationParameters For(TimeProvider time) => new()
    {
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => IsNow(time.GetUtcNow().UtcDateTime, from, until),
    };

    private static bool IsNow(DateTime now, DateTime? from, DateTime? until) =>
        (from is null || from - ClocksDiffer <= now) && until is { } end && now < end + ClocksDiffer;
}
