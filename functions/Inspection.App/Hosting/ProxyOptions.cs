using System.Net;
using Inspection.App.Settings;

namespace Inspection.App.Hosting;

/// <summary>The settings <c>Proxy:…</c>: what stands in front of the service.</summary>
internal sealed record ProxyOptions : ISettings
{
    private const int MaxHops = 10;

    public static string Section => "Proxy";

    /// <summary>
    /// The proxies whose word is taken for the client's address, the scheme and the host (X-Forwarded-For, -Proto, -Host):
    /// addresses and networks, separated by commas, as <c>10.0.0.4, 10.1.0.0/16</c>. Empty: nobody's.
    /// </summary>
    public string Known { get; init; } = "";

    /// <summary>How many of them a request passes at most.</summary>
    public int Hops { get; init; } = 1;

    /// <summary>
    /// How people reach the service, as <c>https://inspect.example.gov.cn</c>, where no proxy that is known tells it; links
    /// and cookies are made for this address whatever a request says.
    /// </summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The networks of the known proxies; an address is a network of its own.</summary>
    public IReadOnlyList<IPNetwork> Networks => [.. Parts.Select(part => Parse(part)).OfType<IPNetwork>()];

    private IEnumerable<string> Parts => Known.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<string> Problems()
    {
        foreach (var part in Parts.Where(part => Parse(part) is null))
            yield return $"Proxy:Known has '{part}'; give addresses such as 10.0.0.4 and networks such as 10.1.0.0/16, separated by commas";
        if (Hops is < 1 or > MaxHops)
            yield return $"Proxy:Hops is {Hops}; give 1 to {MaxHops}";
        if (PublicAddress is not null and not { IsAbsoluteUri: true, Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" })
            yield return $"Proxy:PublicAddress is {PublicAddress}; give scheme and host alone, such as https://inspect.example.gov.cn";
    }

    private static IPNetwork? Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, 8 * address.GetAddressBytes().Length)
            : null;
    }
}
