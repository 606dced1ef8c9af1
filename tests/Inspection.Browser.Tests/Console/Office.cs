using System.Text;
using Inspection.App.Oversight;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Pages;
using Inspection.App.Tests.Pages.Console;
using Inspection.Browser.Tests.Console;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Office))]

namespace Inspection.Browser.Tests.Console;

/// <summary>
/// One filled district for all tests of the console that leave it as it is, and users of every role: each is named as the
/// role. A test that changes much starts an app of its own.
/// </summary>
public sealed class Office : IAsyncLifetime
{
    /// <summary>The id in the directory of the user <see cref="Role.Inspector"/>.</summary>
    internal const string InspectorId = "SJ-000";

    private readonly Dictionary<string, (string Name, string Value)> sessions = [];

    internal PortalFixture Fixture { get; private set; } = null!;

    internal TestApp App => Fixture.App;

    /// <summary>Addresses of pages whose route has parameters, by the route.</summary>
    internal Dictionary<string, string> Addresses { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Fixture = await PortalFixture.StartAsync(kestrel: true);
        // The days of the visits have begun.
        App.Time.Advance(TimeSpan.FromDays(10));
        Addresses = new Dictionary<string, string>(
            [.. await AddressesAsync(), .. await FieldSample.FillAsync(App, PortalFixture.PlainDraw)]);
        await App.Service<TraceMaker>().RunAsync(TestContext.Current.CancellationToken);
        await App.Service<FigureMaker>().MakeAsync(2026, TestContext.Current.CancellationToken);
        foreach (var role in Role.All)
        {
            var isInspector = role == Role.Inspector;
            sessions[role] = await WebBrowser.SessionAsync(
                App, role, null, isInspector ? DrawFixture.Market : "", isInspector ? InspectorId : "");
        }

        foreach (var (template, address) in (await TaskAddresses.MakeAsync(App)).Concat(DrawAddresses.Of(Fixture)))
            Addresses.Add(template, address);
    }

    private async Task<Dictionary<string, string>> AddressesAsync()
    {
        var uscc = Fixture.Values["enterprises/uscc"];
        var checkedFile = await ImportAsync($"统一社会信用代码,企业名称,行政区划\n91379901MA00000004,新企业,测试区\n");
        return new Dictionary<string, string>
        {
            ["console/enterprises/{uscc}"] = $"/console/enterprises/{uscc}",
            ["console/enterprises/edit/{uscc?}"] = $"/console/enterprises/edit/{uscc}",
            ["console/holidays/edit/{date?}"] = "/console/holidays/edit/2026-10-01",
            ["console/plans/{id}"] = $"/console/plans/{Fixture.Values["plans/id"]}",
            ["console/plans/{id}/approve"] = $"/console/plans/{Fixture.Values["plans/id"]}/approve",
            ["console/plans/edit/{id?}"] = $"/console/plans/edit/{Fixture.Values["plans/id"]}",
            ["console/users/{name}"] = "/console/users/auditor",
            ["console/users/edit/{name?}"] = "/console/users/edit/auditor",
            ["console/imports/{id}"] = $"/console/imports/{checkedFile}",
            ["console/imports/{id}/confirm"] = $"/console/imports/{checkedFile}/confirm",
            ["console/inspectors/{inspectorId}"] = $"/console/inspectors/{InspectorId}",
            ["console/inspectors/{inspectorId}/recusals"] = $"/console/inspectors/{InspectorId}/recusals",
            ["console/inspectors/edit/{inspectorId?}"] = $"/console/inspectors/edit/{InspectorId}",
            ["console/items/{code}"] = $"/console/items/{DrawFixture.ItemCode}",
            ["console/items/edit/{code?}"] = $"/console/items/edit/{DrawFixture.ItemCode}",
        };
    }

    private async Task<string> ImportAsync(string text)
    {
        using var client = await App.ClientAs(Role.Administrator);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "企业.csv" } };
        using var answer = await client.PostAsync(new Uri("/api/v1/enterprises/import?dryRun=true", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (string)(await Answer.OfAsync(answer)).Json["id"]!;
    }

    /// <summary>Every page of the console with its address and a role that may open it.</summary>
    internal IEnumerable<(string Path, string Role)> Pages() => ConsolePages.Of(App).Select(page => (
        page.Template.Contains('{', StringComparison.Ordinal) ? Addresses[page.Template] : "/" + page.Template, page.Roles[0]));

    /// <summary>A client of the user of a role, signed in as a browser is.</summary>
    internal HttpClient Client(string role)
    {
        var client = App.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{sessions[role].Name}={sessions[role].Value}");
        client.DefaultRequestHeaders.Add("Accept", "text/html,*/*");
        return client;
    }

    /// <summary>Signs a window in as the user of a role.</summary>
    internal Task SignInAsync(IPage page, string role) => SignInAsync(page, App, sessions[role]);

    internal static Task SignInAsync(IPage page, TestApp app, (string Name, string Value) session) => page.Context.AddCookiesAsync(
        [new Cookie { Name = session.Name, Value = session.Value, Url = app.Address.ToString(), HttpOnly = true }]);

    public ValueTask DisposeAsync() => Fixture.DisposeAsync();
}
