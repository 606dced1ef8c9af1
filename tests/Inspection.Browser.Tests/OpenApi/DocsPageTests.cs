using Inspection.App.Tests.Hosting;
using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.OpenApi;

public sealed class DocsPageTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Screen.All), MemberType = typeof(Screen))]
    public async Task The_description_of_the_API_is_sound_on_every_screen(int width, ColorScheme colours)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Kestrel = true });
        await chromium.VisitAsync(app.Address, new Screen(width, colours), async visit =>
        {
            Assert.Equal(200, await visit.OpenAsync("/docs"));
            await visit.AssertSoundAsync();
        });
    }
}
