using System.CommandLine;
using Inspection.App.Storage;
using Inspection.App.Terminal;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

/// <summary>
/// <c>token create</c>: gives a user a token, on the store that the service uses by the same settings, also while the
/// service runs. The token stands alone on standard output, so that a script can keep it.
/// </summary>
internal static class TokenCommand
{
    public static Command Create(Screen screen) =>
        new("token", "Tokens, by which users and programs sign in") { CreateCommand(screen) };

    private static Command CreateCommand(Screen screen)
    {
        var user = new Option<string>("--user") { Description = "Whose token; the user is made if missing", Required = true, HelpName = "NAME" };
        var role = new Option<string[]>("--role")
        {
            Description = $"A role that the user shall have: {string.Join(", ", Role.All)}", Required = true, HelpName = "ROLE",
        };
        var department = new Option<string?>("--department") { Description = "The user's department", HelpName = "D" };
        var inspector = new Option<string?>("--inspector")
        {
            Description = "For an inspector, the id in the directory; the user's name where it is not given", HelpName = "ID",
        };
        var days = new Option<int>("--days")
        {
            Description = "How many days the token lasts", DefaultValueFactory = _ => Token.DefaultDays, HelpName = "N",
        };
        var command = new Command("create", "Make a token and print it; settings of the service such as --Storage:Path may follow")
        {
            user, role, department, inspector, days,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            new TokenRequest(
                parsed.GetRequiredValue(user),
                parsed.GetRequiredValue(role),
                parsed.GetValue(department),
                parsed.GetValue(inspector),
                parsed.GetValue(days)),
            ServiceSettings.Of(parsed),
            screen,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        TokenRequest request, string[] settings, Screen screen, CancellationToken cancellation)
    {
        if (request.Days is < 1 or > Token.MaxDays)
            throw new WrongInputException($"--days {request.Days} is not 1 to {Token.MaxDays}");
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.AddStorage();
        builder.AddUsers();
        await using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        if (!app.Services.GetRequiredService<IOptions<SignInOptions>>().Value.LocalTokens)
            throw new WrongInputException(TokenStore.TurnedOff.Detail);
        var (user, token) = await GrantAsync(app.Services, request, cancellation);
        screen.Note($"{user.Name} is {string.Join(", ", user.Roles)}; the token lasts {request.Days} days and is shown this once");
        screen.Line(token.Reveal());
        return ExitCode.Success;
    }

    private static async Task<(User User, TokenText Token)> GrantAsync(
        IServiceProvider services, TokenRequest request, CancellationToken cancellation)
    {
        var users = services.GetRequiredService<UserStore>();
        var outcome = await users.GetAsync(request.User, cancellation) is null
            ? await users.CreateAsync(request.ApplyTo(new User(request.User)), cancellation)
            : await users.UpdateAsync(request.User, null, user => request.ApplyTo(user), cancellation);
        if (outcome.IsRefused(out var refusal))
            throw new WrongInputException(refusal.Detail);
        var (token, text) = await services.GetRequiredService<TokenStore>().CreateAsync(outcome.Value, request.Days, cancellation);
        await services.GetRequiredService<IAuditLog>().WriteAsync(
            Actor.CommandLine, "token create", $"users/{outcome.Value.Name}/tokens/{token.Id}", cancellation: cancellation);
        return (outcome.Value, text);
    }

    private sealed record TokenRequest(string User, string[] Roles, string? Department, string? InspectorId, int Days)
    {
        /// <summary>The user with what was asked for; what was not stays as it is.</summary>
        public User ApplyTo(User user)
        {
            var roles = user.Roles.Union(Roles).ToList();
            var inspector = InspectorId ?? (user.InspectorId.Length > 0 ? user.InspectorId : user.Name);
            return user with
            {
                Roles = roles,
                Department = Department ?? user.Department,
                InspectorId = roles.Contains(Role.Inspector) ? inspector : "",
            };
        }
    }
}
