using Inspection.App.Draws;
using Inspection.App.Languages;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>The links of a ceremony's witnesses: new ones are shown once, with their QR codes.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class DrawLinksModel(DrawService service, Ceremony ceremony, Words words) : ConsoleDrawPage(service)
{
    /// <summary>The links that were just made; gone when the page is loaded again.</summary>
    public IReadOnlyList<IssuedLink> Links { get; private set; } = [];

    public IReadOnlyList<Witness> Witnesses { get; private set; } = [];

    /// <summary>Who gets a new link.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Where a link leads: a page of this site, in Chinese.</summary>
    public string AddressOf(IssuedLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return LanguagePrefix.WholeAddress(Language.Chinese, HttpContext, $"/contribute/{link.Link}");
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
            return NotFound();
        Links = TempData.Take(Id);
        return Page();
    }

    /// <summary>Makes the links of all who have none.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
            return NotFound();
        var issued = await ceremony.IssueAllAsync(Draw, cancellation);
        if (issued.IsRefused(out var refusal))
            return this.Refuse(refusal);
        TempData.Keep(Id, issued.Value);
        return this.Done($"{DrawPath}/links", words[$"生成了 {issued.Value.Count} 个链接，只显示这一次。", $"{issued.Value.Count} links were made; they are shown this once."]);
    }

    /// <summary>Gives one witness a new link, which ends the one before.</summary>
    public async Task<IActionResult> OnPostOneAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
            return NotFound();
        var issued = await ceremony.IssueAsync(Draw, Name ?? "", cancellation);
        if (issued.IsRefused(out var refusal))
            return this.Refuse(refusal);
        TempData.Keep(Id, [issued.Value]);
        return this.Done($"{DrawPath}/links", words[$"{issued.Value.Witness}有了新的链接，原来的链接已失效。", $"{issued.Value.Witness} has a new link; the one before has ended."]);
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return false;
        Witnesses = await ceremony.WitnessesAsync(Draw, cancellation);
        return true;
    }
}
