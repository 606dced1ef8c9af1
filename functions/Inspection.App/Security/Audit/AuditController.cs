using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Security;

/// <summary>The audit log, newest first.</summary>
[ApiController]
[Route("api/v1/audit")]
[Authorize(Roles = Role.Auditor)]
internal sealed class AuditController(AuditLog log) : ControllerBase
{
    /// <summary>A page may be short, even empty, while there is a next one: a request looks at a bounded number of entries.</summary>
    [HttpGet]
    public async Task<ActionResult<Page<AuditEntry>>> List(
        DateTimeOffset? from,
        DateTimeOffset? to,
        string? actor,
        string? subject,
        string? cursor,
        [Range(1, Page<AuditEntry>.MaxLimit)] int limit = Page<AuditEntry>.DefaultLimit,
        CancellationToken cancellation = default) =>
        await log.ListAsync(new AuditFilter(from, to, actor, subject), limit, cursor, cancellation);
}
