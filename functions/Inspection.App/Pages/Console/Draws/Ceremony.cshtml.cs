using Inspection.App.Draws;
using Inspection.App.Languages;
using Inspection.App.Security;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>
/// What the people in the room see on the wall: the notice, who has given digits, what the digits were, the result. It loads
/// itself again, with a script or without.
/// </summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class CeremonyScreenModel(DrawService service, Ceremony ceremony, DrawFiles files, TimeProvider clock) : ConsoleDrawPage(service)
{
    public IReadOnlyList<Witness> Witnesses { get; private set; } = [];

    /// <summary>The public record; null until the draw.</summary>
    public PublicRecord? Record { get; private set; }

    /// <summary>Whether the reader wants it to stand still.</summary>
    [FromQuery(Name = "still")]
    public bool IsStill { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool IsGoingOn => Draw.DrawnAt is null && Draw.State != DrawState.Voided;

    /// <summary>Where everybody follows the draw.</summary>
    public string PublicAddress => LanguagePrefix.WholeAddress(Language.Chinese, HttpContext, $"/draws/{Id}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Draw.CommittedAt is null)
            return NotFound();
        Witnesses = await ceremony.WitnessesAsync(Draw, cancellation);
        if (Draw.DrawnAt is not null)
            Record = PublicRecord.Parse(await files.ResultAsync(Id, PublicRecord.FileName, cancellation));
        return Page();
    }

    /// <summary>What a witness gave; null until all are opened.</summary>
    public string? DigitsOf(Witness witness) => (Record?.Entropy as CeremonyEntropy)?.Contributions[witness.Index].Value;
}
