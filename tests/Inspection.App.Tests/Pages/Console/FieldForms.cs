using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Results;

namespace Inspection.App.Tests.Pages.Console;

/// <summary>Fills in the forms of visits and reviews.</summary>
internal static class FieldForms
{
    /// <summary>The browser of the n-th who makes a visit.</summary>
    public static async Task<WebBrowser> TeamBrowserAsync(this ResultFixture fixture, string uscc, int number = 0) =>
        await fixture.BrowserAsync((await fixture.TeamOf(uscc))[number]);

    public static Task<WebBrowser> BrowserAsync(this ResultFixture fixture, string inspectorId) =>
        WebBrowser.AsAsync(fixture.Draws.App, Role.Inspector, inspectorId, inspectorId: inspectorId);

    public static Task<WebBrowser> ReviewerAsync(this ResultFixture fixture, string name = "zhao") =>
        WebBrowser.AsAsync(fixture.Draws.App, Role.Reviewer, name, name == "zhao" ? DrawFixture.Market : "");

    public static string Visit(this ResultFixture fixture, string uscc, string page = "") =>
        $"/console/visits/{fixture.DrawId}/{uscc}{(page.Length == 0 ? "" : "/")}{page}";

    /// <summary>What is typed where an item has a problem that was corrected and the other was not checked.</summary>
    public static (string Name, string Value)[] Result(
        string code = "Corrected", string disposal = "Rectify", string finding = "无温度记录，已补齐", string day = "2026-11-10") =>
    [
        ("Input.InspectedOn", day), ("Input.Method", "OnSite"), ("Input.Notes", "现场配合"),
        .. Item(0, DrawFixture.ItemCode, true, code, disposal, finding),
        .. Item(1, ResultFixture.SecondItem, false, "", "None", "当日停业"),
    ];

    /// <summary>Sends the page's own form by one of its buttons.</summary>
    public static Task<WebBrowser> PressAsync(this WebBrowser browser, string handler, params (string Name, string Value)[] fields)
    {
        var (address, all) = browser.Fill("", fields);
        return browser.SendAsync(HttpMethod.Post, $"{address.Split('?')[0]}?handler={handler}", new FormUrlEncodedContent(all));
    }

    private static (string Name, string Value)[] Item(int at, string itemCode, bool isChecked, string code, string disposal, string finding) =>
    [
        ($"Input.Items[{at}].ItemCode", itemCode), ($"Input.Items[{at}].Checked", isChecked ? "true" : "false"),
        ($"Input.Items[{at}].Code", code), ($"Input.Items[{at}].Disposal", disposal), ($"Input.Items[{at}].Finding", finding),
        ($"Input.Items[{at}].LegalBasis", ""),
    ];
}
