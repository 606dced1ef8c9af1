using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Security;

/// <summary>Who may sign in, and as what.</summary>
[ApiController]
[Route("api/v1/users")]
[Authorize(Roles = Role.Administrator)]
internal sealed class UsersController(UserStore users, TokenStore tokens) : ControllerBase
{
    [HttpPost]
    [ProducesResponseType<UserView>(StatusCodes.Status201Created)]
    public async Task<ActionResult<UserView>> Create(NewUser wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var outcome = await users.CreateAsync(wanted.ApplyTo(new User(wanted.Name)), cancellation);
        return this.AnswerMade(outcome, static user => $"/api/v1/users/{Uri.EscapeDataString(user.Name)}", UserView.Of);
    }

    [HttpGet]
    public async Task<ActionResult<Page<UserView>>> List(
        string? cursor,
        [Range(1, Page<UserView>.MaxLimit)] int limit = Page<UserView>.DefaultLimit,
        CancellationToken cancellation = default)
    {
        var page = await users.ListAsync(limit, cursor, cancellation);
        return new Page<UserView>([.. page.Items.Select(UserView.Of)], page.Next);
    }

    [HttpGet("{name}")]
    public async Task<ActionResult<UserView>> Get(string name, CancellationToken cancellation) =>
        this.Answer(await users.GetAsync(name, cancellation), Refusal.NotFound($"there is no user '{name}'"), UserView.Of);

    [HttpPut("{name}")]
    public async Task<ActionResult<UserView>> Change(string name, UserChange wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var outcome = await users.UpdateAsync(
            name, Request.ExpectedVersion(), wanted.ChangeOf, cancellation);
        return this.Answer(outcome, UserView.Of);
    }

    [HttpDelete("{name}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Delete(string name, CancellationToken cancellation)
    {
        var outcome = await users.DeleteAsync(name, Request.ExpectedVersion(), cancellation);
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        // The user's tokens are void with the user; their rows are swept so that nothing of them stays.
        await tokens.RevokeAllAsync(outcome.Value.Name, cancellation);
        return NoContent();
    }
}

/// <summary>What can be said of a user, and is set anew as a whole by each change.</summary>
public record UserChange
{
    public string DisplayName { get; init; } = "";

    [Required]
    public IReadOnlyList<string> Roles { get; init; } = [];

    public string Department { get; init; } = "";

    public string InspectorId { get; init; } = "";

    public bool Disabled { get; init; }

    internal Outcome<User> ChangeOf(User user)
    {
        var changed = ApplyTo(user);
        return user.IsFromProvider && !changed.IsDescribedAs(user)
            ? Refusal.Conflict("user-from-provider", $"the provider says what '{user.Name}' may do; here only 'disabled' can be changed")
            : changed;
    }

    internal User ApplyTo(User user) => user with
    {
        DisplayName = DisplayName,
        Roles = Roles,
        Department = Department,
        InspectorId = InspectorId,
        Disabled = Disabled,
    };
}

/// <summary>A user to be made. The name never changes, since records name people by it.</summary>
public sealed record NewUser : UserChange
{
    [Required]
    public string Name { get; init; } = "";
}

/// <summary>A user as administrators see one.</summary>
/// <param name="Name">By which records name the person.</param>
/// <param name="DisplayName">How others see the person.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Department">Empty for one who belongs to none and sees all.</param>
/// <param name="InspectorId">For an inspector, the id in the directory.</param>
/// <param name="Disabled">Whether the person can no longer sign in.</param>
/// <param name="FromProvider">Whether a provider signs the person in and says all of this but <c>disabled</c>.</param>
public sealed record UserView(
    string Name, string DisplayName, IReadOnlyList<string> Roles, string Department, string InspectorId, bool Disabled, bool FromProvider)
{
    internal static UserView Of(User user) =>
        new(user.Name, user.DisplayName, user.Roles, user.Department, user.InspectorId, user.Disabled, user.IsFromProvider);
}
