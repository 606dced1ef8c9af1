using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

/// <summary>The setting <c>Draws:EscrowKeyFile</c>; the rest of that section belongs to the draws.</summary>
internal sealed record EscrowOptions
{
    public const string Setting = "Draws:EscrowKeyFile";

    private const int MinBits = 2048;

    /// <summary>
    /// A PEM file with an RSA public key, to which every draw key is also encrypted; whoever holds the private half can
    /// open a draw after the service is lost.
    /// </summary>
    public string? EscrowKeyFile { get; set; }

    /// <exception cref="CryptographicException">The file holds no such key.</exception>
    public static RSA ReadPublicKey(string file)
    {
        var pem = File.ReadAllText(file);
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return rsa;
        }
        catch (ArgumentException unreadable)
        {
            rsa.Dispose();
            throw new CryptographicException(unreadable.Message, unreadable);
        }
    }

    internal sealed class Validation : IValidateOptions<EscrowOptions>
    {
        public ValidateOptionsResult Validate(string? name, EscrowOptions options) =>
            options.EscrowKeyFile is { } file && ProblemOf(file) is { } problem
                ? ValidateOptionsResult.Fail($"{Setting}: {problem}")
                : ValidateOptionsResult.Success;

        private static string? ProblemOf(string file)
        {
            try
            {
                using var rsa = ReadPublicKey(file);
                if (rsa.KeySize < MinBits)
                    return $"the key in {file} has {rsa.KeySize} bits; it needs {MinBits} or more";
                return IsPrivate(rsa) ? $"{file} holds a private key, which is to be kept elsewhere; give its public half" : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
            {
                return $"{file} cannot be read as a PEM file with an RSA public key: {e.Message}";
            }
        }

        private static bool IsPrivate(RSA rsa)
        {
            try
            {
                return rsa.ExportParameters(includePrivateParameters: true).D is not null;
            }
            catch (CryptographicException)
            {
                return false;
            }
        }
    }
}
