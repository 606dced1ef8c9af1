using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Pages.Console;
using Inspection.App.Tests.Results;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace Inspection.Browser.Tests.Console;

/// <summary>A draw in the days of its visits, for journeys each of which takes a visit of its own.</summary>
public sealed class FieldDistrict : IAsyncLifetime
{
    private readonly Queue<JToken> visits = new();

    internal ResultFixture Results { get; private set; } = null!;

    internal Uri Address => Results.Draws.App.Address;

    public async ValueTask InitializeAsync()
    {
        Results = await ResultFixture.StartAsync(kestrel: true);
        foreach (var visit in await Results.VisitedAsync())
            visits.Enqueue(visit);
    }

    /// <summary>A visit that no other journey takes, and the id of somebody who makes it.</summary>
    internal (string Uscc, string InspectorId) Take()
    {
        var visit = visits.Dequeue();
        return ((string)visit["uscc"]!, (string)visit["teams"]![0]!["inspectors"]![0]!["inspectorId"]!);
    }

    internal async Task SignInAsync(IPage page, string role, string name)
    {
        var isInspector = role == Role.Inspector;
        var session = await WebBrowser.SessionAsync(Results.Draws.App, role, name, DrawFixture.Market, isInspector ? name : "");
        await Office.SignInAsync(page, Results.Draws.App, session);
    }

    public ValueTask DisposeAsync() => Results.DisposeAsync();
}
