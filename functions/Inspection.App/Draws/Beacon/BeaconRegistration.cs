using Inspection.App.Settings;
using Microsoft.Extensions.Options;

namespace Inspection.App.Draws;

internal static class BeaconRegistration
{
    /// <summary>A round takes a few hundred bytes.</summary>
    private const int MaxAnswerBytes = 8 * 1024;

    /// <summary>Adds the randomness beacon.</summary>
    public static IHostApplicationBuilder AddBeacon(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<BeaconOptions>();
        builder.Services.AddHttpClient(DrandRelays.ClientName)
            .ConfigureHttpClient(static (services, client) =>
            {
                var seconds = services.GetRequiredService<IOptions<BeaconOptions>>().Value.TimeoutSeconds;
                client.Timeout = TimeSpan.FromSeconds(seconds);
                client.MaxResponseContentBufferSize = MaxAnswerBytes;
            })
            // A relay that sends elsewhere is not the relay that was configured.
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        builder.Services.AddSingleton<IBeacon, DrandRelays>();
        return builder;
    }
}
