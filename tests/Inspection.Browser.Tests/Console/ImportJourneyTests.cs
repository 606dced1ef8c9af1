using System.Text;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Pages.Console;
using Inspection.Browser.Tests.Browser;
using Inspection.Browser.Tests.Portal;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Console;

/// <summary>An administrator takes in a file of the register that has bad rows, mends it, and takes it in again.</summary>
public sealed class ImportJourneyTests(Chromium chromium)
{
    private const string Headings = "统一社会信用代码,企业名称,行政区划,登记状态\n";
    private const string Good = "91379901MA00000004,青檀餐饮有限公司,青檀区,存续\n";
    private const string Bad = "91379901MA0000001,少了一位的代码,青檀区,存续\n";
    private const string Mended = "91379901MA00000017,少了一位的代码,青檀区,存续\n";

    [Theory]
    [InlineData(Way.Mouse)]
    [InlineData(Way.Keyboard)]
    [InlineData(Way.NoScripts)]
    public async Task A_file_with_bad_rows_is_mended_and_taken_in(Way way)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Kestrel = true });
        var session = await WebBrowser.SessionAsync(app, Role.Administrator);
        await chromium.VisitAsync(app.Address, Screen.Desk with { Scripts = way != Way.NoScripts }, async visit =>
        {
            var (page, hand) = (visit.Page, new Hand(visit.Page, way));
            await Office.SignInAsync(page, app, session);
            await page.GotoAsync("/console");

            await hand.UseAsync(Link(page, "导入企业名录"));
            await ChooseAsync(page, hand, Headings + Good + Bad);
            await Assertions.Expect(page.Locator(".notice.bad")).ToContainTextAsync("1 行有错误，整个文件都没有写入");
            var errors = await page.RunAndWaitForDownloadAsync(() => hand.UseAsync(Link(page, "错误行（CSV）")));
            Assert.Contains("91379901MA0000001", await File.ReadAllTextAsync(await errors.PathAsync()), StringComparison.Ordinal);

            await ChooseAsync(page, hand, Headings + Good + Mended);
            await Assertions.Expect(page.Locator(".notice.good")).ToContainTextAsync(["文件已收到", "检查通过，还没有写入"]);
            await hand.UseAsync(Link(page, "继续：写入 2 行"));
            await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "写入 2 行" }));

            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("写入了 2 行");
            await hand.UseAsync(Link(page, "查看名录"));
            await Assertions.Expect(page.Locator("table")).ToContainTextAsync("少了一位的代码");
        });
    }

    private static ILocator Link(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name });

    private static async Task ChooseAsync(IPage page, Hand hand, string text)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => hand.UseAsync(page.GetByLabel("文件（Excel 或 CSV）")));
        await chooser.SetFilesAsync(new FilePayload { Name = "企业.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "检查文件" }));
    }
}
