using Inspection.App.Tests.Pages;

namespace Inspection.Browser.Tests.Console;

/// <summary>The pages of draws whose routes have parameters, for a draw that is drawn and under way.</summary>
internal static class DrawAddresses
{
    private static readonly string[] Pages = ["", "/links", "/ceremony", "/reveal", "/void", "/close", "/shortages", "/certificate"];

    public static IEnumerable<KeyValuePair<string, string>> Of(PortalFixture fixture)
    {
        foreach (var page in Pages)
            yield return KeyValuePair.Create($"console/draws/{{id}}{page}", $"/console/draws/{fixture.DrawId}{page}");
        yield return KeyValuePair.Create("console/draws/{id}/replace/{uscc}", $"/console/draws/{fixture.DrawId}/replace/{fixture.Result.Uscc}");
    }
}
