using Azure;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Adds an enterprise, changes one, or takes one out of the directory.</summary>
[Authorize(Roles = DirectoryRoles.Keepers)]
internal sealed class EnterpriseEditModel(EnterpriseStore store, Words words) : PageModel
{
    /// <summary>The enterprise's code in the address; null for a new one.</summary>
    [FromRoute]
    public string? Uscc { get; set; }

    [BindProperty]
    public EnterpriseForm Form { get; set; } = new() { Status = "存续" };

    /// <summary>What was typed to confirm that the enterprise goes.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Uscc is null)
            return Page();
        if (!CodeCell.TryParse(CellText.Narrow(Uscc), out var code, out _) || await store.GetAsync(code, cancellation) is not { } found)
            return NotFound();
        Form = EnterpriseForm.Of(found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Invalid();
        if (!CodeCell.TryParse(CellText.Narrow(Uscc ?? Form.Uscc ?? ""), out var code, out var problem))
            return this.Refuse(DirectoryRefusals.BadValue("uscc", problem), ("bad-value", "Form.Uscc"));
        if (Uscc is null && await store.GetAsync(code, cancellation) is not null)
            return this.Refuse(Refusal.Conflict("enterprise-exists", $"the directory holds {code}; open it and change it there"), ("enterprise-exists", "Form.Uscc"));
        var wanted = Form.Input.ToEnterprise(code);
        if (wanted.IsRefused(out var refusal))
            return this.Refuse(refusal, BadValues.FieldOf(refusal));
        var saved = await store.SaveAsync(wanted.Value, Form.Version is { } version ? new ETag(version) : null, cancellation);
        if (saved.IsRefused(out refusal))
            return await StaleAsync(code, refusal, cancellation);
        return this.Done($"/console/enterprises/{code}", words["已保存。", "Saved."]);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation)
    {
        if (!CodeCell.TryParse(CellText.Narrow(Uscc ?? ""), out var code, out _) || await store.GetAsync(code, cancellation) is not { } found)
            return NotFound();
        ModelState.Clear();
        var version = Form.Version;
        Form = EnterpriseForm.Of(found);
        if (!ModelState.IsTyped(nameof(Typed), Typed, code.ToString(), words))
            return this.Invalid();
        if (await store.DeleteAsync(code, version is null ? ETag.All : new ETag(version), cancellation) is { } refusal)
            return this.Refuse(refusal);
        return this.Done("/console/enterprises", words[$"已从名录移除“{found.Name}”。", $"{found.Name} is out of the directory."]);
    }

    private async Task<IActionResult> StaleAsync(UnifiedSocialCreditCode code, Refusal refusal, CancellationToken cancellation)
    {
        if (refusal.Kind == RefusalKind.Stale && await store.GetAsync(code, cancellation) is { } now)
            Conflict = Conflict.Between(Form, EnterpriseForm.Of(now), $"/console/enterprises/{code}", ModelState, words);
        return this.Refuse(refusal);
    }
}
