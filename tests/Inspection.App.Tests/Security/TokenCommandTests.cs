using System.CommandLine;
using System.Net;
using Inspection.App.Security;
using Inspection.App.Terminal;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Security;

public sealed class TokenCommandTests
{
    [Fact]
    public async Task The_command_prints_the_token_alone_while_the_service_runs()
    {
        await using var app = await TestApp.StartAsync();

        var (code, output, _) = Run(app, "--user", "li.lei", "--role", "scheduler", "--department", "市场监管", "--days", "5");

        Assert.Equal(ExitCode.Success, code);
        using var client = app.ClientWith(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        // The command has the clock of the machine, the app that of the test.
        app.Time.Advance(TimeProvider.System.GetUtcNow() - app.Time.GetUtcNow());
        var me = (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("市场监管", (string?)me["department"]);
        Assert.Equal(["scheduler"], me["roles"]!.Select(role => (string?)role));
        app.Time.Advance(TimeSpan.FromDays(5));
        (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_user_who_is_there_keeps_what_the_command_does_not_name()
    {
        await using var app = await TestApp.StartAsync();
        Run(app, "--user", "wang", "--role", "inspector", "--department", "生态环境");
        Run(app, "--user", "wang", "--role", "reviewer");

        var user = await app.Service<UserStore>().GetAsync("wang", TestContext.Current.CancellationToken);

        Assert.Equal(["inspector", "reviewer"], user!.Roles);
        Assert.Equal(("生态环境", "wang"), (user.Department, user.InspectorId));
    }

    [Theory]
    [InlineData("--user x --role king", "roles")]
    [InlineData("--user a/b --role head", "name")]
    [InlineData("--user x --role head --days 0", "--days")]
    [InlineData("--user x --role head --dept y", "--dept")]
    [InlineData("--user x --role head --Storage:Pfad y", "Storage:Pfad")]
    [InlineData("--user x", "--role")]
    public async Task What_cannot_be_done_is_said_in_one_line(string arguments, string mention)
    {
        await using var app = await TestApp.StartAsync();

        var (code, output, errors) = Run(app, arguments.Split(' '));

        Assert.Equal((ExitCode.WrongInput, ""), (code, output));
        Assert.Contains(mention, errors.Split('\n')[0], StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Run(TestApp app, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var screen = Screen.Plain(output, errors);
        var root = new RootCommand { TokenCommand.Create(screen) };
        var code = CommandLine.Run(root, ["token", "create", .. arguments, "--Storage:Path", app.StorePath], screen);
        return (code, output.ToString(), errors.ToString());
    }
}
