using Inspection.App.Jobs;
using Inspection.App.Ledger.Stamps;
using Inspection.App.Settings;
using Microsoft.Extensions.Options;

namespace Inspection.App.Ledger;

public static class LedgerRegistration
{
    /// <summary>Adds the public ledger, its verification and its stamps.</summary>
    public static IHostApplicationBuilder AddLedger(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddLedgerStore();
        builder.Services.AddSingleton<LedgerReader>();
        builder.AddSettings<LedgerOptions>();
        builder.Services.AddHttpClient(OutsidePost.Client, (services, http) =>
        {
            http.Timeout = TimeSpan.FromSeconds(Options(services).TimeoutSeconds);
            http.MaxResponseContentBufferSize = 2 * StampAuthority.MaxToken;
        });
        builder.Services.AddSingleton(services => StampTrust.Load(Options(services).StampCertificate));
        builder.Services.AddSingleton<LedgerStamps>();
        builder.Services.AddSingleton<WitnessStore>();
        builder.Services.AddSingleton<OutsidePost>();
        builder.Services.AddSingleton<StampAuthority>();
        builder.Services.AddSingleton<Witnesses>();
        builder.Services.AddSingleton<StampHead>();
        builder.Services.AddSingleton<IJob>(static services => services.GetRequiredService<StampHead>());
        return builder;
    }

    /// <summary>Adds the ledger and its verification alone, which the command line works on too.</summary>
    internal static IHostApplicationBuilder AddLedgerStore(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LedgerStore>();
        builder.Services.AddSingleton<ChainedLedger>();
        builder.Services.AddSingleton<ILedger>(services => services.GetRequiredService<ChainedLedger>());
        builder.Services.AddSingleton<StampStore>();
        builder.Services.AddSingleton<LedgerVerification>();
        return builder;
    }

    private static LedgerOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<LedgerOptions>>().Value;
}
