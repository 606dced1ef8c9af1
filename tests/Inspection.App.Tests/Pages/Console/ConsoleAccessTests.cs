using System.Net;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages.Console;

/// <summary>The pages are those that the running app has, so that a new one is held to the rule without a word here.</summary>
public sealed class ConsoleAccessTests
{
    [Fact]
    public async Task Each_role_is_refused_every_page_and_every_form_that_it_may_not_have_and_is_told_which_role_may()
    {
        await using var app = await TestApp.StartAsync();
        var pages = ConsolePages.Of(app);
        foreach (var role in Role.All)
        {
            using var browser = await WebBrowser.AsAsync(app, role);
            foreach (var page in pages.Where(page => !page.Roles.Contains(role)))
            {
                var path = ConsolePages.AnyAddressOf(page);
                await browser.OpenAsync(path);
                Assert.True(browser.Status == HttpStatusCode.Forbidden, $"{role} at {path}: {browser.Status}");
                Assert.Contains("需要的角色", browser.Page, StringComparison.Ordinal);
                using var form = new FormUrlEncodedContent([]);
                await browser.SendAsync(HttpMethod.Post, path, form);
                Assert.True(browser.Status == HttpStatusCode.Forbidden, $"{role} sends to {path}: {browser.Status}");
            }
        }
    }

    [Fact]
    public async Task Whoever_may_open_a_page_sends_nothing_without_its_own_form()
    {
        await using var app = await TestApp.StartAsync();
        foreach (var pages in ConsolePages.Of(app).GroupBy(page => page.Roles[0]))
        {
            using var browser = await WebBrowser.AsAsync(app, pages.Key);
            foreach (var path in pages.Select(ConsolePages.AnyAddressOf))
            {
                using var form = new FormUrlEncodedContent([]);
                await browser.SendAsync(HttpMethod.Post, path, form);
                Assert.True(browser.Status == HttpStatusCode.BadRequest, $"{pages.Key} sends to {path}: {browser.Status}");
            }
        }
    }
}
