using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Inspection.App.Ledger.Stamps;

/// <summary>Whom a stamp must come from: the authority itself, or whoever a root vouches for.</summary>
public sealed class StampTrust
{
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private readonly X509Certificate2Collection certificates;

    private StampTrust(X509Certificate2Collection certificates) => this.certificates = certificates;

    /// <summary>No certificate was given: any signer will do, and its stamps are shown as not attributed.</summary>
    public static StampTrust Anybody { get; } = new([]);

    /// <summary>Whether a certificate says who the signer is.</summary>
    public bool IsGiven => certificates.Count > 0;

    public static StampTrust Of(params X509Certificate2[] certificates) => new([.. certificates]);

    /// <summary>The certificates of a PEM file; anybody where there is no file.</summary>
    public static StampTrust Load(string? pemFile)
    {
        if (pemFile is null)
            return Anybody;
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(pemFile);
        return new StampTrust(certificates);
    }

    /// <summary>Why the file cannot be used; null where it can.</summary>
    public static string? ProblemIn(string pemFile)
    {
        try
        {
            return Load(pemFile).IsGiven ? null : $"'{pemFile}' holds no certificate in PEM form";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"'{pemFile}' cannot be read: {unreadable.Message}";
        }
    }

    /// <summary>Whether the signer is the trusted one or is vouched for at this time.</summary>
    internal bool Vouches(X509Certificate2 signer, X509Certificate2Collection others, DateTimeOffset at)
    {
        if (certificates.Any(trusted => trusted.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span)))
            return true;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(certificates);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(TimeStamping));
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        // Authorities of this kind often publish no revocation list; a withdrawn one is taken out of the settings.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(signer);
    }
}
