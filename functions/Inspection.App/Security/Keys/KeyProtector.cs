using System.Security.Cryptography;
using Inspection.Drawing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

internal sealed class KeyProtector(IDataProtectionProvider protection, IOptions<EscrowOptions> escrow) : IKeyProtector
{
    private const string Purpose = "draw-key";

    public ProtectedKey Protect(string drawId, DrawKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bytes = key.Bytes.ToArray();
        try
        {
            return new ProtectedKey(Protector(drawId).Protect(bytes), Escrowed(bytes));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    public DrawKey Unprotect(string drawId, byte[] closed)
    {
        var bytes = Protector(drawId).Unprotect(closed);
        try
        {
            return new DrawKey(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    // The draw is part of the purpose: a key that was moved to another draw's row does not open.
    private IDataProtector Protector(string drawId) => protection.CreateProtector(Purpose, drawId);

    private byte[]? Escrowed(byte[] bytes)
    {
        if (escrow.Value.EscrowKeyFile is not { } file)
            return null;
        using var rsa = EscrowOptions.ReadPublicKey(file);
        return rsa.Encrypt(bytes, RSAEncryptionPadding.OaepSHA256);
    }
}
