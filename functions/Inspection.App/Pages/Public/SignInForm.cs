namespace Inspection.App.Pages;

/// <summary>What the form to sign in carries along.</summary>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="Kept">A form that waits for the sign-in, sealed; null where none does.</param>
/// <param name="Error">Why the last try was refused.</param>
internal sealed record SignInForm(string ReturnUrl, string? Kept = null, string? Error = null);
