using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Inspection.App.Hosting;

/// <summary>Sees requests as people sent them, where something stands in front of the service.</summary>
internal static class Proxies
{
    /// <summary>Takes the word of the known proxies. A host that has proxies of its own, such as Azure Functions, does this itself.</summary>
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<IOptions<ProxyOptions>>().Value;
        if (settings.Networks.Count == 0)
            return app;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = settings.Hops,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.Networks)
            options.KnownIPNetworks.Add(network);
        return app.UseForwardedHeaders(options);
    }

    /// <summary>Makes every request one to the public address, where the settings name it.</summary>
    public static IApplicationBuilder UsePublicAddress(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<IOptions<ProxyOptions>>().Value.PublicAddress is not { } address)
            return app;
        var host = HostString.FromUriComponent(address);
        return app.Use((context, next) =>
        {
            (context.Request.Scheme, context.Request.Host) = (address.Scheme, host);
            return next(context);
        });
    }
}
