using Inspection.App.Pages.Console;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages.Console;

public sealed class ConsoleMapTests
{
    [Fact]
    public async Task The_navigation_names_pages_that_are_there_for_the_roles_that_may_open_them()
    {
        await using var app = await TestApp.StartAsync();
        var pages = ConsolePages.Of(app).ToDictionary(page => page.Template, page => page.Roles);

        foreach (var entry in ConsoleMap.Groups.SelectMany(group => group.Entries).Append(ConsoleMap.Workbench))
        {
            Assert.True(pages.TryGetValue(entry.Path, out var roles), $"there is no page {entry.Path}");
            Assert.True(roles!.ToHashSet().SetEquals(entry.Roles), $"{entry.Path} is for {string.Join(", ", roles!)}, and the map says {string.Join(", ", entry.Roles)}");
        }
    }

    [Fact]
    public async Task The_head_of_a_page_shows_what_its_reader_may_open_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        foreach (var role in Role.All)
        {
            using var browser = await WebBrowser.AsAsync(app, role);
            await browser.OpenAsync("/console");
            foreach (var entry in ConsoleMap.Groups.SelectMany(group => group.Entries))
                Assert.Equal(entry.IsFor([role]), browser.Page.Contains($"href=\"/{entry.Path}\"", StringComparison.Ordinal));
        }
    }
}
