using Azure;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Adds an inspector, changes one, or takes one out of the directory.</summary>
[Authorize(Roles = DirectoryRoles.Keepers)]
internal sealed class InspectorEditModel(InspectorStore store, Words words) : PageModel
{
    /// <summary>The number in the address; null for a new one.</summary>
    [FromRoute]
    public string? InspectorId { get; set; }

    [BindProperty]
    public InspectorForm Form { get; set; } = new() { Status = "在岗" };

    /// <summary>What was typed to confirm that the inspector goes.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (InspectorId is null)
            return Page();
        if (await store.GetAsync(InspectorId, cancellation) is not { } found)
            return NotFound();
        Form = InspectorForm.Of(found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Form.Input is not { } input)
            ModelState.AddModelError("Form.CertificateExpires", words["请填写执法证有效期，或勾选“长期”。", "Give the certificate's last day, or tick “no end”."]);
        else if (ModelState.IsValid)
            return await SaveAsync(CellText.Trim(InspectorId ?? Form.InspectorId ?? ""), input, cancellation);
        return this.Invalid();
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation)
    {
        if (InspectorId is null || await store.GetAsync(InspectorId, cancellation) is not { } found)
            return NotFound();
        ModelState.Clear();
        var version = Form.Version;
        Form = InspectorForm.Of(found);
        if (!ModelState.IsTyped(nameof(Typed), Typed, InspectorId, words))
            return this.Invalid();
        if (await store.DeleteAsync(InspectorId, version is null ? ETag.All : new ETag(version), cancellation) is { } refusal)
            return this.Refuse(refusal);
        return this.Done("/console/inspectors", words[$"已从名录移除“{found.Name}”。", $"{found.Name} is out of the directory."]);
    }

    private async Task<IActionResult> SaveAsync(string id, InspectorInput input, CancellationToken cancellation)
    {
        if (InspectorId is null && await store.GetAsync(id, cancellation) is not null)
            return this.Refuse(Refusal.Conflict("inspector-exists", $"the directory holds {id}; open it and change it there"), ("inspector-exists", "Form.InspectorId"));
        var wanted = input.ToInspector(id);
        if (wanted.IsRefused(out var refusal))
            return this.Refuse(refusal, BadValues.FieldOf(refusal));
        var saved = await store.SaveAsync(wanted.Value, Form.Version is { } version ? new ETag(version) : null, cancellation);
        if (saved.IsRefused(out refusal))
            return await StaleAsync(id, refusal, cancellation);
        return this.Done($"/console/inspectors/{Uri.EscapeDataString(id)}", words["已保存。", "Saved."]);
    }

    private async Task<IActionResult> StaleAsync(string id, Refusal refusal, CancellationToken cancellation)
    {
        if (refusal.Kind == RefusalKind.Stale && await store.GetAsync(id, cancellation) is { } now)
            Conflict = Conflict.Between(Form, InspectorForm.Of(now), $"/console/inspectors/{Uri.EscapeDataString(id)}", ModelState, words);
        return this.Refuse(refusal);
    }
}
