using Azure;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Adds a user or changes one.</summary>
[Authorize(Roles = Role.Administrator)]
internal sealed class UserEditModel(UserStore users, InspectorStore inspectors, Words words) : PageModel
{
    private static readonly (string, string)[] Fields =
    [
        ("user-name", "Form.Name"), ("user-exists", "Form.Name"), ("user-roles", "Form.Roles"), ("user-inspector", "Form.InspectorId"),
        ("last-administrator", "Form.Roles"),
    ];

    /// <summary>The user's name in the address; null for a new one.</summary>
    [FromRoute]
    public string? Name { get; set; }

    [BindProperty]
    public UserForm Form { get; set; } = new();

    public Conflict? Conflict { get; private set; }

    /// <summary>The departments that the directory of inspectors knows.</summary>
    public IReadOnlyList<string> Departments { get; private set; } = [];

    public IEnumerable<Choice> Roles => Role.All.Select(role => new Choice(role, words.Role(role), words.RoleMeans(role)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Name is null)
            return Page();
        if (await users.GetAsync(Name, cancellation) is not { } found)
            return NotFound();
        Form = UserForm.Of(found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var input = Form.Input;
        var outcome = Name is null
            ? await users.CreateAsync(input.ApplyTo(new User(input.Name)), cancellation)
            : await users.UpdateAsync(Name, Form.Version is { } version ? new ETag(version) : null, input.ChangeOf, cancellation);
        if (outcome.IsRefused(out var refusal))
            return await RefuseAsync(refusal, cancellation);
        return this.Done($"/console/users/{Uri.EscapeDataString(outcome.Value.Name)}", words["已保存，马上生效。", "Saved; it holds at once."]);
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (refusal.Kind == RefusalKind.Stale && Name is not null && await users.GetAsync(Name, cancellation) is { } now)
            Conflict = Conflict.Between(Form, UserForm.Of(now), $"/console/users/{Uri.EscapeDataString(Name)}", ModelState, words);
        return this.Refuse(refusal, Fields);
    }

    private async Task LoadAsync(CancellationToken cancellation) => Departments = await inspectors.DepartmentsAsync(cancellation);
}
