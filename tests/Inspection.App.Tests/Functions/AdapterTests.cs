using Inspection.App.Jobs;
using Inspection.App.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Functions;

/// <summary>The adapter is built apart from the solution, so its sources are held to the app here.</summary>
public sealed class AdapterTests
{
    private const string Functions = "InspectionFunctions.cs";

    private static readonly Dictionary<string, string> Files = AdapterSources.Read();

    [Fact]
    public void The_adapter_compiles_against_the_app() => Assert.Empty(new AdapterSources(Files).Errors);

    [Fact]
    public async Task Every_job_of_the_app_has_a_timer_with_its_name_and_schedule()
    {
        await using var app = await TestApp.StartAsync();
        var jobs = app.Services.GetServices<IJob>().ToDictionary(job => job.Name, job => job.Schedule);

        var timers = new AdapterSources(Files).Timers;

        Assert.NotEmpty(jobs);
        Assert.Equal(jobs.OrderBy(job => job.Key), timers.OrderBy(timer => timer.Key));
    }

    [Fact]
    public void Every_request_goes_to_the_one_function() => Assert.Equal(["{*path}"], new AdapterSources(Files).Routes);

    [Fact]
    public void Nothing_but_the_shape_lives_in_the_adapter() => Assert.Empty(new AdapterSources(Files).BeyondTheShape);

    [Theory]
    [InlineData("jobs.RunDueAsync(context.CancellationToken);", "context is null ? Task.CompletedTask : jobs.RunDueAsync(context.CancellationToken);")]
    [InlineData("jobs.RunDueAsync(context.CancellationToken);", "Task.Delay(1000);")]
    [InlineData("public sealed class", "public sealed class Helper; public sealed class")]
    public void Logic_in_the_adapter_is_found(string text, string instead)
    {
        var changed = new AdapterSources(With(Functions, Files[Functions].Replace(text, instead, StringComparison.Ordinal)));

        Assert.Empty(changed.Errors);
        Assert.NotEmpty(changed.BeyondTheShape);
    }

    [Fact]
    public void Another_file_in_the_adapter_is_found() =>
        Assert.NotEmpty(new AdapterSources(With("Rules.cs", "namespace Inspection.Functions;")).BeyondTheShape);

    [Fact]
    public void A_schedule_that_is_the_adapters_own_is_read_as_such()
    {
        var changed = new AdapterSources(With(
            Functions, Files[Functions].Replace("MonthlyDraw.Cron", "\"0 0 2 1 * *\"", StringComparison.Ordinal)));

        Assert.Equal("0 0 2 1 * *", changed.Timers["MonthlyDraw"]);
    }

    [Fact]
    public void The_host_leaves_every_path_to_the_app()
    {
        var host = JObject.Parse(File.ReadAllText(Path.Combine(AdapterSources.Folder, "host.json")));

        Assert.Equal("", (string?)host.SelectToken("extensions.http.routePrefix"));
    }

    private static Dictionary<string, string> With(string file, string text) => new(Files) { [file] = text };
}
