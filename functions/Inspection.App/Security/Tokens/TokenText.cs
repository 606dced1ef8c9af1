using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Inspection.App.Security;

/// <summary>
/// A token as its owner holds it: <c>inspection_ID_SECRET</c>. The id, 16 hexadecimal digits, names the token in lists;
/// the secret is 256 random bits in base64url. The fixed beginning lets scanners of leaked secrets know it.
/// </summary>
internal sealed partial record TokenText
{
    /// <summary>What every token begins with.</summary>
    public const string Beginning = "inspection_";

    private const int SecretSize = 32;

    private readonly byte[] secret;

    private TokenText(string id, byte[] secret) => (Id, this.secret) = (id, secret);

    public string Id { get; }

    /// <summary>SHA-256 of the secret, all that is stored of it.</summary>
    public byte[] Hash => SHA256.HashData(secret);

    public static TokenText New() => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), RandomNumberGenerator.GetBytes(SecretSize));

    public static bool TryParse(string text, [NotNullWhen(true)] out TokenText? token)
    {
        token = Form().Match(text) is { Success: true } match && Base64Url.IsValid(match.Groups["secret"].ValueSpan)
            ? new TokenText(match.Groups["id"].Value, Base64Url.DecodeFromChars(match.Groups["secret"].ValueSpan))
            : null;
        return token is not null;
    }

    /// <summary>The text to hand to the owner, once.</summary>
    public string Reveal() => $"{Beginning}{Id}_{Base64Url.EncodeToString(secret)}";

    /// <summary>Without the secret, so that it cannot slip into a log.</summary>
    public override string ToString() => $"token {Id}";

    [GeneratedRegex(@"\Ainspection_(?<id>[0-9a-f]{16})_(?<secret>[A-Za-z0-9_-]{43})\z")]
    private static partial Regex Form();
}
