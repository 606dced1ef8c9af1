using System.CommandLine;
using System.Globalization;
using Inspection.App.Demonstration;
using Inspection.App.Jobs;
using Inspection.App.Security;
using Inspection.App.Terminal;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace Inspection.App.Hosting;

/// <summary><c>serve</c>, the default: the service on Kestrel.</summary>
internal static class ServeCommand
{
    private const string DefaultAddress = "http://localhost:7071";

    // The weakest source: what the environment or the command line say of a category wins.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        [WebHostDefaults.ServerUrlsKey] = DefaultAddress,
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        // Why the start failed the command says itself, in a line.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
        // The key ring lies in the store beside what it protects, and is as safe as the store; that is no news at each start.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
    };

    /// <summary>Adds the command and makes it what happens without one.</summary>
    public static void AddTo(RootCommand root, Screen screen)
    {
        var command = new Command("serve", $"Start the service, on {DefaultAddress} where no other address is configured")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], screen, cancellation));
        root.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], screen, cancellation));
        root.Add(command);
    }

    private static async Task<int> RunAsync(string[] args, Screen screen, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.AddInspection();
        builder.Services.AddJobScheduler();
        builder.AddDemonstration();
        await using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.UseProxies();
        app.UseInspection();
        await app.StartAsync(cancellation);
        await OfferSignInAsync(app, screen, cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Success;
    }

    // On the console and not in the log: the link is a secret.
    private static async Task OfferSignInAsync(WebApplication app, Screen screen, CancellationToken cancellation)
    {
        if (await app.Services.GetRequiredService<FirstSignIn>().OfferAsync(cancellation) is not { } offer)
            return;
        var address = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.PublicAddress?.GetLeftPart(UriPartial.Authority)
            ?? app.Urls.First().Replace("//[::]:", "//localhost:", StringComparison.Ordinal)
            .Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal);
        var until = offer.ExpiresAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        screen.Line($"There is no administrator yet. To sign in as one, open this link, once, until {until}:");
        screen.Line($"{address}/sign-in/{offer.Secret}");
    }
}
