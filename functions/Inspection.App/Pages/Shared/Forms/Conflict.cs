namespace Inspection.App.Pages;

/// <summary>
/// Two people changed the same: what is stored now beside what the second one typed. A page makes it where an outcome is
/// refused as <see cref="Outcomes.RefusalKind.Stale"/>, shows <c>&lt;partial name="_Conflict" model="…" /&gt;</c> above its form,
/// and gives the form the new version, so that whoever sends it again means to:
/// <code>
/// Conflict = new Conflict($"/console/users/{name}", [new(words["名称", "Name"], stored.Name, Form.Name), …]);
/// ModelState.Remove("Form.Version");
/// Form.Version = stored.Version.ToString();
/// </code>
/// </summary>
/// <param name="Path">Where the stored version is opened, without the language.</param>
/// <param name="Rows">Every field that the form has.</param>
internal sealed record Conflict(string Path, IReadOnlyList<ConflictRow> Rows);

/// <summary>A field of both versions, as people read it.</summary>
internal sealed record ConflictRow(string Label, string? Stored, string? Typed)
{
    public bool Differs => (Stored ?? "") != (Typed ?? "");
}
