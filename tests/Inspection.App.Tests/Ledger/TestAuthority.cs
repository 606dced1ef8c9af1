using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Inspection.App.Tests.Ledger;

/// <summary>A time stamp authority (RFC 3161) with a certificate of its own making, which can be told to lie.</summary>
internal sealed class TestAuthority : IDisposable
{
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private const string TokenInfoContent = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority(TimeProvider time, bool isExpired = false)
    {
        Time = time;
        var now = time.GetUtcNow();
        var request = new CertificateRequest("CN=Test time stamps", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(TimeStamping)], critical: true));
        Certificate = request.CreateSelfSigned(now.AddYears(-2), isExpired ? now.AddDays(-1) : now.AddYears(2));
    }

    public TimeProvider Time { get; }

    public X509Certificate2 Certificate { get; }

    /// <summary>Stamps another hash than the one that was sent.</summary>
    public bool StampsAnotherHash { get; init; }

    /// <summary>Answers with a nonce of its own.</summary>
    public bool UsesAnotherNonce { get; init; }

    /// <summary>Its clock runs an hour ahead.</summary>
    public bool IsAhead { get; init; }

    /// <summary>A granted TimeStampResp.</summary>
    public byte[] Answer(byte[] query)
    {
        if (!Rfc3161TimestampRequest.TryDecode(query, out var request, out _))
            throw new ArgumentException("not a time stamp request");
        var token = Sign(InfoFor(request));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteInteger(0);
            writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }

    public void Dispose()
    {
        Certificate.Dispose();
        key.Dispose();
    }

    private Rfc3161TimestampTokenInfo InfoFor(Rfc3161TimestampRequest request)
    {
        var hash = StampsAnotherHash ? SHA256.HashData("other"u8) : request.GetMessageHash();
        var nonce = UsesAnotherNonce ? new byte[] { 1, 2, 3 } : request.GetNonce();
        var at = Time.GetUtcNow() + (IsAhead ? TimeSpan.FromHours(1) : TimeSpan.Zero);
        return new Rfc3161TimestampTokenInfo(
            new Oid("1.3.6.1.4.1.55555.1"), request.HashAlgorithmId, hash, new byte[] { 1 }, at, nonce: nonce);
    }

    private byte[] Sign(Rfc3161TimestampTokenInfo info)
    {
        var signer = new CmsSigner(Certificate) { IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateId()));
        var cms = new SignedCms(new ContentInfo(new Oid(TokenInfoContent), info.Encode()));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }, the hash being SHA-256 by default.
    private byte[] CertificateId()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(Certificate.RawData));
        return writer.Encode();
    }
}
