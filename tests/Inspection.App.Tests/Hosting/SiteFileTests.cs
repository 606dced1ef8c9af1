using System.Net;
using System.Text.RegularExpressions;
using Inspection.App.Security;

namespace Inspection.App.Tests.Hosting;

public sealed partial class SiteFileTests
{
    [Fact]
    public async Task A_file_with_its_version_is_kept_for_ever_and_one_without_is_asked_for_again()
    {
        await using var app = await TestApp.StartAsync();
        var versioned = Stylesheet().Match((await app.Anonymous.GetJson("/")).Text).Value;

        var kept = (await app.Anonymous.GetJson(versioned)).Expect(HttpStatusCode.OK);
        var asked = (await app.Anonymous.GetJson("/site.css")).Expect(HttpStatusCode.OK);

        Assert.Equal("public, max-age=31536000, immutable", kept.Headers["Cache-Control"]);
        Assert.Equal("no-cache", asked.Headers["Cache-Control"]);
        Assert.Equal("text/css", kept.MediaType);
        Assert.NotNull(asked.ETag);
    }

    [Theory]
    [InlineData("/", "br")]
    [InlineData("/site.css", "gzip")]
    [InlineData("/images/icons.svg", "br")]
    [InlineData("/api/v1/public/draws", "gzip")]
    public async Task What_everybody_may_read_is_compressed(string path, string encoding)
    {
        await using var app = await TestApp.StartAsync();
        using var client = app.Anonymous;
        client.DefaultRequestHeaders.Add("Accept-Encoding", encoding);

        Assert.Equal(encoding, (await client.GetJson(path)).Headers["Content-Encoding"]);
    }

    [Fact]
    public async Task What_a_signed_in_user_reads_is_not_compressed_since_its_length_would_tell()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Administrator);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");

        Assert.DoesNotContain("Content-Encoding", (await client.GetJson("/api/v1/users")).Expect(HttpStatusCode.OK).Headers.Keys);
    }

    [GeneratedRegex("/site\\.css\\?v=[^\"]+")]
    private static partial Regex Stylesheet();
}
