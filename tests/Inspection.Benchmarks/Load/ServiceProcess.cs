using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Inspection.Benchmarks;

/// <summary>The service in a process of its own, on a store that is there, without a limit of requests.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private ServiceProcess(Process process, int port) => (this.process, Address) = (process, new Uri($"http://127.0.0.1:{port}/api/v1/public/"));

    /// <summary>Where its public calls are.</summary>
    public Uri Address { get; }

    /// <summary>The processor time that it has taken until now; what else the machine does changes it little.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<ServiceProcess> StartAsync(string folder)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Inspection.App.dll"), "serve", "--environment", "Production", "--urls", $"http://127.0.0.1:{port}",
                "--Storage:Path", folder, "--Limits:RequestsPerMinute", "0", "--Logging:LogLevel:Default", "Warning",
            },
            RedirectStandardOutput = true,
        };
        var service = new ServiceProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started"), port);
        service.process.OutputDataReceived += static (_, _) => { };
        service.process.BeginOutputReadLine();
        await service.AnswersAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(100))
        {
            try
            {
                if ((await client.GetAsync(new Uri("results?limit=1", UriKind.Relative))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        throw new InvalidOperationException($"the service does not answer at {Address}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
