using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Inspection.Drawing;

namespace Inspection.App.Ledger.Stamps;

/// <summary>What a checked time stamp token (RFC 3161) says.</summary>
/// <param name="Time">When the hash existed.</param>
/// <param name="By">The name in the signer's certificate.</param>
/// <param name="IsAttributed">Whether a trusted certificate vouches for that name.</param>
public sealed record StampToken(DateTimeOffset Time, string By, bool IsAttributed)
{
    /// <summary>
    /// Checks that the token stamps this hash: form, hash, signature, the certificate's purpose and days, and, where a
    /// trusted one is given, whose it is.
    /// </summary>
    /// <returns>The token's content, or null with the reason.</returns>
    internal static StampToken? Check(ReadOnlyMemory<byte> der, Digest hash, StampTrust trust, out string problem)
    {
        if (!Rfc3161TimestampToken.TryDecode(der, out var token, out var length) || length != der.Length)
        {
            problem = "it is not a time stamp token";
            return null;
        }

        var time = token.TokenInfo.Timestamp;
        problem = ProblemIn(token, hash, trust, out var signer) ?? "";
        return signer is not null && problem.Length == 0
            ? new StampToken(time, signer.GetNameInfo(X509NameType.SimpleName, forIssuer: false), trust.IsGiven)
            : null;
    }

    private static string? ProblemIn(Rfc3161TimestampToken token, Digest hash, StampTrust trust, out X509Certificate2? signer)
    {
        signer = null;
        if (!token.TokenInfo.GetMessageHash().Span.SequenceEqual(hash.ToArray()))
            return $"it stamps {Convert.ToHexStringLower(token.TokenInfo.GetMessageHash().Span)}, not {hash}";
        if (!token.VerifySignatureForHash(hash.ToArray(), HashAlgorithmName.SHA256, out signer) || signer is null)
            return "its signature does not hold, or its certificate is missing, out of date or not one for time stamps";
        var time = token.TokenInfo.Timestamp;
        if (time < signer.NotBefore || time > signer.NotAfter)
            return $"its certificate is valid {signer.NotBefore:u} to {signer.NotAfter:u}, its time is {time:u}";
        return trust.IsGiven && !trust.Vouches(signer, token.AsSignedCms().Certificates, time)
            ? $"'{signer.Subject}' is not whom Ledger:StampCertificate vouches for"
            : null;
    }
}
