using Inspection.Drawing;

namespace Inspection.App.Security;

/// <summary>Keeps a draw's key where others may read the store: it is written as <see cref="ProtectedKey"/> only.</summary>
public interface IKeyProtector
{
    /// <summary>Closes the key of this draw.</summary>
    ProtectedKey Protect(string drawId, DrawKey key);

    /// <summary>Opens what <see cref="Protect"/> closed for the same draw.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">
    /// It was closed for another draw or by another key ring, or it was changed.
    /// </exception>
    DrawKey Unprotect(string drawId, byte[] closed);
}

/// <summary>A draw key as it is stored.</summary>
/// <param name="Closed">Under the service's key ring, for the draw it belongs to.</param>
/// <param name="Escrow">
/// Under the escrow key, RSA-OAEP with SHA-256, whose private half is kept elsewhere; null where none is configured. It
/// opens to the 32 bytes of the key.
/// </param>
public sealed record ProtectedKey(byte[] Closed, byte[]? Escrow);
