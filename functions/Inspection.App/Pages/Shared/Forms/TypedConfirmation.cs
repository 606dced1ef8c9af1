using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages;

/// <summary>The other half of <c>&lt;confirm&gt;</c>: whether the phrase was typed.</summary>
internal static class TypedConfirmation
{
    /// <summary>Whether it was; if not, the field's error says what to type.</summary>
    /// <param name="state">The page's model state.</param>
    /// <param name="field">The field's name, as in <c>&lt;confirm for=…&gt;</c>.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="phrase">What was to be typed.</param>
    /// <param name="words">The reader's language.</param>
    public static bool IsTyped(this ModelStateDictionary state, string field, string? typed, string phrase, Words words)
    {
        if (typed?.Trim() == phrase)
            return true;
        state.AddModelError(field, words[$"请原样输入“{phrase}”，以确认这一步", $"Type “{phrase}” exactly, to confirm this step"]);
        return false;
    }
}
