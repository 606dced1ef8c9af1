using Inspection.App.Draws;
using Inspection.App.Storage;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Inspection.App.Pages.Console;

/// <summary>Carries new links of witnesses to the page that shows them, once; they are stored nowhere else.</summary>
internal static class WitnessLinks
{
    /// <summary>Keeps the links for the next page that asks for them.</summary>
    public static void Keep(this ITempDataDictionary data, string drawId, IReadOnlyList<IssuedLink> links)
    {
        if (links.Count > 0)
            data[KeyOf(drawId)] = StoredJson.Write(links);
    }

    /// <summary>The links that were kept; from then on they are gone.</summary>
    public static IReadOnlyList<IssuedLink> Take(this ITempDataDictionary data, string drawId) =>
        data[KeyOf(drawId)] is string kept ? StoredJson.Read<List<IssuedLink>>(kept) : [];

    private static string KeyOf(string drawId) => $"links {drawId}";
}
