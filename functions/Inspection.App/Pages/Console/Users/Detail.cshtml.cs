using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Inspection.App.Pages.Console;

/// <summary>A user and the user's tokens. A token's text is shown once, on the page after it was made.</summary>
[Authorize(Roles = Role.Administrator)]
internal sealed class UserDetailModel(UserStore users, TokenStore tokens, IOptions<SignInOptions> signIn, Words words) : PageModel
{
    private const string TokenKey = "token";

    [FromRoute]
    public string Name { get; set; } = "";

    [BindProperty]
    public int Days { get; set; } = Token.DefaultDays;

    /// <summary>The token to revoke.</summary>
    [BindProperty]
    public string? Id { get; set; }

    /// <summary>What was typed to confirm that the user goes.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    public User Person { get; private set; } = null!;

    public IReadOnlyList<Token> Tokens { get; private set; } = [];

    /// <summary>The text of a token that was made just now.</summary>
    public string? NewToken { get; private set; }

    public bool TakesTokens => signIn.Value.LocalTokens;

    private string Here => $"/console/users/{Uri.EscapeDataString(Name)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        NewToken = TempData[TokenKey] as string;
        return Page();
    }

    public async Task<IActionResult> OnPostTokenAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!TakesTokens)
            return this.Refuse(TokenStore.TurnedOff);
        if (Days is < 1 or > Token.MaxDays)
            ModelState.AddModelError(nameof(Days), words[$"有效期为 1 至 {Token.MaxDays} 天。", $"A token lasts 1 to {Token.MaxDays} days."]);
        if (!ModelState.IsValid)
            return this.Invalid();
        var (_, text) = await tokens.CreateAsync(Person, Days, cancellation);
        TempData[TokenKey] = text.Reveal();
        return this.Done(Here, words["令牌已生成。", "The token was made."]);
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        return await tokens.RevokeAsync(Person, Id ?? "", cancellation)
            ? this.Done(Here, words["令牌已撤销，马上失效。", "The token is revoked and void at once."])
            : this.Refuse(Refusal.NotFound($"user '{Name}' has no token '{Id}'"));
    }

    /// <summary>Ends every token and session of the user.</summary>
    public async Task<IActionResult> OnPostRevokeAllAsync(CancellationToken cancellation)
    {
        var outcome = await users.UpdateAsync(Name, null, user => user with { Stamp = Guid.NewGuid() }, cancellation);
        if (outcome.IsRefused(out _))
            return NotFound();
        await tokens.RevokeAllAsync(outcome.Value.Name, cancellation);
        return this.Done(Here, words["全部令牌和登录已结束。", "Every token and sign-in has ended."]);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        ModelState.Clear();
        if (!ModelState.IsTyped(nameof(Typed), Typed, Person.Name, words))
            return this.Invalid();
        var outcome = await users.DeleteAsync(Name, (ETag?)null, cancellation);
        if (outcome.IsRefused(out var refusal))
            return this.Refuse(refusal);
        await tokens.RevokeAllAsync(outcome.Value.Name, cancellation);
        return this.Done("/console/users", words[$"已删除用户“{outcome.Value.Name}”。", $"User {outcome.Value.Name} is deleted."]);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await users.GetAsync(Name, cancellation) is not { } found)
            return false;
        (Person, Tokens) = (found, await tokens.ListAsync(found, cancellation));
        return true;
    }
}
