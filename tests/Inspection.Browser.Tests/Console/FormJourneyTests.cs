using Inspection.App.Security;
using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Console;

/// <summary>What somebody sees where a form goes wrong. Every page on the way is sound on every screen.</summary>
public sealed class FormJourneyTests(Chromium chromium, Office office)
{
    private const string Edit = "/console/inspectors/edit";

    [Fact]
    public Task The_summary_of_errors_has_the_focus_and_leads_to_the_field_by_keyboard() => VisitAsync(Role.Administrator, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(Edit);
        await page.GetByLabel("姓名").FillAsync("王伟");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await Assertions.Expect(page.Locator(".errors")).ToBeFocusedAsync();
        await visit.AssertSoundOnEveryScreenAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByLabel("执法证有效期至")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("姓名")).ToHaveValueAsync("王伟");
    });

    [Fact]
    public Task Two_who_change_the_same_see_both_versions_side_by_side() => VisitAsync(Role.Administrator, async visit =>
    {
        var page = visit.Page;
        var other = await page.Context.NewPageAsync();
        await page.GotoAsync(Edit + "/XF-005");
        await other.GotoAsync(Edit + "/XF-005");
        foreach (var (tab, skills) in new[] { (other, "安全生产"), (page, "特种设备") })
        {
            await tab.GetByLabel("专业").FillAsync(skills);
            await tab.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        }

        var row = page.GetByRole(AriaRole.Row, new() { Name = "专业（不同）" });
        await Assertions.Expect(row).ToContainTextAsync("安全生产");
        await Assertions.Expect(row).ToContainTextAsync("特种设备");
        await visit.AssertSoundOnEveryScreenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已保存");
        await Assertions.Expect(page.Locator("dl")).ToContainTextAsync("特种设备");
    });

    [Fact]
    public Task A_session_that_ends_while_somebody_types_costs_a_sign_in_and_no_word() => VisitAsync(Role.Administrator, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(Edit + "/XF-004");
        await page.GetByLabel("专业").FillAsync("写了很久的专业");
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "inspection-session" });
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("您填写的内容没有丢失");
        await visit.AssertSoundOnEveryScreenAsync();

        using (var client = await office.App.ClientAs(Role.Administrator))
            await page.GetByLabel("令牌").FillAsync(client.DefaultRequestHeaders.Authorization!.Parameter!);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await visit.AssertSoundOnEveryScreenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "回到表单" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("专业")).ToHaveValueAsync("写了很久的专业");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("还没有提交");
        await visit.AssertSoundOnEveryScreenAsync();
    });

    [Fact]
    public Task Whoever_may_not_open_a_page_is_told_which_role_may() => VisitAsync(Role.Scheduler, async visit =>
    {
        Assert.Equal(403, await visit.OpenAsync("/console/users"));

        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("系统管理员");
        await visit.AssertSoundOnEveryScreenAsync();
    });

    [Fact]
    public Task A_file_that_is_dropped_on_the_form_is_taken() => VisitAsync(Role.Administrator, async visit =>
    {
        await visit.OpenAsync("/console/imports?directory=items");
        await visit.Page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.items.add(new File(['事项编码,抽查事项名称\n'], '事项.csv', { type: 'text/csv' }));
              document.querySelector('[data-drop]').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """);

        Assert.Equal("事项.csv", await visit.Page.EvaluateAsync<string>("() => document.querySelector('#Upload').files[0].name"));
        await Assertions.Expect(visit.Page.Locator("#Upload")).ToBeFocusedAsync();
    });

    private Task VisitAsync(string role, Func<Visit, Task> test) => chromium.VisitAsync(office.App.Address, Screen.Desk, async visit =>
    {
        await office.SignInAsync(visit.Page, role);
        await test(visit);
    });
}
