using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Inspection.App.Pages;

/// <summary>
/// What a page says where a browser sent something that is no number or no day, in the language of its address. The API
/// keeps the framework's words.
/// </summary>
internal sealed class FormWords(IHttpContextAccessor accessor) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        var (attempted, plain) = (messages.AttemptedValueIsInvalidAccessor, messages.NonPropertyAttemptedValueIsInvalidAccessor);
        var (number, nothing) = (messages.ValueMustBeANumberAccessor, messages.ValueMustNotBeNullAccessor);
        var unknown = messages.UnknownValueIsInvalidAccessor;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => Unreadable(value) ?? attempted(value, field));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Unreadable(value) ?? plain(value));
        messages.SetUnknownValueIsInvalidAccessor(field => Unreadable("") ?? unknown(field));
        messages.SetValueMustBeANumberAccessor(field => Say("这里要填数字。", "A number is wanted here.") ?? number(field));
        messages.SetValueMustNotBeNullAccessor(value => Say("这里不能为空。", "This is missing.") ?? nothing(value));
    }

    private string? Unreadable(string value) => Say(
        $"“{value}”不是这里要填的格式，请检查日期或数字。", $"'{value}' is not what is wanted here; check the day or the number.");

    private string? Say(string chinese, string english) =>
        accessor.HttpContext is { } context && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
            ? context.RequestServices.GetRequiredService<Words>()[chinese, english]
            : null;
}
