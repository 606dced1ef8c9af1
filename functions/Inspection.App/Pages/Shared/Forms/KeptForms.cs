using System.Security.Cryptography;
using Inspection.App.Pages.Console;
using Inspection.App.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;

namespace Inspection.App.Pages;

/// <summary>
/// Keeps what was typed over a sign-in: sealed in a hidden field of the page that asks to sign in, so that the service
/// stores nothing for strangers. Files are not kept.
/// </summary>
internal sealed class KeptForms(IDataProtectionProvider protection)
{
    /// <summary>Nobody types more; a longer body is not read for a stranger.</summary>
    private const int MaxLength = 512 * 1024;

    private const string Root = "/console";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("kept form").ToTimeLimitedDataProtector();

    /// <summary>The form of the console that this request carries, where it was refused before its page saw it.</summary>
    public static async Task<KeptForm?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not { } asked
            || !new PathString(asked.OriginalPath).StartsWithSegments(Root, StringComparison.Ordinal)
            || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > MaxLength)
        {
            return null;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        var fields = form.Where(field => !FormResumption.IsOfThePage(field.Key))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
        var path = new PathString(asked.OriginalPathBase).Add(asked.OriginalPath);
        return new KeptForm(path.ToUriComponent() + asked.OriginalQueryString, [.. fields]);
    }

    public string Seal(KeptForm form) => protector.Protect(StoredJson.Write(form), Lifetime);

    /// <summary>What was kept, or null where the text was not made here or is too old.</summary>
    public KeptForm? Open(string text)
    {
        try
        {
            return StoredJson.Read<KeptForm>(protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
