using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages;

/// <summary>
/// Two people changed the same: what is stored now beside what the second one typed. A page makes it where an outcome is
/// refused as <see cref="Outcomes.RefusalKind.Stale"/>, shows <c>&lt;partial name="_Conflict" model="…" /&gt;</c> above its form,
/// and gives the form the new version, so that whoever sends it again means to:
/// <code>
/// Conflict = Conflict.Between(Form, UserForm.Of(stored), $"/console/users/{name}", ModelState, words);
/// </code>
/// </summary>
/// <param name="Path">Where the stored version is opened, without the language.</param>
/// <param name="Rows">Every field that the form has.</param>
internal sealed record Conflict(string Path, IReadOnlyList<ConflictRow> Rows)
{
    /// <summary>Sets what was typed against what is stored, and gives it the version of that.</summary>
    /// <param name="typed">The page's property <c>Form</c>.</param>
    /// <param name="stored">The same form as it would show what is stored.</param>
    /// <param name="path">Where the stored version is opened, without the language.</param>
    /// <param name="state">The page's model state, which would show the version that was sent.</param>
    /// <param name="words">The reader's language.</param>
    public static Conflict Between<TForm>(TForm typed, TForm stored, string path, ModelStateDictionary state, Words words)
        where TForm : IVersionedForm<TForm>
    {
        state.Remove("Form.Version");
        typed.Version = stored.Version;
        return new Conflict(path, typed.Against(stored, words));
    }
}

/// <summary>A form that changes what somebody else may have changed meanwhile.</summary>
internal interface IVersionedForm<in TForm>
{
    /// <summary>The version that was read; null for something new.</summary>
    string? Version { get; set; }

    /// <summary>What is stored beside what was typed.</summary>
    IReadOnlyList<ConflictRow> Against(TForm stored, Words words);
}

/// <summary>A field of both versions, as people read it.</summary>
internal sealed record ConflictRow(string Label, string? Stored, string? Typed)
{
    public bool Differs => (Stored ?? "") != (Typed ?? "");
}
