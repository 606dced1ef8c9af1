using System.Buffers.Text;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

/// <summary>
/// How the first administrator comes in: a link that the console shows while there is no administrator, good once and for
/// an hour. Only its SHA-256 is stored, in one row, so that a newer link ends the one before.
/// </summary>
internal sealed class FirstSignIn(ITableStore tables, UserStore users, TimeProvider time, IOptions<SignInOptions> signIn)
{
    /// <summary>The user that the link makes.</summary>
    public const string UserName = "administrator";

    private const string Table = "signins";
    private const string Partition = "links";
    private const string Row = UserName;
    private const string Hash = "Hash";
    private const string ExpiresAt = "ExpiresAt";
    private const int SecretSize = 32;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private static readonly Refusal Refused = Refusal.Forbidden(
        "link-void", "this link was used, replaced by a newer one or has run out; while there is no administrator, a start of the service shows a new one");

    /// <summary>A new link's secret and its end, or null where there is an administrator or only a provider signs in.</summary>
    public async Task<(string Secret, DateTimeOffset ExpiresAt)?> OfferAsync(CancellationToken cancellation = default)
    {
        if (!signIn.Value.LocalTokens || await users.HasAdministratorAsync(cancellation))
            return null;
        var secret = RandomNumberGenerator.GetBytes(SecretSize);
        var expires = time.GetUtcNow() + Lifetime;
        var row = new TableEntity(Partition, Row) { [Hash] = SHA256.HashData(secret), [ExpiresAt] = expires };
        await tables.UpsertAsync(Table, row, cancellation);
        return (Base64Url.EncodeToString(secret), expires);
    }

    /// <summary>Takes the secret, once, and gives the administrator, who is made now.</summary>
    public async Task<Outcome<User>> RedeemAsync(string secret, CancellationToken cancellation = default)
    {
        var row = await tables.GetAsync(Table, Partition, Row, cancellation);
        if (!signIn.Value.LocalTokens || row is null || !Matches(row, secret) || row.GetDateTimeOffset(ExpiresAt) <= time.GetUtcNow())
            return Refused;
        // Of two who come with the link at once, the store lets one delete the row.
        if (!(await tables.DeleteAsync(Table, Partition, Row, row.ETag, cancellation)).Done)
            return Refused;
        // The link may have been offered, and another administrator made by the command line since: that is no use of it.
        if (await users.HasAdministratorAsync(cancellation))
            return Refused;
        return await users.CreateAsync(
            new User(UserName) { DisplayName = "管理员", Roles = [Role.Administrator] }, cancellation);
    }

    private static bool Matches(TableEntity row, string secret) =>
        secret.Length <= 2 * SecretSize && Base64Url.IsValid(secret)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Base64Url.DecodeFromChars(secret)), row.GetBinary(Hash));
}
