using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Publication;

/// <summary>What runs out, for those who oversee the work.</summary>
[ApiController]
[Route("api/v1/deadlines")]
internal sealed class DeadlinesController(DeadlineStore notes) : ControllerBase
{
    /// <summary>What the daily look found: how much is overdue, and whose certificates run out. Those of a department see its certificates.</summary>
    [HttpGet]
    [Authorize(Roles = $"{VisitAccess.Overseers},{Role.Administrator}")]
    public async Task<ActionResult<DeadlineNotes>> Get(CancellationToken cancellation) =>
        (await notes.ReadAsync(cancellation)).Of(User.Actor().Department);
}
