using Inspection.App.Publication;
using Inspection.App.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Where an objection stands, and the answer once it is approved.</summary>
internal sealed class ObjectionReceiptModel(PublicObjectionStore objections, PublicResultStore results, Words words) : PageModel
{
    public PublicObjection Objection { get; private set; } = null!;

    public PublicResult? Result { get; private set; }

    public bool IsAnswered => Objection.AnsweredAt is not null;

    public IReadOnlyList<Happening> Timeline =>
    [
        new(Objection.ReceivedAt, "flag", Tone.Calm, words["收到异议", "Received"], ""),
        Objection.State == ObjectionState.Received
            ? new(null, "eye", Tone.Quiet, words["核实并起草答复", "Looked into, and an answer written"], "") { IsAhead = true }
            : new(null, "eye", Tone.Calm, words["已核实并起草答复", "Looked into, and an answer written"], ""),
        Objection.AnsweredAt is { } at
            ? new(at, "check", Tone.Good, words["答复经第二人审核", "The answer approved by a second person"], words.Of(Objection.State))
            : new(null, "check", Tone.Quiet, words["答复经第二人审核后公开", "The answer becomes public once a second person approves it"], "") { IsAhead = true },
    ];

    public async Task<IActionResult> OnGetAsync(string receipt, CancellationToken cancellation)
    {
        if (await objections.FindAsync(receipt, cancellation) is not { } found)
            return NotFound();
        Response.Headers.CacheControl = "no-cache";
        Objection = found;
        Result = (await results.FindAsync(found.ResultId, cancellation))?.Result;
        return Page();
    }
}
