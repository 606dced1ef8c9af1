using System.Text.RegularExpressions;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.Browser.Tests.Browser;
using Inspection.Browser.Tests.Portal;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Console;

/// <summary>A visit from the phone of the inspector to the screen of the reviewer.</summary>
public sealed class FieldJourneyTests(Chromium chromium, FieldDistrict district) : IClassFixture<FieldDistrict>
{
    private static readonly Screen Phone = new(390, ColorScheme.Light);

    [Theory]
    [InlineData(Way.Mouse)]
    [InlineData(Way.Keyboard)]
    [InlineData(Way.NoScripts)]
    public async Task An_inspector_records_with_a_photo_a_reviewer_returns_it_and_then_approves_it(Way way)
    {
        var (uscc, inspector) = district.Take();
        await RecordAsync(way, uscc, inspector, async (page, hand) =>
        {
            await hand.TypeAsync(page.GetByLabel("备注"), "负责人在场");
            await AddPhotoAsync(way, page, hand);
        });
        await ReviewAsync(way, uscc, async (page, hand) =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "现场.png" })).ToBeVisibleAsync();
            await hand.TypeAsync(page.GetByLabel("意见"), "备注写清楚是哪位负责人");
            await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "退回修改" }));
        });
        await RecordAsync(way, uscc, inspector, async (page, hand) =>
        {
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("备注写清楚是哪位负责人");
            await hand.TypeAsync(page.GetByLabel("备注"), "王店长");
        });
        await ReviewAsync(way, uscc, async (page, hand) =>
        {
            await Assertions.Expect(page.Locator(".versions").First).ToContainTextAsync("王店长");
            await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }));
        });

        var result = (await district.Results.ResultOf(uscc))!;
        Assert.Equal((ResultState.Published, 2, "现场.png"), (result.State, result.Submission, result.Evidence.Single().FileName));
        await chromium.VisitAsync(district.Address, Phone, async visit =>
        {
            Assert.Equal(200, await visit.OpenAsync($"/results/{result.Id}"));
            await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("未发现问题");
            await Assertions.Expect(visit.Page.Locator("main")).Not.ToContainTextAsync("王店长");
        });
    }

    [Fact]
    public async Task What_was_typed_and_photographed_without_a_signal_arrives_once_there_is_one()
    {
        var (uscc, inspector) = district.Take();
        await chromium.VisitAsync(district.Address, Phone, async visit =>
        {
            var page = visit.Page;
            await district.SignInAsync(page, Role.Inspector, inspector);
            await OpenFormAsync(page, new Hand(page, Way.Mouse), uscc);
            var (notes, state) = (page.GetByLabel("备注"), page.Locator("[data-draft-state]"));
            await notes.FillAsync("有信号");
            await Assertions.Expect(state).ToContainTextAsync("已保存");

            await page.Context.SetOfflineAsync(true);
            await notes.FillAsync("没有信号了");
            await page.GetByLabel("拍照").SetInputFilesAsync(Photos.Named("离线.png"));
            await Assertions.Expect(state).ToContainTextAsync("已保留在本机");
            await Assertions.Expect(page.Locator("[data-waiting]")).ToContainTextAsync("离线.png");
            // The button does not lead away from what cannot be sent.
            await page.GetByRole(AriaRole.Button, new() { Name = "核对并提交" }).ClickAsync();
            await Assertions.Expect(notes).ToHaveValueAsync("没有信号了");
            await page.Context.SetOfflineAsync(false);
            await Assertions.Expect(state).ToContainTextAsync("已保存");
            await Assertions.Expect(page.Locator("[data-files]")).ToContainTextAsync("离线.png");
            await Assertions.Expect(page.Locator("[data-waiting]")).ToBeHiddenAsync();
        });
        var result = (await district.Results.ResultOf(uscc))!;
        Assert.Equal(("没有信号了", "离线.png"), (result.Terms.Notes, result.Evidence.Single().FileName));
    }

    [Fact]
    public async Task A_page_that_was_closed_without_a_signal_shows_what_was_typed_when_it_is_opened_again()
    {
        var (uscc, inspector) = district.Take();
        await chromium.VisitAsync(district.Address, Phone, async visit =>
        {
            var page = visit.Page;
            await district.SignInAsync(page, Role.Inspector, inspector);
            await OpenFormAsync(page, new Hand(page, Way.Mouse), uscc);
            var address = page.Url;
            await page.Context.SetOfflineAsync(true);
            await page.GetByLabel("备注").FillAsync("还没有发出去");
            await page.GetByLabel("拍照").SetInputFilesAsync(Photos.Named("也没有.png"));
            await Assertions.Expect(page.Locator("[data-draft-state]")).ToContainTextAsync("已保留在本机");
            await page.CloseAsync();
            await page.Context.SetOfflineAsync(false);

            var again = await page.Context.NewPageAsync();
            await again.GotoAsync(address);
            await Assertions.Expect(again.GetByLabel("备注")).ToHaveValueAsync("还没有发出去");
            await Assertions.Expect(again.Locator("[data-draft-state]")).ToContainTextAsync("已保存");
            await Assertions.Expect(again.Locator("[data-files]")).ToContainTextAsync("也没有.png");
            Assert.Equal(0, await again.EvaluateAsync<int>("() => localStorage.length"));
        });
        Assert.Equal("还没有发出去", (await district.Results.ResultOf(uscc))!.Terms.Notes);
    }

    [Fact]
    public async Task Whoever_writes_over_somebody_else_is_told_so_and_loses_nothing()
    {
        var (uscc, inspector) = district.Take();
        await chromium.VisitAsync(district.Address, Phone, async visit =>
        {
            var page = visit.Page;
            await district.SignInAsync(page, Role.Inspector, inspector);
            await OpenFormAsync(page, new Hand(page, Way.Mouse), uscc);
            var (address, state) = (page.Url, page.Locator("[data-draft-state]"));
            var other = await page.Context.NewPageAsync();
            await other.GotoAsync(address);
            await other.GetByLabel("备注").FillAsync("另一台手机写的");
            await Assertions.Expect(other.Locator("[data-draft-state]")).ToContainTextAsync("已保存");
            await other.CloseAsync();

            await page.GetByLabel("备注").FillAsync("这一台写的");
            await Assertions.Expect(state).ToContainTextAsync("别人同时改过");
            await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).First.ClickAsync();
            await Assertions.Expect(page.Locator(".versions")).ToContainTextAsync("另一台手机写的");
            await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).First.ClickAsync();
            await Assertions.Expect(page.GetByLabel("备注")).ToHaveValueAsync("这一台写的");

            await page.GetByLabel("从相册或文件中选择").SetInputFilesAsync(new FilePayload { Name = "说明.txt", MimeType = "text/plain", Buffer = [65] });
            await Assertions.Expect(state).ToContainTextAsync("不支持这种文件");
            await page.GetByLabel("从相册或文件中选择").SetInputFilesAsync(
                new FilePayload { Name = "太大.png", MimeType = "image/png", Buffer = new byte[21 * 1024 * 1024] });
            await Assertions.Expect(state).ToContainTextAsync("文件太大，没有上传：太大.png");
        });
        Assert.Equal("这一台写的", (await district.Results.ResultOf(uscc))!.Terms.Notes);
    }

    private Task RecordAsync(Way way, string uscc, string inspector, Func<IPage, Hand, Task> write) =>
        chromium.VisitAsync(district.Address, Phone with { Scripts = way != Way.NoScripts }, async visit =>
        {
            var (page, hand) = (visit.Page, new Hand(visit.Page, way));
            await district.SignInAsync(page, Role.Inspector, inspector);
            await OpenFormAsync(page, hand, uscc);
            foreach (var item in await page.Locator("fieldset.item").AllAsync())
                await hand.ChooseAsync(item.GetByLabel("检查结果"), "NoProblem");
            await write(page, hand);
            await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "核对并提交" }));
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("/submit$"));
            await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }));
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("结果已提交，等待审核");
        });

    private Task ReviewAsync(Way way, string uscc, Func<IPage, Hand, Task> decide) =>
        chromium.VisitAsync(district.Address, Screen.Desk with { Scripts = way != Way.NoScripts }, async visit =>
        {
            var (page, hand) = (visit.Page, new Hand(visit.Page, way));
            await district.SignInAsync(page, Role.Reviewer, "zhao");
            await page.GotoAsync("/console/reviews");
            await hand.UseAsync(page.Locator($"main a[href$='{uscc}']"));
            await decide(page, hand);
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("/console/reviews$"));
        });

    private static async Task OpenFormAsync(IPage page, Hand hand, string uscc)
    {
        await page.GotoAsync("/console/visits");
        await hand.UseAsync(page.Locator($"main a[href$='{uscc}']"));
        await hand.UseAsync(page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("录入") }));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("录入结果");
        // With its scripts: a signal that is lost before they came keeps nothing.
        await hand.AwaitScriptsAsync();
    }

    private static async Task AddPhotoAsync(Way way, IPage page, Hand hand)
    {
        if (way == Way.NoScripts)
        {
            await page.GetByLabel("拍照").SetInputFilesAsync(Photos.Named("现场.png"));
            return;
        }

        var chooser = await page.RunAndWaitForFileChooserAsync(() => hand.UseAsync(page.GetByLabel("拍照")));
        await chooser.SetFilesAsync(Photos.Named("现场.png"));
        await Assertions.Expect(page.Locator("[data-files]")).ToContainTextAsync("现场.png");
    }
}
