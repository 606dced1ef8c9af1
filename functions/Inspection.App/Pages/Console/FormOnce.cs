using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Inspection.App.Security;
using Inspection.App.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Inspection.App.Pages.Console;

/// <summary>
/// Makes a double submit harmless: every form carries a number, and a form that was done is not done again but
/// answered with the same redirect and notice. A form that was refused may be sent again. The numbers are in the table
/// <c>forms</c>, a partition for each user and one for everybody who is not signed in, and begin with the time, by which old ones are found and deleted.
/// </summary>
internal sealed partial class FormOnce(ITableStore tables, TimeProvider time, IDataProtectionProvider protection) : IAsyncPageFilter
{
    /// <summary>The hidden field; forms that are sent to the console get it by themselves.</summary>
    public const string Field = "_once";

    private const string Table = "forms";
    private const string Kept = nameof(Kept);
    private const string Strangers = "+";
    private const string TimeFormat = "yyyyMMddHHmm";
    private const int Looks = 50;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    // What is kept for the next page may be a secret that is shown once, and so may the address.
    private readonly IDataProtector protector = protection.CreateProtector("form once");

    /// <summary>A new number.</summary>
    public static string Number(DateTimeOffset now) => $"{Text(now)}-{Guid.NewGuid():n}";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await NumberOfAsync(context.HttpContext) is not { } number || FormResumption.IsResumed(context.HttpContext))
        {
            await next();
            return;
        }

        var cancellation = context.HttpContext.RequestAborted;
        var partition = context.HttpContext.User.Identity is { IsAuthenticated: true } ? TableKey.Escape(context.HttpContext.User.Actor().Name) : Strangers;
        if (!(await tables.InsertAsync(Table, new TableEntity(partition, number), cancellation)).Done)
        {
            context.Result = await RepeatAsync(context, partition, number);
            return;
        }

        await ForgetOldAsync(partition, cancellation);
        var executed = await next();
        if (executed is { Exception: null, Result: LocalRedirectResult done })
            await KeepAsync(partition, number, done, TempDataOf(context));
        else
            await tables.DeleteAsync(Table, partition, number, CancellationToken.None);
    }

    private async Task KeepAsync(string partition, string number, LocalRedirectResult done, ITempDataDictionary data)
    {
        var kept = new Answer(done.Url, data.Keys.ToDictionary(key => key, key => data.Peek(key)?.ToString()));
        await tables.UpsertAsync(Table, new TableEntity(partition, number) { [Kept] = protector.Protect(StoredJson.Write(kept)) });
    }

    /// <summary>Waits for the first of two that are the same, and answers as it did.</summary>
    private async Task<IActionResult> RepeatAsync(PageHandlerExecutingContext context, string partition, string number)
    {
        var cancellation = context.HttpContext.RequestAborted;
        for (var i = 0; i < Looks && await tables.GetAsync(Table, partition, number, cancellation) is { } row; i++)
        {
            if (row.GetString(Kept) is { } sealedAnswer)
            {
                var answer = StoredJson.Read<Answer>(protector.Unprotect(sealedAnswer));
                foreach (var (key, value) in answer.Data)
                    TempDataOf(context)[key] = value;
                return new LocalRedirectResult(answer.Address);
            }

            await Task.Delay(Look, cancellation);
        }

        // The first one was refused, or still works: the page shows which.
        return new LocalRedirectResult(context.HttpContext.Request.PathBase + context.HttpContext.Request.Path + context.HttpContext.Request.QueryString);
    }

    private async Task ForgetOldAsync(string partition, CancellationToken cancellation)
    {
        var old = await tables.QueryPageAsync(
            Table, TableRange.Rows(partition, "", Text(time.GetUtcNow() - Lifetime)), TablePage.MaxSize, null, cancellation);
        foreach (var row in old.Entities)
            await tables.DeleteAsync(Table, partition, row.RowKey, cancellation);
    }

    private static async Task<string?> NumberOfAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
            return null;
        var number = (await context.Request.ReadFormAsync(context.RequestAborted))[Field].ToString();
        return Form().IsMatch(number) ? number : null;
    }

    private static ITempDataDictionary TempDataOf(PageHandlerExecutingContext context) => ((PageModel)context.HandlerInstance).TempData;

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private sealed record Answer(string Address, Dictionary<string, string?> Data);

    [GeneratedRegex(@"\A[0-9]{12}-[0-9a-f]{32}\z")]
    private static partial Regex Form();
}
