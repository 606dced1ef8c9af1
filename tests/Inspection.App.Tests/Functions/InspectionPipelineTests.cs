using System.Net;
using System.Net.Http.Headers;
using Inspection.App.Hosting;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Inspection.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inspection.App.Tests.Functions;

/// <summary>
/// The app behind the adapter's pipeline: in a process whose entry assembly is another, behind a catch-all route that was
/// matched before, on another asynchronous flow than the request came in on. So the Functions worker calls it.
/// </summary>
public sealed class InspectionPipelineTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly WebApplication worker;
    private HttpClient client = null!;

    public InspectionPipelineTests()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(InspectionPipelineTests).Assembly.GetName().Name,
            ContentRootPath = folder.Path,
            EnvironmentName = "Testing",
        });
        builder.Configuration.AddInMemoryCollection([new("Storage:Path", Path.Combine(folder.Path, "data"))]);
        builder.WebHost.UseTestServer();
        builder.AddInspection();
        builder.Services.AddSingleton<InspectionPipeline>();
        worker = builder.Build();
        worker.Map("{*path}", InvokeAsync);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await worker.StartAsync(Cancellation);
        client = worker.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await worker.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_request_reaches_the_apps_own_endpoints()
    {
        (await client.GetJson("/healthz")).Expect(HttpStatusCode.OK);
        (await client.GetJson("/docs")).Expect(HttpStatusCode.OK);
        Assert.Equal("text/html", (await client.GetJson("/")).Expect(HttpStatusCode.OK).MediaType);
        Assert.Equal("text/css", (await client.GetJson("/site.css")).Expect(HttpStatusCode.OK).MediaType);
        (await client.GetJson("/api/v1/me")).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");
        (await client.GetJson("/nowhere/at/all")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_signed_in_request_is_audited_with_its_id()
    {
        var users = worker.Services.GetRequiredService<UserStore>();
        var user = (await users.CreateAsync(new User("wang") { Roles = [Role.Administrator] }, Cancellation)).Value;
        var (_, token) = await worker.Services.GetRequiredService<TokenStore>().CreateAsync(user, 1, Cancellation);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());

        (await client.PostJson("/api/v1/users", new { name = "li", roles = new[] { Role.Auditor } })).Expect(HttpStatusCode.Created);

        var log = worker.Services.GetRequiredService<AuditLog>();
        var page = await log.ListAsync(new AuditFilter(null, null, null, "users/li"), 10, null, Cancellation);
        Assert.NotEmpty(Assert.Single(page.Items).RequestId);
    }

    private static Task InvokeAsync(HttpContext context)
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(() => context.RequestServices.GetRequiredService<InspectionPipeline>().RunAsync(context));
    }
}
