using System.Net;
using System.Text.RegularExpressions;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages;

public sealed partial class PublicPageTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Every_page_says_its_language_its_title_and_what_it_is_about_in_both_languages()
    {
        var fixture = portal.Fixture;

        foreach (var path in fixture.Paths())
        {
            var chinese = await ReadAsync(fixture.App, path);
            var english = await ReadAsync(fixture.App, "/en" + path);

            Assert.Contains("<html lang=\"zh-CN\">", chinese, StringComparison.Ordinal);
            Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
            foreach (var page in new[] { chinese, english })
            {
                Assert.Matches(Title(), page);
                Assert.Matches(Description(), page);
                Assert.Single(Heading().Matches(page));
            }

            // A status is shown in place of an answer and has no address of its own; a witness's and a reporter's are secrets.
            if (fixture.IsLasting(path))
                Assert.Contains($"hreflang=\"en\" href=\"http://localhost/en{path}\"", chinese, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_page_holds_a_script_or_a_style_which_the_policy_would_stop()
    {
        var fixture = portal.Fixture;

        foreach (var path in fixture.Paths())
        {
            var page = await ReadAsync(fixture.App, path);
            Assert.DoesNotMatch(Inline(), page);
        }
    }

    [Fact]
    public async Task Every_link_leads_somewhere_and_keeps_the_language()
    {
        var fixture = portal.Fixture;
        using var client = fixture.App.Anonymous;

        foreach (var path in fixture.Paths())
        {
            // The switch of the language leads to this very page.
            foreach (var link in LinksOf(await ReadAsync(fixture.App, "/en" + path)).Where(link => link != path))
            {
                using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} leads to {link}: {answer.StatusCode}");
                Assert.True(IsKept(link), $"{path} leads to {link}, away from English");
            }
        }
    }

    [Fact]
    public async Task A_page_is_the_same_for_everybody_and_may_be_kept_for_a_while()
    {
        var fixture = portal.Fixture;
        using var administrator = await fixture.App.ClientAs(Role.Administrator);

        foreach (var client in new[] { fixture.App.Anonymous, administrator })
        {
            using var answer = await client.GetAsync(new Uri("/draws", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("public, max-age=60", answer.Headers.CacheControl?.ToString());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    private static IEnumerable<string> LinksOf(string page) =>
        Links().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)).Distinct();

    // Files and answers for programs have no language.
    private static bool IsKept(string link) => link.StartsWith("/en/", StringComparison.Ordinal)
        || link.StartsWith("/api/", StringComparison.Ordinal) || link.StartsWith("/openapi/", StringComparison.Ordinal);

    private static async Task<string> ReadAsync(TestApp app, string path)
    {
        using var client = app.Anonymous;
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(path.Contains("/status/", StringComparison.Ordinal) || answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<title>[^<·]{2,} · ")]
    private static partial Regex Title();

    [GeneratedRegex("<meta name=\"description\" content=\"[^\"]{10,}\">")]
    private static partial Regex Description();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("""<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=""")]
    private static partial Regex Inline();

    [GeneratedRegex("""<a [^>]*href="(?<to>/[^"#]*)""")]
    private static partial Regex Links();
}
