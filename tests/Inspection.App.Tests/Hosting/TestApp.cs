using System.Net.Http.Headers;
using Inspection.App.Hosting;
using Inspection.App.Security;
using Inspection.App.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inspection.App.Tests.Hosting;

/// <summary>
/// The whole app on an embedded store in a folder of its own, with a clock that stands still until a test moves it. The
/// network is left out where nothing depends on it; <see cref="TestAppOptions.Kestrel"/> puts it in, on a free port.
/// </summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly TestAppOptions options;
    private WebApplication app;

    private TestApp(TestAppOptions options)
    {
        this.options = options;
        folder = options.Folder ?? new TemporaryFolder();
        app = Build();
    }

    /// <summary>The app's clock. It stays when the app is started again.</summary>
    public ManualTime Time { get; } = new();

    public IServiceProvider Services => app.Services;

    /// <summary>The folder of the store: the setting Storage:Path.</summary>
    public string StorePath => Path.Combine(folder.Path, "data");

    /// <summary>Where the app listens; it does so under <see cref="TestAppOptions.Kestrel"/>.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>A client that is not signed in.</summary>
    public HttpClient Anonymous => Client();

    public static async Task<TestApp> StartAsync(TestAppOptions? options = null)
    {
        var test = new TestApp(options ?? new TestAppOptions());
        await test.app.StartAsync(TestContext.Current.CancellationToken);
        return test;
    }

    public static Task<TestApp> StartAsync(params (string Name, string Value)[] settings) =>
        StartAsync(new TestAppOptions { Settings = settings });

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>A client with a token of a user with this role; the user is made when first asked for.</summary>
    public async Task<HttpClient> ClientAs(string role, string? name = null, string department = "", string inspectorId = "")
    {
        var users = Service<UserStore>();
        var user = await users.GetAsync(name ?? role);
        if (user is null)
        {
            var wanted = new User(name ?? role) { Roles = [role], Department = department, InspectorId = inspectorId };
            user = (await users.CreateAsync(wanted)).Value;
        }

        var (_, token) = await Service<TokenStore>().CreateAsync(user, Token.DefaultDays);
        return ClientWith(token.Reveal());
    }

    /// <summary>A client that sends this token.</summary>
    public HttpClient ClientWith(string token)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client without redirects and cookies of its own.</summary>
    public HttpClient Client() => options.Kestrel
        ? new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Address,
        }
        : app.GetTestClient();

    /// <summary>Stops the app and starts it again on what it stored.</summary>
    public async Task RestartAsync()
    {
        await app.DisposeAsync();
        app = Build();
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (options.Folder is null)
            folder.Dispose();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(InspectionHost).Assembly.GetName().Name,
            ContentRootPath = folder.Path,
            EnvironmentName = options.Environment,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = StorePath,
            // All clients of a test are one address.
            ["Limits:RequestsPerMinute"] = "0",
            ["Limits:FormsPerHour"] = "0",
        });
        builder.Configuration.AddInMemoryCollection(
            options.Settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Logging.ClearProviders();
        if (options.Kestrel)
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        else
            builder.WebHost.UseTestServer();
        builder.AddInspection();
        builder.Services.AddSingleton<TimeProvider>(Time);
        options.Configure(builder);
        var built = builder.Build();
        built.UseProxies();
        built.UseInspection();
        return built;
    }
}

/// <summary>How a test wants the app.</summary>
internal sealed record TestAppOptions
{
    /// <summary>Settings as in appsettings.json, such as ("Limits:BodyMegabytes", "1").</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Development fills an empty store, so tests are something else.</summary>
    public string Environment { get; init; } = "Testing";

    /// <summary>A folder that outlives the app; without it the app has one of its own.</summary>
    public TemporaryFolder? Folder { get; init; }

    /// <summary>Over the network, with all that the server itself does.</summary>
    public bool Kestrel { get; init; }

    /// <summary>Changes the services before the app is built.</summary>
    public Action<WebApplicationBuilder> Configure { get; init; } = _ => { };
}
