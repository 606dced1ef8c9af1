using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

/// <summary>The tokens of a user.</summary>
[ApiController]
[Route("api/v1/users/{name}/tokens")]
[Authorize(Roles = Role.Administrator)]
internal sealed class TokensController(UserStore users, TokenStore tokens, IOptions<SignInOptions> signIn) : ControllerBase
{
    /// <summary>Makes a token. Its text is in this answer alone.</summary>
    [HttpPost]
    [ProducesResponseType<CreatedToken>(StatusCodes.Status201Created)]
    public async Task<ActionResult<CreatedToken>> Create(
        string name, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] NewToken? wanted, CancellationToken cancellation)
    {
        if (!signIn.Value.LocalTokens)
            return TokenStore.TurnedOff.ToProblem();
        if (await users.GetAsync(name, cancellation) is not { } user)
            return NoUser(name);
        var (token, text) = await tokens.CreateAsync(user, (wanted ?? new NewToken()).Days, cancellation);
        Response.Headers.CacheControl = "no-store";
        return Created(
            $"/api/v1/users/{Uri.EscapeDataString(user.Name)}/tokens/{token.Id}",
            new CreatedToken(token.Id, text.Reveal(), token.User, token.CreatedAt, token.ExpiresAt));
    }

    [HttpGet]
    public async Task<ActionResult<Page<TokenView>>> List(string name, CancellationToken cancellation)
    {
        if (await users.GetAsync(name, cancellation) is not { } user)
            return NoUser(name);
        return new Page<TokenView>([.. (await tokens.ListAsync(user, cancellation)).Select(TokenView.Of)], null);
    }

    /// <summary>Revokes every token of the user, and ends the user's sessions.</summary>
    [HttpDelete]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> RevokeAll(string name, CancellationToken cancellation)
    {
        var outcome = await users.UpdateAsync(name, null, user => user with { Stamp = Guid.NewGuid() }, cancellation);
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        await tokens.RevokeAllAsync(outcome.Value.Name, cancellation);
        return NoContent();
    }

    /// <summary>Revokes one token.</summary>
    [HttpDelete("{id}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Revoke(string name, string id, CancellationToken cancellation)
    {
        if (await users.GetAsync(name, cancellation) is not { } user)
            return NoUser(name);
        return await tokens.RevokeAsync(user, id, cancellation)
            ? NoContent()
            : Refusal.NotFound($"user '{user.Name}' has no token '{id}'").ToProblem();
    }

    private static ActionResult NoUser(string name) => Refusal.NotFound($"there is no user '{name}'").ToProblem();
}

/// <summary>A token to be made.</summary>
public sealed record NewToken
{
    /// <summary>How many days it lasts.</summary>
    [Range(1, Token.MaxDays)]
    public int Days { get; init; } = Token.DefaultDays;
}

/// <summary>A token that was made, with its text, which cannot be had again.</summary>
public sealed record CreatedToken(string Id, string Token, string User, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>A token without its text.</summary>
public sealed record TokenView(string Id, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateOnly? LastUsedOn)
{
    internal static TokenView Of(Token token) => new(token.Id, token.CreatedAt, token.ExpiresAt, token.LastUsedOn);
}
