using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Inspection.App.Outcomes;

namespace Inspection.App.Ledger.Stamps;

/// <summary>Asks a time stamp authority (RFC 3161 over HTTP) to stamp a hash, and checks its answer.</summary>
internal sealed class StampAuthority(OutsidePost outside, StampTrust trust, TimeProvider time)
{
    /// <summary>Bytes of a token: what one property of a table holds.</summary>
    public const int MaxToken = 60 * 1024;

    private const int NonceBytes = 16;

    // A stamp's worth is its time: an authority whose clock is elsewhere stamps nothing for us.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>A stamp of this head; refused, with the reason, where the authority gives none that holds.</summary>
    public async Task<Outcome<LedgerStamp>> StampAsync(Uri authority, LedgerHead head, CancellationToken cancellation)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var request = Rfc3161TimestampRequest.CreateFromHash(
            head.Hash.ToArray(), HashAlgorithmName.SHA256, nonce: nonce, requestSignerCertificates: true);
        var answer = await outside.SendAsync(authority, "application/timestamp-query", request.Encode(), cancellation);
        if (!answer.IsSuccess)
            return Refuse(answer.Problem ?? $"it answered {answer.Status}");
        var der = TokenIn(request, answer.Body);
        if (der.IsRefused(out var unusable))
            return unusable;
        if (StampToken.Check(der.Value, head.Hash, trust, out var problem) is not { } token)
            return Refuse(problem);
        var now = time.GetUtcNow();
        return (token.Time - now).Duration() > Tolerance
            ? Refuse($"it says {token.Time:u}, it is {now:u} here")
            : new LedgerStamp(head, token.Time, token.By, token.IsAttributed, der.Value);
    }

    private static Outcome<byte[]> TokenIn(Rfc3161TimestampRequest request, byte[] answer)
    {
        try
        {
            // Compares status, hash and nonce with the request.
            var der = request.ProcessResponse(answer, out _).AsSignedCms().Encode();
            return der.Length <= MaxToken ? der : Refuse($"its token has {der.Length} bytes, more than {MaxToken}");
        }
        catch (CryptographicException unusable)
        {
            return Refuse(unusable.Message);
        }
    }

    private static Refusal Refuse(string problem) => Refusal.Conflict("stamp-refused", problem);
}
