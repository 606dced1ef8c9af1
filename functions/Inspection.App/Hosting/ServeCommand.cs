using System.CommandLine;
using Inspection.App.Jobs;
using Inspection.App.Terminal;

namespace Inspection.App.Hosting;

/// <summary><c>serve</c>, the default: the service on Kestrel.</summary>
internal static class ServeCommand
{
    private const string DefaultAddress = "http://localhost:7071";

    /// <summary>Adds the command and makes it what happens without one.</summary>
    public static void AddTo(RootCommand root)
    {
        var command = new Command("serve", $"Start the service, on {DefaultAddress} where no other address is configured")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], cancellation));
        root.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], cancellation));
        root.Add(command);
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
            builder.WebHost.UseUrls(DefaultAddress);
        builder.AddInspection();
        builder.Services.AddJobScheduler();
        await using var app = builder.Build();
        app.UseInspection();
        await app.RunAsync(cancellation);
        return ExitCode.Success;
    }
}
