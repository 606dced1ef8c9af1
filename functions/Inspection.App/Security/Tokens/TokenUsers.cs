using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

/// <summary>Whose a token is: of the API's requests and of the page where people sign in alike.</summary>
internal sealed class TokenUsers(UserStore users, TokenStore tokens, IOptions<SignInOptions> signIn)
{
    /// <summary>The user that the text signs in, or null; why not is not told, so that a stranger learns nothing about tokens.</summary>
    public async Task<User?> FindAsync(string text, CancellationToken cancellation)
    {
        if (!signIn.Value.LocalTokens
            || !TokenText.TryParse(text.Trim(), out var parsed)
            || await tokens.FindAsync(parsed, cancellation) is not { } token
            || await users.GetAsync(token.User, cancellation) is not { Disabled: false } user
            || user.Stamp != token.Stamp)
        {
            return null;
        }

        await tokens.NoteUseAsync(token, cancellation);
        return user;
    }
}
