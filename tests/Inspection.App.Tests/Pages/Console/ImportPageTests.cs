using System.Net;
using Inspection.App.Directory;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Inspection.App.Tests.Pages.Console;

public sealed class ImportPageTests
{
    private const string Bad = "统一社会信用代码,企业名称,行政区划,登记状态\n91379901MA00000004,青檀餐饮有限公司,青檀区,存续\n123,写错的代码,青檀区,存续\n";
    private const string Good = "统一社会信用代码,企业名称,行政区划,登记状态\n91379901MA00000004,青檀餐饮有限公司,青檀区,存续\n";

    [Fact]
    public async Task A_file_with_bad_rows_writes_nothing_and_a_mended_one_is_written_once_it_is_confirmed()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/imports?directory=enterprises");

        await browser.UploadAsync("/console/imports", ("Upload", "企业.csv", Bad), ("Directory", "enterprises"));
        Assert.Contains("1 行有错误", browser.Page, StringComparison.Ordinal);
        Assert.Contains("/errors?format=xlsx", browser.Page, StringComparison.Ordinal);
        Assert.Contains("统一社会信用代码: 统一社会信用代码应为 18 位，现在是 3 位", browser.Page, StringComparison.Ordinal);
        await browser.UploadAsync("/console/imports", ("Upload", "企业.csv", Good), ("Directory", "enterprises"));
        Assert.Contains("检查通过，还没有写入", browser.Page, StringComparison.Ordinal);
        Assert.Empty(await app.Service<EnterpriseStore>().ScanAsync(cancellation: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        await browser.OpenAsync(browser.Address + "/confirm");
        await browser.SubmitAsync("");

        Assert.Contains("写入了 1 行", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync("/console/enterprises?q=青檀餐饮");
        Assert.Contains("青檀餐饮有限公司", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file_says_so_at_its_field()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/imports");

        await browser.UploadAsync("/console/imports", ("Upload", "empty.csv", ""), ("Directory", "items"));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("href=\"#Upload\"", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_goes_on_shows_how_far_it_is_whoever_opens_its_page()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            // Nobody works at it, so that it stays as it is.
            Configure = builder => builder.Services.RemoveAll<Microsoft.Extensions.Hosting.IHostedService>(),
        });
        var job = new ImportJob
        {
            Id = "01a199c532807348812453761092dd95", Directory = "enterprises", FileName = "全区企业.xlsx", DryRun = false, StartedBy = "li.lei",
            StartedAt = app.Time.GetUtcNow(), State = ImportState.Writing, Processed = 20_000, Total = 61_234,
        };
        Assert.True(await app.Service<ImportStore>().TryBeginAsync(job, TestContext.Current.CancellationToken));
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);

        await browser.OpenAsync($"/console/imports/{job.Id}");
        Assert.Matches("<progress max=\"61234\" value=\"20000\"", browser.Page);
        Assert.Contains("可以离开这个页面", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync("/console/imports");
        await browser.UploadAsync("/console/imports", ("Upload", "企业.csv", Good), ("Directory", "enterprises"));

        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("正在导入另一个文件", browser.Page, StringComparison.Ordinal);
    }
}
