using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages.Console;

/// <summary>What the script is told of a draft that it sent.</summary>
/// <param name="State">saved, conflict or refused.</param>
internal sealed record KeptDraft(string State)
{
    /// <summary>From which text the form goes on, once it is saved.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Why something of it was not taken, in the reader's language.</summary>
    public string Problem { get; init; } = "";

    /// <summary>The visit with its files as they are now; null where nothing was saved.</summary>
    public VisitAtHand? Visit { get; init; }

    public static KeptDraft Of(FormSaved saved, ModelStateDictionary state, RefusalWords said)
    {
        if (saved.IsConflict)
            return new KeptDraft("conflict");
        if (!state.IsValid)
            return new KeptDraft("refused") { Problem = string.Join(' ', state.Values.SelectMany(static field => field.Errors).Select(static error => error.ErrorMessage)) };
        return saved.IsTextSaved
            ? new KeptDraft("saved") { Basis = RecordInput.BasisOf(saved.Visit.Result?.Terms), Problem = saved.Refusal is { } refusal ? said.Of(refusal) : "", Visit = saved.Visit }
            : new KeptDraft("refused") { Problem = said.Of(saved.Refusal!) };
    }
}
