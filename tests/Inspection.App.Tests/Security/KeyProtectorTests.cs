using System.Security.Cryptography;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Security;

public sealed class KeyProtectorTests
{
    private static readonly DrawKey Key = new([.. Enumerable.Range(1, DrawKey.Size).Select(i => (byte)i)]);

    [Fact]
    public async Task A_closed_key_opens_after_a_new_start_and_for_its_own_draw_only()
    {
        await using var app = await TestApp.StartAsync();
        var closed = app.Service<IKeyProtector>().Protect("draw-1", Key);
        await app.RestartAsync();
        var protector = app.Service<IKeyProtector>();

        Assert.True(Key.Matches(protector.Unprotect("draw-1", closed.Closed)));
        Assert.Null(closed.Escrow);
        Assert.Equal(-1, closed.Closed.AsSpan().IndexOf(Key.Bytes[..8]));
        Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect("draw-2", closed.Closed));
        closed.Closed[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect("draw-1", closed.Closed));
    }

    [Fact]
    public async Task The_escrow_key_opens_what_the_service_lost()
    {
        using var folder = new TemporaryFolder();
        using var rsa = RSA.Create(2048);
        var file = Path.Combine(folder.Path, "escrow.pem");
        await File.WriteAllTextAsync(file, rsa.ExportSubjectPublicKeyInfoPem(), TestContext.Current.CancellationToken);
        await using var app = await TestApp.StartAsync(("Draws:EscrowKeyFile", file));

        var closed = app.Service<IKeyProtector>().Protect("draw-1", Key);

        Assert.True(Key.Matches(new DrawKey(rsa.Decrypt(closed.Escrow!, RSAEncryptionPadding.OaepSHA256))));
    }

    [Theory]
    [InlineData(1024, false, "bits")]
    [InlineData(2048, true, "private key")]
    [InlineData(0, false, "cannot be read")]
    public async Task An_unfit_escrow_key_stops_the_start(int bits, bool isPrivate, string mention)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "escrow.pem");
        await File.WriteAllTextAsync(file, PemOf(bits, isPrivate), TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(("Draws:EscrowKeyFile", file)));

        Assert.Contains("Draws:EscrowKeyFile", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(mention, refusal.Message, StringComparison.Ordinal);
    }

    private static string PemOf(int bits, bool isPrivate)
    {
        if (bits == 0)
            return "not a key";
        using var rsa = RSA.Create(bits);
        return isPrivate ? rsa.ExportPkcs8PrivateKeyPem() : rsa.ExportSubjectPublicKeyInfoPem();
    }
}
