using Inspection.App.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Where people sign in with a token or are led to their provider, and where they sign out.</summary>
internal sealed class SignInModel(TokenUsers users, KeptForms forms, Words words, IAuditLog log) : PageModel
{
    /// <summary>Where to go afterwards, with the language; a path of this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Token { get; set; }

    /// <summary>A form that waits for the sign-in: see <see cref="KeptForms"/>.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public bool SignedOut => Request.Query.ContainsKey("out");

    public KeptForm? Resumed { get; private set; }

    public SignInForm Form { get; private set; } = new("");

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Request.PathBase + Session.Landing;

    public IActionResult OnGet()
    {
        Response.Headers.CacheControl = "no-store";
        if (User.Identity is { IsAuthenticated: true })
            return LocalRedirect(Target);
        Form = new SignInForm(Target);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await users.FindAsync(Token ?? "", cancellation) is not { } user)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            Form = new SignInForm(Target, Kept, words[
                "这个令牌不对、已过期或已撤销。请核对，或者向系统管理员要一个新的。",
                "This token is wrong, expired or revoked. Check it, or ask an administrator for a new one."]);
            return Page();
        }

        await Session.BeginAsync(HttpContext, user);
        var actor = UserIdentity.ActorOf(user);
        await log.WriteAsync(actor, "sign-in", $"users/{actor.Name}", cancellation: CancellationToken.None);
        Resumed = Kept is null ? null : forms.Open(Kept);
        if (Resumed is null)
            return LocalRedirect(Target);
        // The form that leads back is for the one who is signed in from now on.
        HttpContext.User = UserIdentity.PrincipalOf(user, Session.Name);
        return Page();
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await Session.EndAsync(HttpContext);
        return LocalRedirect($"{Request.PathBase}{Session.SignInPath}?out");
    }
}
