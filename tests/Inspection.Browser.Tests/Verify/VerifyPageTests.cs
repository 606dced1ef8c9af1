using System.Text;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.Browser.Tests.Browser;
using Inspection.Drawing;
using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Tampering;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Verify;

/// <summary>The page /verify as its readers use it.</summary>
public sealed class VerifyPageTests(Chromium chromium, Portal.Portal portal)
{
    [Fact]
    public Task A_reader_verifies_the_draw_that_a_page_shows() => VisitAsync(async page =>
    {
        await page.GotoAsync($"/draws/{portal.Fixture.DrawId}");
        await page.GetByRole(AriaRole.Link, new() { Name = "自己核对这次抽取" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始核对" }).ClickAsync();

        await Expect(page, "#check-seed", "通过");
        foreach (var check in new[] { "notice-rules", "notice-hash", "entropy", "quotas", "membership" })
            await Expect(page, $"#check-{check}", "通过");
        foreach (var check in new[] { "roster", "selection", "teams", "certificate" })
            await Expect(page, $"#check-{check}", "无法核对");
        await Expect(page, ".outcome", "全部通过");
        await Assertions.Expect(page.Locator(".working")).ToBeHiddenAsync();
    });

    [Fact]
    public Task Of_a_draw_that_is_only_announced_the_notice_is_verified() => VisitAsync(async page =>
    {
        await page.GotoAsync($"/verify?draw={portal.Fixture.AnnouncedId}");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始核对" }).ClickAsync();

        await Expect(page, "#check-notice-rules", "通过");
        await Expect(page, "#check-seed", "无法核对");
    });

    [Fact]
    public async Task Whoever_chooses_other_files_meanwhile_gets_the_report_of_those()
    {
        var drawn = TamperedDraw.Of("none");
        var forged = drawn.Draw.ToPublic(withSelected: true) with { Seed = default };
        await VisitAsync(async page =>
        {
            await page.GotoAsync("/verify");
            var files = page.GetByLabel("选择文件，或拖到这里");
            await files.SetInputFilesAsync(File("package.zip", LargeDraw.Package(20_000, 20)));
            await files.SetInputFilesAsync(File("public.json", forged.ToFile()));
            await Expect(page, ".outcome", "1 项不符");
            await files.SetInputFilesAsync(File("public.json", drawn.PublicRecord));
            await Expect(page, ".outcome", "全部通过");
        });
    }

    [Fact]
    public async Task An_enterprise_checks_its_own_lot_with_its_certificate_in_English()
    {
        await using var fixture = await DrawFixture.StartAsync(kestrel: true);
        var id = await fixture.DrawAsync();
        var drawn = (string)(await fixture.SelectionsOf(id))[0]["uscc"]!;
        await fixture.CloseAsync(id);
        using var clerk = await fixture.App.ClientAs(Role.Auditor, "clerk");
        var certificate = await clerk.GetByteArrayAsync($"/api/v1/draws/{id}/certificates/{drawn}", TestContext.Current.CancellationToken);
        await chromium.VisitAsync(fixture.App.Address, Screen.Desk, async visit =>
        {
            await visit.Page.GotoAsync("/en/verify");
            await visit.Page.GetByLabel("Choose your certificate").SetInputFilesAsync(File("my lot.json", certificate));

            await Expect(visit.Page, "#check-certificate", "Passed");
            await Expect(visit.Page, "#check-certificate", $"{drawn} was drawn");
            await Expect(visit.Page, "#check-notice-hash", "Passed");
        });
    }

    [Fact]
    public async Task A_tampered_file_shows_the_check_that_failed_with_both_sides()
    {
        var drawn = TamperedDraw.Of("ceremony");
        var honest = drawn.Draw.ToPublic(withSelected: true);
        var seed = Digest.Of("another seed"u8);
        await VisitAsync(async page =>
        {
            await page.GotoAsync("/verify");
            await page.GetByLabel("选择文件，或拖到这里").SetInputFilesAsync(
                [File("public.json", (honest with { Seed = seed }).ToFile()), File("membership.json", drawn.Membership)]);

            await Expect(page, "#check-seed.failed", "不符");
            await Expect(page, "#check-seed", $"得到 {seed}，应为 {honest.Seed}");
            await Expect(page, "#check-notice-hash", "通过");
            await Expect(page, ".outcome .bad", "1 项不符");
            await page.Locator(".outcome").GetByRole(AriaRole.Link, new() { Name = "种子由公告和随机数得出" }).ClickAsync();
            await Assertions.Expect(page.Locator("#check-seed")).ToBeFocusedAsync();
        });
    }

    [Fact]
    public async Task Once_loaded_the_page_verifies_an_auditors_package_without_a_network()
    {
        var drawn = TamperedDraw.Of("drand");
        await VisitAsync(async page =>
        {
            await page.GotoAsync("/verify");
            await page.GetByLabel("选择文件，或拖到这里").FocusAsync();
            await Expect(page, ".ready", "断开网络也能核对");
            await page.Context.SetOfflineAsync(true);
            await page.GetByLabel("选择文件，或拖到这里").SetInputFilesAsync(
                [File("package.zip", Packages.Archive(drawn.Draw.WritePackage)), File("public.json", drawn.PublicRecord)]);

            await Expect(page, "#check-beacon", "通过");
            await Expect(page, "#check-teams", "通过");
            await Expect(page, ".outcome .good", "全部通过");
        });
    }

    [Fact]
    public async Task What_is_no_evidence_is_said_to_be_none()
    {
        await VisitAsync(async page =>
        {
            await page.GotoAsync("/verify");
            await page.GetByLabel("选择文件，或拖到这里").SetInputFilesAsync(File("holiday.jpg", [1, 2, 3]));
            await Expect(page, ".outcome", "holiday.jpg 不是公开记录");
            await page.GetByLabel("选择抽签凭证").SetInputFilesAsync(File("lot.json", Encoding.UTF8.GetBytes("{}")));
            await Expect(page, ".outcome", "certificate.json, byte 1");
        });
    }

    [Fact]
    public Task A_draw_is_verified_by_keyboard_alone() => VisitAsync(async page =>
    {
        await page.GotoAsync("/verify");
        await TabToAsync(page, "select");
        await TabToAsync(page, "button");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page, ".outcome", "全部通过");
        await Assertions.Expect(page.Locator("#run")).ToBeFocusedAsync();
    });

    [Fact]
    public Task Without_scripts_the_page_says_what_to_do_instead() =>
        chromium.VisitAsync(portal.Address, Screen.Desk with { Scripts = false }, async visit =>
        {
            var id = portal.Fixture.DrawId;
            await visit.OpenAsync($"/verify?draw={id}");
            await Assertions.Expect(visit.Page.GetByText("inspection verify public.json")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByText($"/api/v1/public/draws/{id}/membership")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.Locator("form.choices")).ToBeHiddenAsync();
        });

    [Fact]
    public Task The_page_is_sound_on_every_screen_with_a_report_that_has_every_outcome()
    {
        var drawn = TamperedDraw.Of("none");
        var forged = drawn.Draw.ToPublic(withSelected: true) with { TeamsHash = default };
        return chromium.VisitAsync(portal.Address, Screen.Desk, async visit =>
        {
            await visit.OpenAsync("/verify");
            await visit.Page.GetByLabel("选择文件，或拖到这里").SetInputFilesAsync(
                [File("package.zip", Packages.Archive(drawn.Draw.WritePackage)), File("public.json", forged.ToFile())]);
            await Expect(visit.Page, "#check-hashes", "不符");
            await Expect(visit.Page, "#check-beacon", "无法核对");
            await visit.Page.Locator("#check-hashes summary").ClickAsync();
            await visit.AssertSoundOnEveryScreenAsync();
        });
    }

    [Fact]
    public async Task A_roster_of_100_000_is_verified_and_can_be_stopped()
    {
        var archive = LargeDraw.Package(100_000, 100);
        await VisitAsync(async page =>
        {
            await page.GotoAsync("/verify");
            var files = page.GetByLabel("选择文件，或拖到这里");
            // As soon as the worker says that it computes; it is not done before it hears of the click.
            await page.EvaluateAsync("""
                () => new MutationObserver((_, observer) => {
                  if (document.querySelector('.phase').textContent.includes('底册')) {
                    observer.disconnect();
                    document.querySelector('.stop').click();
                  }
                }).observe(document.querySelector('.phase'), { childList: true })
                """);
            await files.SetInputFilesAsync(File("package.zip", archive));
            await Expect(page, ".outcome", "核对已停止");

            await files.SetInputFilesAsync(Array.Empty<FilePayload>());
            await files.SetInputFilesAsync(File("package.zip", archive));
            await Expect(page, ".outcome", "全部通过");
            await Expect(page, "#check-selection", "通过");
            await Expect(page, "#check-teams", "通过");
        });
    }

    [Fact]
    public void The_page_explains_exactly_the_checks_that_there_are() => Assert.Equal(
        Verifier.Verify(new VerificationInput()).Checks.Select(static check => check.Name),
        Inspection.App.Pages.ProtocolChecks.All.Select(static check => check.Name));

    private Task VisitAsync(Func<IPage, Task> test) => chromium.VisitAsync(portal.Address, Screen.Desk, visit => test(visit.Page));

    private static Task Expect(IPage page, string place, string text) =>
        Assertions.Expect(page.Locator(place).First).ToContainTextAsync(text, new() { Timeout = 120_000 });

    private static async Task TabToAsync(IPage page, string element)
    {
        var place = page.Locator($"form.choices {element}").First;
        for (var presses = 0; presses < 40; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await place.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"the keyboard does not reach {element}");
    }

    private static FilePayload File(string name, byte[] content) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = content };
}
