using System.Net;
using System.Text.RegularExpressions;

namespace Inspection.Browser.Tests.Console;

/// <summary>Where the pages of the console lead. It needs no browser: it reads what they say.</summary>
public sealed partial class ConsoleLinkTests(Office office)
{
    private const string PublicResults = "/en/results/";

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere_for_its_reader_and_keeps_the_language()
    {
        var problems = new List<string>();
        foreach (var pages in office.Pages().GroupBy(page => page.Role))
        {
            using var client = office.Client(pages.Key);
            var links = new Dictionary<string, string>();
            foreach (var path in pages.Select(page => "/en" + page.Path))
            {
                foreach (var link in LinksOf((await ReadAsync(client, path)).Text).Where(link => link != path[3..] && !IsOfTheSwitch(link, path)))
                    links.TryAdd(link, path);
            }

            // Of many that lead to pages of one kind, as those of a long list do, the first few tell enough. Public records that
            // the samples speak of need not be there; where the public pages lead is tested beside them.
            foreach (var (link, from) in links.Where(pair => !pair.Key.StartsWith(PublicResults, StringComparison.Ordinal)).GroupBy(pair => Kind(pair.Key)).SelectMany(kind => kind.Take(3)))
            {
                var status = (await ReadAsync(client, link)).Status;
                // Whoever is signed in is led on from the page that signs in.
                if (status != (link.Contains("/sign-in?", StringComparison.Ordinal) ? HttpStatusCode.Redirect : HttpStatusCode.OK))
                    problems.Add($"{from} as {pages.Key} leads to {link}: {status}");
                if (!IsKept(link))
                    problems.Add($"{from} as {pages.Key} leads to {link}, away from English");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task<(HttpStatusCode Status, string Text)> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        return (answer.StatusCode, isPage ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "");
    }

    private static IEnumerable<string> LinksOf(string page) =>
        Links().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)).Distinct();

    private static bool IsOfTheSwitch(string link, string path) => "/en" + link == path;

    // Ids and codes have a digit; words of addresses have none.
    private static string Kind(string link) => IdOrCode().Replace(link, "/*");

    // Files and answers for programs have no language.
    private static bool IsKept(string link) => link.StartsWith("/en/", StringComparison.Ordinal) || link == "/en"
        || link.StartsWith("/api/", StringComparison.Ordinal) || link.StartsWith("/openapi/", StringComparison.Ordinal);

    [GeneratedRegex("""<a [^>]*href="(?<to>/[^"#]*)""")]
    private static partial Regex Links();

    [GeneratedRegex("/[^/?]*[0-9][^/?]*")]
    private static partial Regex IdOrCode();
}
