namespace Inspection.App.Ledger;

public static class LedgerRegistration
{
    /// <summary>Adds the public ledger.</summary>
    public static IHostApplicationBuilder AddLedger(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<LedgerStore>();
        builder.Services.AddSingleton<ChainedLedger>();
        builder.Services.AddSingleton<ILedger>(services => services.GetRequiredService<ChainedLedger>());
        return builder;
    }
}
