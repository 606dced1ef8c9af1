using Azure;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Adds a check item, changes one, or takes one off the list.</summary>
[Authorize(Roles = DirectoryRoles.Keepers)]
internal sealed class ItemEditModel(CheckItemStore store, Words words) : PageModel
{
    /// <summary>The code in the address; null for a new one.</summary>
    [FromRoute]
    public string? Code { get; set; }

    [BindProperty]
    public ItemForm Form { get; set; } = new();

    /// <summary>What was typed to confirm that the item goes.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Code is null)
            return Page();
        if (await store.GetAsync(Code, cancellation) is not { } found)
            return NotFound();
        Form = ItemForm.Of(found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Invalid();
        var code = CellText.Trim(Code ?? Form.Code ?? "");
        if (Code is null && await store.GetAsync(code, cancellation) is not null)
            return this.Refuse(Refusal.Conflict("item-exists", $"the list holds {code}; open it and change it there"), ("item-exists", "Form.Code"));
        var wanted = Form.Input.ToItem(code);
        if (wanted.IsRefused(out var refusal))
            return this.Refuse(refusal, BadValues.FieldOf(refusal));
        var saved = await store.SaveAsync(wanted.Value, Form.Version is { } version ? new ETag(version) : null, cancellation);
        if (saved.IsRefused(out refusal))
            return await StaleAsync(code, refusal, cancellation);
        return this.Done($"/console/items/{Uri.EscapeDataString(code)}", words["已保存。", "Saved."]);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation)
    {
        if (Code is null || await store.GetAsync(Code, cancellation) is not { } found)
            return NotFound();
        ModelState.Clear();
        var version = Form.Version;
        Form = ItemForm.Of(found);
        if (!ModelState.IsTyped(nameof(Typed), Typed, Code, words))
            return this.Invalid();
        if (await store.DeleteAsync(Code, version is null ? ETag.All : new ETag(version), cancellation) is { } refusal)
            return this.Refuse(refusal);
        return this.Done("/console/items", words[$"已从清单移除“{found.Name}”。", $"{found.Name} is off the list."]);
    }

    private async Task<IActionResult> StaleAsync(string code, Refusal refusal, CancellationToken cancellation)
    {
        if (refusal.Kind == RefusalKind.Stale && await store.GetAsync(code, cancellation) is { } now)
            Conflict = Conflict.Between(Form, ItemForm.Of(now), $"/console/items/{Uri.EscapeDataString(code)}", ModelState, words);
        return this.Refuse(refusal);
    }
}
